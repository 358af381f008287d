import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { Config } from '#bot/config.ts';
import { guidOf } from '#tests/guid.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';
const CLIENT = '22222222-2222-4222-8222-222222222222';

/** A real key server for tests: mints tokens of any shape, so that each wrong one can be tried. */
export async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const other = await generateKeyPair('RS256');
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig', alg: 'RS256' }];
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tab: Config['tab'] = {
    issuer: `${url}/v2.0`,
    jwksUri: `${url}/keys`,
    audience: 'api://turntable.example.com/app',
    tenantId: TENANT,
    clientId: CLIENT,
  };
  const claims = {
    oid: guidOf('clara'),
    tid: TENANT,
    scp: 'access_as_user',
    name: 'Clara Exampleton',
    preferred_username: 'clara.exampleton@turntable.example',
  };
  const mint = (change: JWTPayload = {}, key: 'right' | 'wrong' = 'right', expires = '1h') => {
    const token = new SignJWT({
      iat: Math.floor(Date.now() / 1000),
      ...claims,
      iss: tab.issuer,
      aud: CLIENT,
      ...change,
    });
    if (expires !== 'never') token.setExpirationTime(expires);
    return token
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .sign(key === 'right' ? privateKey : other.privateKey);
  };
  return { tab, claims, mint, stop: () => server.close() };
}
