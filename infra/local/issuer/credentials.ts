import type { Credentials as BotCredentials } from '#teams/edge/adapter.ts';

type Credentials = Awaited<ReturnType<BotCredentials['createCredentials']>>;

const FIFTY_MINUTES_MS = 3_000_000;

/**
 * The bot's own credentials against the local issuer, in the place of Entra's: MSAL speaks https only. Nothing is
 * switched off; a request leaves with a token or not at all.
 */
export function localCredentials(
  appId: string,
  { tokenUrl, secret }: { tokenUrl: string; secret: string },
): BotCredentials {
  let token = { text: '', until: 0 };
  const fetchToken = async (): Promise<string> => {
    if (Date.now() < token.until) return token.text;
    const response = await fetch(tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: appId, client_secret: secret }),
    });
    if (!response.ok) throw new Error(`the local issuer answered ${response.status}`);
    const { access_token } = (await response.json()) as { access_token: string };
    token = { text: access_token, until: Date.now() + FIFTY_MINUTES_MS };
    return access_token;
  };
  const credentials: Credentials = {
    signRequest: async (request) => {
      request.headers.set('authorization', `Bearer ${await fetchToken()}`);
      return request;
    },
  };
  return {
    isValidAppId: async (id: string) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => credentials,
  };
}
