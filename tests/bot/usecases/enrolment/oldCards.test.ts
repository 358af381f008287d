import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Choices, Line, Moment } from '#domain/enrolment/conversation.ts';
import { TOPIC_LISTS } from '#domain/hearing/topicList.ts';
import { topicsIn } from '#domain/profile/labels.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { hear, hearPicked, startEnrolment } from '#usecases/enrolment/talk.ts';
import { getProfile } from '#usecases/profile/profile.ts';
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
];

const topicsOf = (profile: Profile): string[] =>
  TOPIC_LISTS.flatMap((list) => topicsIn(profile, list).map((topic) => `${list} ${topic}`));

it('of an earlier time change nothing that was not ticked, whatever came in between', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...TURNS), { minLength: 2, maxLength: 7 }),
      fc.nat(),
      fc.nat(),
      async (turns, which, when) => {
        const ctx = await anInvited();
        const cards: Press[][] = [pressesOn(await startEnrolment(ctx, AMELIE, PILOT, words))];
        for (const text of turns) {
          ctx.clock.advance(1000);
          cards.push(pressesOn((await hear(ctx, AMELIE, { text }, words)).said));
        }
        const old = cards.slice(0, -1).flat();
        const press = old[which % Math.max(1, old.length)];
        if (!press) return;
        const before = topicsOf((await getProfile(ctx, AMELIE)).profile);
        const ticked = 'choices' in press ? press.choices.topics.slice(when % 2) : [];
        const pressed =
          'choices' in press
            ? hearPicked(ctx, AMELIE, { topics: ticked, own: '', of: press.choices.of }, words)
            : hear(ctx, AMELIE, { text: press.hears, at: press.at }, words);
        const answered = await pressed.then(
          () => true,
          (error: { kind?: string }) => {
            expect(error.kind).toBe('conflict');
            return false;
          },
        );
        const after = topicsOf((await getProfile(ctx, AMELIE)).profile);
        const allowed = answered ? ticked.map(({ list, topic }) => `${list} ${topic}`) : [];
        expect(after.filter((one) => !before.includes(one) && !allowed.includes(one))).toEqual([]);
        expect(before.filter((one) => !after.includes(one))).toEqual([]);
      },
    ),
    { numRuns: 120 },
  );
});
