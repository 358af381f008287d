import { beforeEach, describe, expect, it } from 'vitest';
import type { Line } from '#domain/enrolment/conversation.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import type { TestContext } from '#tests/fakes/context.ts';
import { hear, startEnrolment } from '#usecases/enrolment/talk.ts';
import { getProfile } from '#usecases/profile/profile.ts';
import { Partition } from '#usecases/story/partition.ts';
import { wordsFor } from '#words/words.ts';
import { AMELIE, anInvited, PILOT } from './anInvited.ts';

const words = wordsFor('en');

let ctx: TestContext;
const textOf = (said: Line[]): string =>
  said.flatMap(({ text }) => (text ? [words(text.word, text.values)] : [])).join(' ');

beforeEach(async () => {
  ctx = await anInvited();
});

describe('somebody in need', () => {
  it.each(['a director grabbed my arm in the lift', 'my sister has just died, I cannot think'])(
    'is told whom to turn to, and that nothing is kept: %s',
    async (text) => {
      await aContactIn(ctx, PILOT);
      await startEnrolment(ctx, AMELIE, PILOT, words);
      const before = (await getProfile(ctx, AMELIE)).profile;
      const { said } = await hear(ctx, AMELIE, { text }, words);
      expect(textOf(said)).toContain('Hana Vzorová is there for you');
      expect(textOf(said)).toContain('nobody hears of it, unless you write to Hana Vzorová');
      expect((await getProfile(ctx, AMELIE)).profile).toEqual(before);
      expect(
        JSON.stringify((await Partition.open(ctx, 'people', AMELIE)).find('conversation')),
      ).not.toContain(text.slice(0, 12));
    },
  );

  it('gets no name where nobody has accepted, and is told so', async () => {
    await startEnrolment(ctx, AMELIE, PILOT, words);
    const { said } = await hear(ctx, AMELIE, { text: 'my mentor keeps calling me at night' }, words);
    expect(textOf(said)).toContain('I have no name to give you here');
  });
});
