import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import type { Issuer } from '#local/issuer/issuer.ts';
import type { Local } from '#local/startLocal.ts';
import { textActivity } from '#local/teams/activities.ts';
import type { Activity } from '#local/teams/activity.ts';
import { findPerson, type SeededPerson } from '#local/teams/people.ts';
import { BOT_APP_ID } from '#local/teams/tenant.ts';

const HOUR_S = 3_600;
const aisha = findPerson('aisha') as SeededPerson;

/** What the channel would write into its token, with one thing wrong. */
const claimsOf = ({ teams }: Local, wrong: JWTPayload = {}): JWTPayload => {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, nbf: now - 60, exp: now + HOUR_S };
  return { iss: teams.issuer.url, aud: BOT_APP_ID, serviceurl: teams.serviceUrl, ...times, ...wrong };
};

const sign = (claims: JWTPayload, key: CryptoKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'local', typ: 'JWT' }).sign(key);

const keyOf = (issuer: Issuer): CryptoKey => issuer['key'];

/** Tokens that open nothing, by what is wrong with them. */
export async function forgedTokens(local: Local): Promise<Record<string, string>> {
  const { issuer } = local.teams;
  const key = keyOf(issuer);
  const past = Math.floor(Date.now() / 1000) - 2 * HOUR_S;
  const stranger = (await generateKeyPair('RS256')).privateKey;
  return {
    none: '',
    nonsense: 'Bearer nonsense',
    expired: `Bearer ${await sign(claimsOf(local, { iat: past, nbf: past, exp: past + HOUR_S }), key)}`,
    'for somebody else': `Bearer ${await sign(claimsOf(local, { aud: crypto.randomUUID() }), key)}`,
    'by another issuer': `Bearer ${await sign(claimsOf(local, { iss: 'https://evil.example' }), key)}`,
    'for another connector': `Bearer ${await sign(claimsOf(local, { serviceurl: 'https://evil.example/' }), key)}`,
    'by another key': `Bearer ${await sign(claimsOf(local), stranger)}`,
    unsigned: `Bearer ${new UnsecuredJWT(claimsOf(local)).encode()}`,
    "the bot's own": `Bearer ${await issuer.botToken()}`,
    "a tab's": `Bearer ${(await issuer.tabToken(aisha)).token}`,
  };
}

export const channelToken = async ({ teams }: Local): Promise<string> =>
  `Bearer ${await teams.issuer.channelToken(teams.serviceUrl)}`;

/** Aisha says something that would change her settings. */
export const anActivity = ({ teams }: Local, wrong: object = {}): Activity => ({
  ...textActivity(teams, aisha, { id: crypto.randomUUID(), text: 'stop news' }),
  ...wrong,
});

export const post = async ({ url }: Local, authorization: string, activity: object): Promise<Response> =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: JSON.stringify(activity),
  });
