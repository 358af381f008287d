import { afterEach, describe, expect, it } from 'vitest';
import { hearByNames } from '#domain/hearing/byNames.ts';
import { longestTurnMs } from '#tests/bot/busyTurns.ts';
import { SilentLog } from '#tests/fakes/log.ts';
import { HearingThread } from '#threads/hearing.ts';
import { areVectorsCurrent } from '#threads/hearingFiles.ts';

const PLAYED = new URL('./playedHearing.ts', import.meta.url).href;
const STALE = new URL('./staleHearing.ts', import.meta.url).href;
const ANSWER = 'I would like to know more about pottery glazes';

let hearing = new HearingThread(new SilentLog());
afterEach(() => hearing.stop());

async function aHearing(options: ConstructorParameters<typeof HearingThread>[1] = {}) {
  const log = new SilentLog();
  hearing = new HearingThread(log, { file: PLAYED, ...options });
  await hearing.warm();
  return { hearing, log };
}
const ownOf = async (text: string) => (await hearing.read(text, 'wants')).own;
const byNames = (text: string) => hearByNames(text, 'wants');

describe('the vectors of the topics', () => {
  it('are of the catalogue as it is', () => {
    expect(areVectorsCurrent(), 'The catalogue was changed: run npm run hearing -- vectors').toBe(true);
  });
});

describe('hearing in a thread of its own', () => {
  it('hears by meaning what nobody named, and leaves the event loop free', async () => {
    const { log } = await aHearing({ file: './hearingWorker.ts', lateMs: 10_000 });
    const text = 'My knees shake and my voice goes as soon as forty faces look at me';
    expect(byNames(text).offered).toEqual([]);
    const heard: string[] = [];
    const busyMs = await longestTurnMs(async () => {
      const { offered } = await hearing.read(text, 'wants');
      heard.push(...offered.map(({ topic }) => topic));
    });
    expect(heard).toContain('publicSpeaking');
    expect(busyMs).toBeLessThan(50);
    expect(log.errors).toEqual([]);
  });

  it.each(['hi', 'stop', '👍', 'thanks!', '', '…', 'who can see this?', 'Ich lerne gerne Excel'])(
    'adds nothing to %j',
    async (text) => {
      await aHearing();
      expect(await hearing.read(text, 'wants')).toEqual(byNames(text));
    },
  );

  it('hears by names while it loads', async () => {
    hearing = new HearingThread(new SilentLog(), { file: PLAYED });
    expect(await hearing.read(ANSWER, 'wants')).toEqual(byNames(ANSWER));
    await hearing.warm();
    expect(await ownOf(ANSWER)).toBe('by meaning');
  });

  it('hears by names what is late, and the next by meaning again', async () => {
    const { log } = await aHearing({ lateMs: 100 });
    expect(await hearing.read(`${ANSWER}, slow ones`, 'wants')).toEqual(byNames(`${ANSWER}, slow ones`));
    await expect.poll(() => ownOf(ANSWER), { timeout: 5_000 }).toBe('by meaning');
    expect(log.warnings).toHaveLength(1);
    expect(JSON.stringify(log.warnings)).not.toContain('pottery');
  });

  it('hears by names when the thread breaks, and says only that it did', async () => {
    const { log } = await aHearing();
    const broken = `${ANSWER}, broken ones`;
    expect(await hearing.read(broken, 'wants')).toEqual(byNames(broken));
    expect(await hearing.read(ANSWER, 'wants')).toEqual(byNames(ANSWER));
    expect(log.errors).toHaveLength(1);
    expect(JSON.stringify(log.errors)).not.toContain('pottery');
  });

  it('hears by names what more than fifty wait before', async () => {
    await aHearing({ lateMs: 10_000 });
    const owns = await Promise.all(Array.from({ length: 60 }, () => ownOf(ANSWER)));
    expect(owns.filter((own) => own === 'by meaning')).toHaveLength(50);
  });

  it('hears by names with vectors of another catalogue, and says so once', async () => {
    const { log } = await aHearing({ file: STALE });
    for (const _ of [1, 2]) expect(await hearing.read(ANSWER, 'wants')).toEqual(byNames(ANSWER));
    expect(log.errors).toHaveLength(1);
  });

  it('lets go of the thread after a while without messages, and starts anew', async () => {
    await aHearing({ idleMs: 20, lateMs: 10_000 });
    await expect
      .poll(async () => (await hearing.read(ANSWER, 'wants')).own, { interval: 200, timeout: 5_000 })
      .not.toBe('by meaning');
    await hearing.warm();
    expect(await ownOf(ANSWER)).toBe('by meaning');
  });
});
