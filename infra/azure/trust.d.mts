interface Credential {
  name: string;
  issuer: string;
  subject: string;
  audiences: string[];
}
export function credentialFor(of: { tenantId: string; principalId: string }): Credential;
export function trust(
  ids: { appId: string; tenantId: string; principalId: string },
  az: (args: string[], folder: string) => string,
): 'there' | 'made' | 'corrected';
