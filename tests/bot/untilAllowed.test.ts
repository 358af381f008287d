import { RestError } from '@azure/data-tables';
import { expect, it, vi } from 'vitest';
import { untilAllowed } from '#bot/untilAllowed.ts';
import { SilentLog } from '#tests/fakes/log.ts';

const refused = (statusCode?: number) => new RestError('no', statusCode === undefined ? {} : { statusCode });

const noToken = Object.assign(new Error('no'), { name: 'CredentialUnavailableError', statusCode: 400 });

it.each([
  ['there is no identity yet', noToken],
  ['its role is not yet known', refused(403)],
  ['it has no token yet', refused(401)],
  ['storage is out of order', refused(503)],
  ['storage does not answer', refused()],
])('waits, and says so, while %s', async (_, error) => {
  const log = new SilentLog();
  const make = vi.fn().mockRejectedValueOnce(error).mockRejectedValueOnce(error).mockResolvedValue(undefined);
  await untilAllowed(make, { log, signal: new AbortController().signal, everyMs: 1 });
  expect(make).toHaveBeenCalledTimes(3);
  expect(log.warnings.map(({ message }) => message)).toEqual([
    'storage does not let us in yet and will be asked again',
    'storage does not let us in yet and will be asked again',
  ]);
});

it.each([
  ['an address that is wrong', refused(400)],
  ['a fault of our own', new TypeError('no function')],
])('gives up at once on %s', async (_, wrong) => {
  const asked = untilAllowed(async () => Promise.reject(wrong), {
    ...{ log: new SilentLog(), signal: new AbortController().signal },
  });
  await expect(asked).rejects.toBe(wrong);
});

it('ends when the server does', async () => {
  const stopping = new AbortController();
  const make = vi.fn().mockImplementation(async () => {
    stopping.abort();
    throw refused(403);
  });
  await untilAllowed(make, { log: new SilentLog(), signal: stopping.signal });
  expect(make).toHaveBeenCalledTimes(1);
});
