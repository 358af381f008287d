import { sayRates, sayTimes } from './house/actions.ts';
import { benchChat, chatVerdicts } from './house/chat.ts';
import { benchHome, homeVerdicts } from './house/home.ts';
import { benchMemory } from './house/memory.ts';
import { startOutside } from './house/server.ts';
import { aStage, startStorage } from './house/storage.ts';
import { sayVerdicts, type Verdict } from './house/verdicts.ts';
import { aWorld } from './house/world.ts';
import { benchWrites, writeVerdicts } from './house/writes.ts';
import { busy, say } from './measure.ts';

/** Enough people for one round of turns, each their own. */
const EACH = 24;
const SECTIONS = ['home', 'chat', 'writes', 'memory'] as const;

/** `npm run bench -- house`: requests, turns and memory against bare ones; a name asks for that alone. */
export async function benchHouse(args: string[]): Promise<void> {
  const sections: readonly string[] = args.length > 0 ? args : SECTIONS;
  const startedMs = performance.now();
  say(`Each line is a ratio to a bare baseline of the same run, in turns, medians (${busy()}).`);
  const azurite = await startStorage();
  const outside = await startOutside();
  const { serviceUrl } = outside.channel;
  const stageOf = async (name: string, people: number, each: number) =>
    aStage(azurite, await aWorld({ people, each, serviceUrl, start: new Date().toISOString() }), name);
  const verdicts: Verdict[] = [];
  try {
    if (sections.includes('home')) {
      const lines = await benchHome(await stageOf('small', 12, 1), outside, 'among 12');
      lines.push(...(await benchHome(await stageOf('large', 5000, 1), outside, 'among 5,000')));
      sayTimes('Home, GET /api/me (bare: token check, the same reads, the same JSON)', lines);
      verdicts.push(...homeVerdicts(lines));
    }
    const stories =
      sections.includes('chat') || sections.includes('writes')
        ? await stageOf('stories', 12, EACH)
        : undefined;
    if (stories && sections.includes('chat')) {
      const lines = await benchChat(stories, outside);
      sayRates('A chat turn, four at once (echo: botbuilder, the same calls and messages)', lines);
      verdicts.push(...chatVerdicts(lines));
    }
    if (stories && sections.includes('writes')) {
      const lines = await benchWrites(stories, outside);
      sayTimes('Saving and looking (bare: only the calls of the storage SDK)', lines);
      verdicts.push(...writeVerdicts(lines));
    }
    if (sections.includes('memory')) verdicts.push(...(await benchMemory()));
  } finally {
    outside.stop();
    await azurite.stop();
  }
  sayVerdicts(verdicts);
  say(`(${Math.round((performance.now() - startedMs) / 1000)} s, ${busy()})`);
}
