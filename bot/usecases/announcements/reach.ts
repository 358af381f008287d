import { type Audience, MANY_PEOPLE } from '#domain/announcements/announcement.ts';
import { audienceOf, needsPairs } from '#domain/announcements/audience.ts';
import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { factsHolding } from '#domain/people/said.ts';
import { type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { findRow, listRows } from '#usecases/story/rows.ts';

const AT_ONCE = 48;

export interface Reach {
  /** Whom it is sent to. */
  recipients: number;
  /** Of these, who are invited and have not joined yet. */
  notJoined: number;
  /** Who has no app yet, and will not be tried. */
  noApp: number;
  /** Whom else it will not reach: out of reach or without news. */
  leftOut: number;
}

export interface Team {
  team: string;
  /** How many take part in it or are invited. */
  people: number;
}

/** Who would get it if it were sent now. Reads members, and of each no more than the audience asks for. */
export async function audienceNow(
  ctx: Context,
  rows: OpenCohort,
  cohort: CohortId,
  asked: Audience,
): Promise<PersonId[]> {
  await rows.also(needsPairs(asked) ? ['member', 'pair'] : ['member']);
  const members = rows.list('member').map(({ id, value }) => ({ person: asId<PersonId>(id), ...value }));
  const pairs = rows.list('pair').map(({ value }) => value);
  const people = audienceOf({ members, pairs }, asked);
  if (asked.team === undefined) return people;
  const teams = await teamsOf(ctx, cohort, people);
  return people.filter((_, n) => teams[n] === asked.team);
}

/** The departments of these people, in their order, as this cohort's import has them. */
const teamsOf = (ctx: Context, cohort: CohortId, people: readonly PersonId[]): Promise<string[]> =>
  inParallel(
    people,
    async (person) => {
      const said = await listRows(ctx, 'people', person, 'said');
      const known = said.map(({ key, value }) => ({ id: key.slice('said_'.length), value }));
      return factsHolding(cohort, known).department.trim();
    },
    AT_ONCE,
  );

/** Every team of the cohort that somebody of is invited or takes part, the largest first. */
export async function listTeams(ctx: Context, at: InCohort): Promise<Team[]> {
  const rows = await openAsChampion(ctx, at);
  const people = await audienceNow(ctx, rows, at.cohort, { audience: 'everyone' });
  const teams = (await teamsOf(ctx, at.cohort, people)).filter((team) => team !== '');
  return [...Map.groupBy(teams, (team) => team)]
    .map(([team, all]) => ({ team, people: all.length }))
    .sort((a, b) => b.people - a.people || (a.team < b.team ? -1 : 1));
}

/** How many an announcement would reach, and how many not. */
export async function countAudience(ctx: Context, at: InCohort, asked: Audience): Promise<Reach> {
  const rows = await openAsChampion(ctx, at);
  const people = await audienceNow(ctx, rows, at.cohort, asked);
  const ways = await waysTo(ctx, people);
  const reached = people.filter((_, n) => ways[n] === 'reached');
  return {
    recipients: reached.length,
    notJoined: reached.filter((person) => rows.find('member', person)?.value.state !== 'joined').length,
    noApp: ways.filter((way) => way === 'noApp').length,
    leftOut: ways.filter((way) => way === 'leftOut').length,
  };
}

/** As far as is known: the two rows of each that the sending will look at as well. */
const waysTo = (ctx: Context, people: readonly PersonId[]): Promise<('reached' | 'noApp' | 'leftOut')[]> =>
  inParallel(
    people,
    async (person) => {
      const channel = (await findRow(ctx, 'people', person, 'channel'))?.value;
      if (!channel || channel.state === 'uninstalled') return 'noApp';
      if (channel.state !== 'open') return 'leftOut';
      const settings = (await findRow(ctx, 'people', person, 'settings'))?.value;
      return settings?.newsMuted ? 'leftOut' : 'reached';
    },
    AT_ONCE,
  );

/**
 * What reaches many is sent off by whoever knows how many: refuses unless `typed` is the number it reaches now, and
 * says that number.
 */
export async function mustKnowHowMany(
  ctx: Context,
  people: readonly PersonId[],
  typed: number | undefined,
): Promise<void> {
  if (people.length <= MANY_PEOPLE) return;
  const count = (await waysTo(ctx, people)).filter((way) => way === 'reached').length;
  if (count <= MANY_PEOPLE || typed === count) return;
  const word = typed === undefined ? 'cohort:announcement.typeIt' : 'cohort:announcement.moved';
  throw new Refusal('conflict', word, { count });
}
