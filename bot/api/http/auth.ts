import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Config } from '../../config.ts';

/** What a verified tab token says. */
export interface Claims {
  directoryId: string;
  mail: string;
  name: string;
  roles: string[];
}

export type VerifyToken = (authorization: string | undefined) => Promise<Claims | undefined>;

/**
 * Checks an Entra v2 access token: signature, issuer, audience, expiry, tenant, and the delegated scope
 * `access_as_user`. Answers undefined for anything else and never says which check failed.
 */
export function tokenVerifier(tab: Config['tab']): VerifyToken {
  const keys = createRemoteJWKSet(new URL(tab.jwksUri), { timeoutDuration: 5000 });
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (!token) return undefined;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: tab.issuer,
        audience: [tab.clientId, tab.audience],
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'oid', 'tid', 'scp'],
      });
      const text = (claim: unknown): string => (typeof claim === 'string' ? claim : '');
      if (payload.tid !== tab.tenantId || !text(payload.scp).split(' ').includes('access_as_user'))
        return undefined;
      return {
        directoryId: text(payload.oid),
        mail: text(payload.preferred_username) || text(payload.upn),
        name: text(payload.name),
        roles: Array.isArray(payload.roles) ? payload.roles.map(text) : [],
      };
    } catch (error) {
      if (isRefusedToken(error)) return undefined;
      throw error;
    }
  };
}

/** jose's own errors speak of the token, except when the keys could not be fetched. */
const isRefusedToken = (error: unknown): boolean => {
  const code = (error as { code?: string }).code ?? '';
  return code.startsWith('ERR_J') && code !== 'ERR_JWKS_TIMEOUT' && code !== 'ERR_JOSE_GENERIC';
};
