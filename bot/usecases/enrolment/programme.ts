import { byName } from '#domain/basics/collation.ts';
import { asId, type CohortId, type PairId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { asOf, type Cohort, type CohortState } from '#domain/cohorts/cohort.ts';
import { listContactsFor } from '#usecases/cohorts/contactFor.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';

export interface ProgrammeSeen extends Pick<Cohort, 'startsOn' | 'endsOn'> {
  state: Exclude<CohortState, 'draft' | 'matching'>;
  champions: string[];
  /** To whom this person can turn: nobody near to them. */
  contacts: string[];
  pairs: PairId[];
}

/** What champions do among themselves is not told. */
const SHOWN = { draft: 'enrolling', matching: 'enrolling' } as const;

/** A programme for somebody with an invitation of their own to it; there is nothing here for anybody else. */
export async function getProgramme(
  ctx: Context,
  { cohort, person, locale }: { cohort: CohortId; person: PersonId; locale: string },
): Promise<ProgrammeSeen> {
  const own = await Partition.open(ctx, 'people', person);
  const rows =
    own.find('enrolment', cohort) && (await Partition.openCohort(ctx, cohort, ['cohort', 'champion']));
  const about = rows?.find('cohort')?.value;
  if (!rows || !about) throw new Refusal('missing', 'enrolment:notInvited');
  const champions = rows.list('champion').map(({ id }) => asId<PersonId>(id));
  const name = await namesOf(ctx, champions);
  const contacts = await listContactsFor(ctx, { cohort, person });
  const { startsOn, endsOn, state } = asOf(about, ctx.clock.now());
  return {
    ...{ startsOn, endsOn, state: state === 'draft' || state === 'matching' ? SHOWN[state] : state },
    champions: champions
      .map((one) => ({ name: name(one) }))
      .sort(byName(locale))
      .map((one) => one.name),
    contacts: contacts.map(({ name }) => name),
    pairs: own.list('pair').flatMap(({ id, value }) => (value.cohort === cohort ? [asId<PairId>(id)] : [])),
  };
}
