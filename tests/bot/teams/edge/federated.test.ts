import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { federatedCredentials } from '#teams/edge/federated.ts';
import { guidOf } from '#tests/guid.ts';

const BOT = {
  appId: guidOf('app'),
  tenantId: guidOf('tenant'),
  identityClientId: guidOf('identity'),
  ...{ appType: 'SingleTenant' as const, password: '', openIdMetadataUrl: '', tokenIssuer: '' },
};
const CONNECTOR = 'https://api.botframework.com';

it('asks the identity of this server, and no other, for a token that Entra exchanges', async () => {
  const asked: string[] = [];
  // What App Service puts beside an app; it refuses, so that nothing goes further.
  const besideUs = createServer((request, response) => {
    asked.push(`${request.headers['x-identity-header']} ${request.url}`);
    response.writeHead(400, { 'content-type': 'application/json' }).end('{"message":"no"}');
  }).listen(0, '127.0.0.1');
  await once(besideUs, 'listening');
  vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${(besideUs.address() as AddressInfo).port}/msi/token`);
  vi.stubEnv('IDENTITY_HEADER', 'only here');

  const credentials = await federatedCredentials(BOT)?.createCredentials(BOT.appId, CONNECTOR);
  expect(credentials).toMatchObject({
    appId: BOT.appId,
    oAuthEndpoint: `https://login.microsoftonline.com/${BOT.tenantId}`,
    oAuthScope: CONNECTOR,
  });
  await expect(credentials?.signRequest({} as never)).rejects.toThrow();
  besideUs.close();

  expect(asked).toHaveLength(1);
  const [header, , query] = asked[0]?.split(/ (\/msi\/token)\?/) ?? [];
  expect(header).toBe('only here');
  expect(Object.fromEntries(new URLSearchParams(query))).toMatchObject({
    ...{ client_id: BOT.identityClientId, resource: 'api://AzureADTokenExchange' },
  });
});

it('stands aside where a password is the proof', () => {
  expect(federatedCredentials({ ...BOT, identityClientId: '', password: 'one' })).toBeUndefined();
});
