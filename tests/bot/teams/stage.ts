import type { CohortId, OccurrenceId, PersonId } from '#domain/basics/ids.ts';
import type { Answer } from '#domain/pairs/pair.ts';
import type { Role } from '#domain/people/person.ts';
import { PAIR, type PairWorld, TEAMS_MEETING } from '#tests/bot/pairWorld.ts';
import { aPilot, importPeople, type Pilot } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import type { TestContext } from '#tests/fakes/context.ts';
import { invite } from '#usecases/cohorts/invitations.ts';
import { claimMeeting } from '#usecases/meetings/claims.ts';
import { findPerson } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { Call } from './localTeams.ts';

/** Noor's pilot, to which she has invited Clara, of whom nothing but her mail address is known. */
export async function anInvitation(ctx: Context, role: Role = 'executive'): Promise<Pilot> {
  const pilot = await aPilot(ctx);
  const csv = `Name,Mail,Role\nClara Winter,clara@turntable.example,${role}`;
  await importPeople(ctx, pilot, csv);
  await invite(ctx, pilot);
  return pilot;
}

export async function claraIn(ctx: Context): Promise<PersonId> {
  const clara = await findPerson(ctx, 'mail', 'clara@turntable.example');
  if (!clara) throw new Error('nobody has met Clara');
  return clara;
}

/** Clara's own rows. */
export const rowsOfClara = async (ctx: Context) => Partition.open(ctx, 'people', await claraIn(ctx));

export const enrolmentOf = async (ctx: Context, cohort: CohortId): Promise<string | undefined> =>
  (await rowsOfClara(ctx)).find('enrolment', cohort)?.value.state;

/** What Clara and Aisha said to their introduction. */
export async function answersIn(ctx: Context): Promise<Answer[]> {
  const rows = await Partition.open(ctx, 'pairs', PAIR);
  return (rows.find('pair')?.value.members ?? []).map(({ answer }) => answer);
}

/** A meeting of Clara and Aisha that goes on; the two have a space of their own. */
export async function aMeeting({ ctx, clara }: PairWorld, ids = TEAMS_MEETING): Promise<OccurrenceId> {
  const claim = { ...ids, pair: PAIR, startsAt: null, plannedEnd: null };
  const found = await claimMeeting(ctx, clara, claim);
  if (found.state !== 'yours') throw new Error('the meeting belongs to others');
  return found.occurrence as OccurrenceId;
}

/**
 * Everything that is true of people, pairs and cohorts, and what is to be told; not what the bot has answered, nor when
 * it looks whether it has.
 */
export const truthIn = ({ tables }: Pick<TestContext, 'tables'>): object =>
  (['people', 'pairs', 'cohorts', 'concerns', 'deliveries', 'due'] as const).map((table) =>
    tables.all(table).filter(({ key }) => !key.includes('_unsaid_')),
  );

export interface ShownCard {
  body: object[];
  actions?: { title: string; verb?: string; data?: Record<string, unknown> }[];
}

/** The card of a message, undefined where it has none. */
export const cardIn = (call: Call | undefined): ShownCard | undefined =>
  call?.body.attachments?.[0]?.content as ShownCard | undefined;
