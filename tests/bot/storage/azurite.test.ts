import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startAzurite } from '#local/process/azurite.ts';
import { AzureQueue } from '#storage/queue.ts';
import { AzureTables } from '#storage/tables.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'turntable-test-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const ITEM = { table: 'pairs', partition: 'p', outbox: 'outbox_1' } as const;
const pidOf = (): number => JSON.parse(readFileSync(join(dir, 'ports.json'), 'utf8')).pid;
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    // No such process: that is what is asked.
    return false;
  }
};

test('keeps rows and messages over a stop, on the same ports', async () => {
  const first = await startAzurite({ dir });
  const [tables, queue] = [new AzureTables(first), new AzureQueue(first)];
  await Promise.all([tables.createTables(), queue.createQueues()]);
  await tables.commit('people', 'mia', [{ op: 'create', key: 'person', value: { name: 'Mia Brunner' } }]);
  await queue.send(ITEM);
  await first.stop();

  const again = await startAzurite({ dir });
  expect(again.connectionString).toBe(first.connectionString);
  expect((await tables.find('people', 'mia', 'person'))?.value).toEqual({ name: 'Mia Brunner' });
  expect((await queue.receive(1, 1_000)).map(({ item }) => item)).toEqual([ITEM]);
  await again.kill();
  expect(isAlive(pidOf())).toBe(false);
}, 60_000);

test('saves and leaves when whoever started it is killed', async () => {
  const script = `
    import { startAzurite } from '#local/process/azurite.ts';
    import { AzureTables } from '#storage/tables.ts';
    const tables = new AzureTables(await startAzurite({ dir: ${JSON.stringify(dir)} }));
    await tables.createTables();
    await tables.commit('people', 'mia', [{ op: 'create', key: 'person', value: {} }]);
    process.kill(process.pid, 'SIGKILL');`;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
  await once(parent, 'exit');
  const pid = pidOf();
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 20_000, interval: 100 });

  const azurite = await startAzurite({ dir });
  expect(await new AzureTables(azurite).find('people', 'mia', 'person')).toBeDefined();
  await azurite.stop();
}, 60_000);
