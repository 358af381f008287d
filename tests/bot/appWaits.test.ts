import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { createApp } from '#bot/app.ts';
import { localConfig } from '#local/process/config.ts';
import { freePort } from '#local/process/ports.ts';

/** The account of Azurite, whose key is public. */
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

it('says that it is not ready, instead of nothing, while its role is not yet known', async () => {
  const storage = createServer((_request, response) => {
    response.writeHead(403, { 'x-ms-error-code': 'AuthorizationPermissionMismatch' }).end();
  }).listen(0, '127.0.0.1');
  await once(storage, 'listening');
  const at = `http://127.0.0.1:${(storage.address() as AddressInfo).port}/devstoreaccount1`;
  const appPort = await freePort();
  const url = `http://127.0.0.1:${appPort}`;
  const app = await createApp({
    ...localConfig({
      ...{ url, appPort, issuerUrl: `${url}/issuer`, serviceUrls: [], botSecret: 'secret' },
      connectionString: `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=${KEY};TableEndpoint=${at};QueueEndpoint=${at};`,
      pseudonymKey: 'a key of at least thirty-two characters',
    }),
    hearing: { byMeaning: false },
  });
  const started = app.start();
  const statusOf = async (path: string) => (await fetch(`${url}${path}`).catch(() => undefined))?.status;
  await vi.waitFor(async () => expect(await statusOf('/healthz')).toBe(200), 15_000);
  expect(await statusOf('/readyz')).toBe(503);
  await app.stop();
  await started;
  storage.closeAllConnections();
  storage.close();
});
