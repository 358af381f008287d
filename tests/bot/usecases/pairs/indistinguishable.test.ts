import { expect, it } from 'vitest';
import { presentPair } from '#api/routes/pairs.ts';
import { aPairWorld, introduceThem, PAIR, type PairWorld, PILOT, words } from '#tests/bot/pairWorld.ts';
import { listPairCards } from '#usecases/pairs/cards.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { getPair } from '#usecases/pairs/pairSpace.ts';

/** What Aisha does about the introduction; Clara and the champion must never be able to tell which. */
const CAUSES = {
  silence: [],
  'a no': ['notThisTime'],
  'a withdrawal': ['yes', 'notThisTime'],
  'a lonely yes': ['yes'],
} as const;

const STEPS = [
  '2026-11-23T09:00:00.000Z',
  '2026-11-25T11:00:00.000Z',
  '2026-12-01T07:59:59.999Z',
  '2026-12-01T08:00:00.000Z',
  '2026-12-01T08:30:00.000Z',
  '2026-12-01T09:00:00.000Z',
  '2026-12-09T09:00:00.000Z',
];

/** Everything Clara and the champion can see at one moment, byte by byte. */
async function seen(world: PairWorld): Promise<string> {
  const { ctx, clara } = world;
  const view = presentPair(await getPair(ctx, clara, PAIR, words), words);
  const cards = await listPairCards(ctx, clara);
  const champion = await ctx.tables.list('cohorts', PILOT);
  const people = ctx.tables.all('people').filter(({ key }) => /^(slot|pair)_/.test(key));
  const rows = champion.map(({ key, value }) => ({ key, value }));
  return JSON.stringify({ view, cards, rows, people, sent: world.sentTo(clara) });
}

/** The same answer of Clara's, told as what she hears. */
async function tryYes({ ctx, clara }: PairWorld): Promise<string> {
  try {
    return JSON.stringify(await answerIntroduction(ctx, clara, PAIR, 'yes'));
  } catch (refused) {
    return String(refused);
  }
}

async function live(answers: readonly ('yes' | 'notThisTime')[], claraSaysYesAt: number): Promise<string[]> {
  const world = await aPairWorld();
  await introduceThem(world);
  await world.settle();
  for (const answer of answers) await answerIntroduction(world.ctx, world.aisha, PAIR, answer);
  const story: string[] = [];
  for (const [n, step] of STEPS.entries()) {
    await world.until(step);
    story.push(await seen(world));
    if (n === claraSaysYesAt) story.push(await tryYes(world));
    story.push(await seen(world));
  }
  return story;
}

it.each(STEPS.map((_, n) => n).concat(-1))(
  'a no, a silence and a withdrawal look the same to the other and to the champion (yes at step %i)',
  async (claraSaysYesAt) => {
    const silence = await live(CAUSES.silence, claraSaysYesAt);
    expect(await live(CAUSES['a no'], claraSaysYesAt)).toEqual(silence);
    expect(await live(CAUSES['a withdrawal'], claraSaysYesAt)).toEqual(silence);
    // A yes that stayed alone ends like the rest when Clara keeps silent or comes too late.
    if (claraSaysYesAt === -1 || claraSaysYesAt >= 3) {
      expect(await live(CAUSES['a lonely yes'], claraSaysYesAt)).toEqual(silence);
    }
  },
);

it('ends with the same words for who said no and who heard nothing', async () => {
  const world = await aPairWorld();
  await introduceThem(world);
  await world.settle();
  await answerIntroduction(world.ctx, world.aisha, PAIR, 'notThisTime');
  await world.until('2026-12-09T09:00:00.000Z');
  const ended = world.sent.filter(({ view }) => view.kind === 'introductionEnded');
  expect(ended.map(({ at, to }) => ({ at, to }))).toEqual([
    { at: '2026-12-01T08:00:00.000Z', to: world.aisha },
    { at: '2026-12-01T09:00:00.000Z', to: world.clara },
  ]);
  const [one, other] = ended.map(({ view }) => ({ ...view, partners: [] }));
  expect(one).toEqual(other);
});
