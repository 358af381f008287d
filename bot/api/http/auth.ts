import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Config } from '../../config.ts';

/** What a verified tab token says. */
export interface Claims {
  directoryId: string;
  /** Empty where Entra sends no claim `email`. */
  mail: string;
  signInName: string;
  name: string;
  roles: string[];
}

/** A good token that counts only later: a clock is off, and whoever sits there can be told so. */
export class TooEarly extends Error {}

export type VerifyToken = (authorization: string | undefined) => Promise<Claims | undefined>;

/** How far the clocks of whoever signs tokens and of this server may differ. */
const CLOCK_SKEW_S = 120;

const name = z.string().max(1000);
/** An Entra v2 access token by its shape: a claim of another kind than Entra writes is no claim. */
const TabToken = z.looseObject({
  oid: z.guid().refine((id) => /[^0-]/.test(id)),
  tid: z.string().min(1),
  aud: z.string().min(1),
  scp: z.string(),
  exp: z.number(),
  iat: z.number().optional(),
  nbf: z.number().optional(),
  ver: z.literal('2.0').optional(),
  roles: z.array(z.string().max(200)).max(100).optional(),
  name: name.optional(),
  preferred_username: name.optional(),
  /** An optional claim, asked for in the application's manifest. */
  email: name.optional(),
  upn: name.optional(),
});

/**
 * Checks an Entra v2 access token: signature, issuer, audience, times, tenant, shape, and the delegated scope
 * `access_as_user`. Answers undefined for anything else and never says which check failed; only a token that is ours
 * and counts later is `TooEarly`.
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
        clockTolerance: CLOCK_SKEW_S,
      });
      return claimsIn(payload, tab.tenantId);
    } catch (error) {
      if (isEarly(error) && oursIn(error.payload, tab.tenantId)) throw new TooEarly();
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

/** Signature, issuer and audience are looked at before. */
const isEarly = (error: unknown): error is errors.JWTClaimValidationFailed =>
  error instanceof errors.JWTClaimValidationFailed &&
  error.claim === 'nbf' &&
  error.reason === 'check_failed';

function oursIn(payload: object, tenantId: string) {
  const claims = TabToken.safeParse(payload).data;
  const isOurs = claims?.tid === tenantId && claims.scp.split(' ').includes('access_as_user');
  return isOurs ? claims : undefined;
}

function claimsIn(payload: object, tenantId: string): Claims | undefined {
  const claims = oursIn(payload, tenantId);
  if (!claims) return undefined;
  if ((claims.iat ?? 0) > Date.now() / 1000 + CLOCK_SKEW_S) throw new TooEarly();
  const { oid, name = '', roles = [], email = '', preferred_username, upn = '' } = claims;
  return { directoryId: oid, mail: email, signInName: preferred_username || upn, name, roles };
}
