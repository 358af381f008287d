import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Choices, Line, Moment } from '#domain/enrolment/conversation.ts';
import { TOPIC_LISTS } from '#domain/hearing/topicList.ts';
import { topicsIn } from '#domain/profile/labels.ts';
import type { Profile } from '#domain/profile/profile.ts';
import type { TestContext } from '#tests/fakes/context.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { hear, hearPicked, startEnrolment } from '#usecases/enrolment/talk.ts';
import { getProfile } from '#usecases/profile/profile.ts';
import { Partition } from '#usecases/story/partition.ts';
import { wordsFor } from '#words/words.ts';
import { AMELIE, anInvited, PILOT } from './anInvited.ts';

const words = wordsFor('en');

/** What can be pressed on the cards of one answer. */
type Press = { choices: Choices } | { hears: string; at: Moment | undefined };
const pressesOn = (said: Line[]): Press[] => [
  ...said.flatMap(({ choices }) => (choices ? [{ choices }] : [])),
  ...said.flatMap(({ buttons = [] }) => buttons.map(({ hears, at }) => ({ hears, at }))),
];

const TURNS = [
  'Excel and a bit of Power BI',
  'how to get the computer to write my letters',
  'not Excel',
  'underwater basket weaving',
  'no idea, sorry',
  'skip',
  'back',
  'a walk, and just ping me',
  'Clara Exampleton',
  'nobody',
  'done',
  'who sees this?',
  'stop',
  'continue',
  'profile',
  'golf',
  'I would like to leave the programme',
  'stay',
];

const rowsOf = (ctx: TestContext) => Partition.open(ctx, 'people', AMELIE);
const topicsOf = (profile: Profile): string[] =>
  TOPIC_LISTS.flatMap((list) => topicsIn(profile, list).map((topic) => `${list} ${topic}`));

/** All that is true of Amelie, but for what was said last. */
const truthOf = async (ctx: TestContext) =>
  (await rowsOf(ctx)).rows().flatMap(({ key, value }) => (key === 'conversation' ? [] : [[key, value]]));

/** What became of her taking part at last, away from the chat. */
const LATER = {
  stayed: () => Promise.resolve(),
  left: async (ctx) => void (await answerEnrolment(ctx, AMELIE, PILOT, 'pass')),
  'left and joined again': async (ctx) => {
    for (const choice of ['pass', 'join'] as const) await answerEnrolment(ctx, AMELIE, PILOT, choice);
  },
  'her enrolment erased': async (ctx) => {
    const rows = await rowsOf(ctx);
    rows.remove('enrolment', PILOT);
    await rows.commit();
  },
  'everything of hers erased': async (ctx) => {
    const rows = await rowsOf(ctx);
    for (const { kind, id } of rows.rows()) rows.remove(kind, id);
    await rows.commit();
  },
} satisfies Record<string, (ctx: TestContext) => Promise<void>>;
type Later = keyof typeof LATER;
const GONE: readonly Later[] = ['left', 'her enrolment erased', 'everything of hers erased'];

/** Presses it as the client does; false where it was refused as one of earlier. */
async function press(ctx: TestContext, pressed: Press, ticked: Choices['topics']): Promise<boolean> {
  const answer =
    'choices' in pressed
      ? hearPicked(ctx, AMELIE, { topics: ticked, own: '', of: pressed.choices.of }, words)
      : hear(ctx, AMELIE, { text: pressed.hears, at: pressed.at }, words);
  return answer.then(
    () => true,
    (error: { kind?: string }) => {
      expect(error.kind).toBe('conflict');
      return false;
    },
  );
}

const cards = fc.record({
  turns: fc.array(fc.constantFrom(...TURNS), { minLength: 2, maxLength: 7 }),
  which: fc.nat(),
  /** Which of up to eight topics are ticked. */
  ticks: fc.integer({ min: 1, max: 255 }),
});
const tickedBy = (pressed: Press, ticks: number): Choices['topics'] =>
  'choices' in pressed ? pressed.choices.topics.filter((_, n) => (ticks >> n) & 1) : [];

/** Talks, and hands back what can be pressed on all cards but the last one's. */
async function talk(ctx: TestContext, turns: readonly string[]): Promise<Press[]> {
  const shown: Press[][] = [pressesOn(await startEnrolment(ctx, AMELIE, PILOT, words))];
  for (const text of turns) {
    ctx.clock.advance(1000);
    shown.push(pressesOn((await hear(ctx, AMELIE, { text }, words)).said));
  }
  return shown.slice(0, -1).flat();
}

/** How many presses of each kind were tried: a property that is never asked proves nothing. */
const tried = new Map<string, number>();
const count = (what: string): void => void tried.set(what, (tried.get(what) ?? 0) + 1);

/** What no press may change that did not ask for it. */
async function stateOf(ctx: TestContext) {
  const rows = await rowsOf(ctx);
  return {
    truth: await truthOf(ctx),
    topics: topicsOf((await getProfile(ctx, AMELIE)).profile),
    enrolment: rows.find('enrolment', PILOT)?.value.state,
    isLeaving: rows.find('conversation')?.value.memo.leaving !== undefined,
  };
}

/** To join again, to hear news or not, and to leave once it was asked, is what these say, whenever they are pressed. */
const asksFor = (pressed: Press, isLeaving: boolean): boolean =>
  'hears' in pressed &&
  (['join', 'stop news', 'start news'].includes(pressed.hears) ||
    (pressed.hears === 'yes, leave' && isLeaving));

it.each(Object.keys(LATER) as Later[])(
  'of an earlier time change nothing that was not ticked, whatever came in between: %s',
  { timeout: 60_000 },
  async (later) => {
    tried.clear();
    await fc.assert(
      fc.asyncProperty(cards, async ({ turns, which, ticks }) => {
        const ctx = await anInvited();
        const old = await talk(ctx, turns);
        const pressed = old[which % Math.max(1, old.length)];
        if (!pressed) return;
        await LATER[later](ctx);
        const before = await stateOf(ctx);
        const ticked = tickedBy(pressed, ticks);
        const isTaken = await press(ctx, pressed, ticked);
        if (ticked.length > 1) count('several ticks');
        if (!isTaken) count('refused');
        const after = await stateOf(ctx);
        if (asksFor(pressed, before.isLeaving)) return;
        if (!isTaken || GONE.includes(later)) expect(after.truth).toEqual(before.truth);
        expect(after.enrolment).toBe(before.enrolment);
        const allowed = [...before.topics, ...ticked.map(({ list, topic }) => `${list} ${topic}`)];
        expect(after.topics).toEqual(expect.arrayContaining(before.topics));
        expect(allowed).toEqual(expect.arrayContaining(after.topics));
      }),
      { numRuns: 100 },
    );
    expect(tried.get('several ticks')).toBeGreaterThan(5);
    expect(tried.get('refused')).toBeGreaterThan(5);
  },
);
