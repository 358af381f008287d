import { asId, type CohortId, type Day, type Instant, type PersonId } from '#domain/basics/ids.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { Partition } from '#usecases/story/partition.ts';

export const AMELIE = asId<PersonId>('amelie');
export const PILOT = asId<CohortId>('pilot');

/** Amelie, an executive, is invited to a pilot. */
export async function anInvited(): Promise<TestContext> {
  const ctx = aContext();
  const cohort = await Partition.openCohort(ctx, PILOT, []);
  const days = { startsOn: asId<Day>('2026-11-01'), endsOn: asId<Day>('2027-05-31'), fitFloor: 0 } as const;
  const made = { ...days, name: 'Pilot', kind: 'pilot', state: 'enrolling' } as const;
  cohort.create('cohort', '', { ...made, createdAt: asId<Instant>('2026-11-01T09:00:00.000Z') });
  cohort.create('member', AMELIE, { role: 'executive', state: 'invited', waiting: false });
  await cohort.commit();
  const own = await Partition.open(ctx, 'people', AMELIE);
  const at = { invitedAt: asId<Instant>('2026-11-02T09:00:00.000Z'), answeredAt: '' } as const;
  own.create('enrolment', PILOT, { cohortName: 'Pilot', role: 'executive', state: 'invited', ...at });
  await own.commit();
  return ctx;
}
