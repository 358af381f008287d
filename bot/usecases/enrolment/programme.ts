import { asId, type CohortId, type Day, type PairId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import {
  asOf,
  type Cohort,
  type CohortState,
  type ManyFormat,
  manyFormatOf,
} from '#domain/cohorts/cohort.ts';
import { isAway } from '#domain/cohorts/member.ts';
import { championNames } from '#usecases/cohorts/champions.ts';
import { listContactsFor } from '#usecases/cohorts/contactFor.ts';
import { listTakingPart } from '#usecases/people/beingNamed.ts';
import { settingsIn } from '#usecases/people/settings.ts';
import { namedSponsor } from '#usecases/sponsors/sponsors.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';

export interface ProgrammeSeen extends Pick<Cohort, 'startsOn' | 'endsOn'> {
  state: Exclude<CohortState, 'draft' | 'matching'>;
  champions: string[];
  /** What people meet in; undefined for pairs. */
  meetIn?: ManyFormat | undefined;
  /** Who backs it, where they agreed to be named; empty otherwise. */
  sponsor: string;
  /** To whom this person can turn: nobody near to them. */
  contacts: string[];
  pairs: PairId[];
  /** Some of those who take part, and agreed to be named to whoever is invited. */
  takingPart: string[];
  /** While this person is on leave. */
  awayUntil?: Day;
}

/** What champions do among themselves is not told. */
const SHOWN = { draft: 'enrolling', matching: 'enrolling' } as const;

/** A programme for somebody with an invitation of their own to it; there is nothing here for anybody else. */
export async function getProgramme(
  ctx: Context,
  { cohort, person, locale }: { cohort: CohortId; person: PersonId; locale: string },
): Promise<ProgrammeSeen> {
  const own = await Partition.open(ctx, 'people', person);
  const enrolment = own.find('enrolment', cohort)?.value;
  const rows = enrolment && (await Partition.openCohort(ctx, cohort, ['cohort', 'champion', 'sponsor']));
  const about = rows?.find('cohort')?.value;
  if (!rows || !about) throw new Refusal('missing', 'enrolment:notInvited');
  const champions = await championNames(ctx, rows, { locale });
  const contacts = await listContactsFor(ctx, { cohort, person });
  const { startsOn, endsOn, state } = asOf(about, ctx.clock.now());
  const member = (await findRow(ctx, 'cohorts', cohort, 'member', person))?.value;
  const mayRead = state !== 'closed' && enrolment.state !== 'left';
  return {
    ...{ startsOn, endsOn, state: state === 'draft' || state === 'matching' ? SHOWN[state] : state },
    champions,
    ...(member &&
      isAway(member, ctx.clock.now(), settingsIn(own).timeZone) && { awayUntil: member.awayUntil }),
    meetIn: manyFormatOf(about),
    sponsor: mayRead ? await namedSponsor(ctx, rows) : '',
    contacts: contacts.map(({ name }) => name),
    pairs: own.list('pair').flatMap(({ id, value }) => (value.cohort === cohort ? [asId<PairId>(id)] : [])),
    takingPart: mayRead ? await listTakingPart(ctx, { cohort, person, role: enrolment.role, locale }) : [],
  };
}
