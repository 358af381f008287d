import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { asOf, HOURS_PER_MONTH, type ManyFormat, manyFormatOf } from '#domain/cohorts/cohort.ts';
import type { ContactSeat } from '#domain/cohorts/contactPerson.ts';
import type { CohortNotice } from '#domain/cohorts/notices.ts';
import type { Role } from '#domain/people/person.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow, listRows } from '#usecases/story/rows.ts';

export type CohortFacts = InvitationFacts | SeparatedFacts | ContactFacts | ChampionFacts;

interface InvitationFacts {
  kind: 'invitation';
  cohort: CohortId;
  cohortName: string;
  role: Role;
  from: string;
  hoursPerMonth: number;
  /** Undefined for pairs. */
  meetIn?: ManyFormat | undefined;
  /** A week after the reader asked for later. */
  again?: boolean;
  /** The programme whose place it takes: a champion moved the reader. */
  insteadOf?: string;
}

interface SeparatedFacts {
  kind: 'separated';
  cohort: CohortId;
  cohortName: string;
  /** Who came with an account of their own, and whom they had been joined with. */
  name: string;
  other: string;
}

interface ContactFacts {
  kind: 'contact';
  cohort: CohortId;
  cohortName: string;
  seat: ContactSeat;
  from: string;
}

interface ChampionFacts {
  kind: 'champion';
  cohort: CohortId;
  cohortName: string;
  from: string;
}

export const cohortNotices: Composers<CohortNotice, CohortFacts> = {
  /** Due while the cohort goes on and the person has not answered, or as long as they want to be asked again. */
  async invitation(ctx, to, { cohort, again = false }) {
    const own = await Partition.open(ctx, 'people', to);
    const enrolment = own.find('enrolment', cohort)?.value;
    const row = await findRow(ctx, 'cohorts', cohort, 'cohort');
    if (!row || enrolment?.state !== (again ? 'later' : 'invited')) return undefined;
    if (asOf(row.value, ctx.clock.now()).state === 'closed') return undefined;
    return {
      kind: 'invitation',
      cohort,
      cohortName: row.value.name,
      role: enrolment.role,
      from: await championName(ctx, cohort),
      hoursPerMonth: HOURS_PER_MONTH,
      meetIn: manyFormatOf(row.value),
      ...(again && { again }),
      ...(enrolment.insteadOf && { insteadOf: enrolment.insteadOf }),
    };
  },
  /** Due to whoever still runs the cohort. */
  async separated(ctx, to, { cohort, from }) {
    const [row, champion, own] = await Promise.all([
      findRow(ctx, 'cohorts', cohort, 'cohort'),
      findRow(ctx, 'cohorts', cohort, 'champion', to),
      findRow(ctx, 'people', from, 'sameas', cohort),
    ]);
    if (!row || !champion || !own) return undefined;
    const [one, other] = await Promise.all([
      contactOf(ctx, from, cohort),
      contactOf(ctx, own.value.into, cohort),
    ]);
    return { kind: 'separated', cohort, cohortName: row.value.name, name: one.name, other: other.name };
  },
  /** Due until they have answered, or somebody else is named. */
  async contact(ctx, to, { cohort }) {
    const rows = await Partition.pick(ctx, cohort, [['cohort'], ['contact', to]]);
    const about = rows.find('cohort')?.value;
    const asked = rows.find('contact', to)?.value;
    if (!about || asked?.state !== 'asked') return undefined;
    const { name: from } = await contactOf(ctx, asked.by);
    return { kind: 'contact', cohort, cohortName: about.name, seat: asked.seat, from };
  },
  /** Due as long as they run it. */
  async champion(ctx, to, { cohort, by }) {
    const rows = await Partition.pick(ctx, cohort, [['cohort'], ['champion', to]]);
    const about = rows.find('cohort')?.value;
    if (!about || !rows.find('champion', to)) return undefined;
    const { name: from } = await contactOf(ctx, by);
    return { kind: 'champion', cohort, cohortName: about.name, from };
  },
};

/** The champion who has run the cohort longest speaks for it. */
async function championName(ctx: Context, cohort: CohortId): Promise<string> {
  const rows = await listRows(ctx, 'cohorts', cohort, 'champion');
  const first = rows.sort((a, b) => (a.value.since < b.value.since ? -1 : 1))[0];
  return first ? (await contactOf(ctx, asId<PersonId>(first.key.slice('champion_'.length)))).name : '';
}
