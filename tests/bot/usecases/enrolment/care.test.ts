import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type CohortId, type Day, type Instant, type PersonId } from '#domain/basics/ids.ts';
import type { Line } from '#domain/enrolment/conversation.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { hear, startEnrolment } from '#usecases/enrolment/talk.ts';
import { getProfile } from '#usecases/profile/profile.ts';
import { Partition } from '#usecases/story/partition.ts';
import { wordsFor } from '#words/words.ts';

const words = wordsFor('en');
const AMELIE = asId<PersonId>('amelie');
const PILOT = asId<CohortId>('pilot');

let ctx: TestContext;
const textOf = (said: Line[]): string =>
  said.flatMap(({ text }) => (text ? [words(text.word, text.values)] : [])).join(' ');

beforeEach(async () => {
  ctx = aContext();
  const cohort = await Partition.openCohort(ctx, PILOT, []);
  const days = { startsOn: asId<Day>('2026-11-01'), endsOn: asId<Day>('2027-05-31'), fitFloor: 0 };
  const made = { ...days, name: 'Pilot', kind: 'pilot', state: 'enrolling' } as const;
  cohort.create('cohort', '', { ...made, createdAt: asId<Instant>('2026-11-01T09:00:00.000Z') });
  cohort.create('member', AMELIE, { role: 'executive', state: 'invited', waiting: false });
  await cohort.commit();
  const own = await Partition.open(ctx, 'people', AMELIE);
  const at = { invitedAt: asId<Instant>('2026-11-02T09:00:00.000Z'), answeredAt: '' } as const;
  own.create('enrolment', PILOT, { cohortName: 'Pilot', role: 'executive', state: 'invited', ...at });
  await own.commit();
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
