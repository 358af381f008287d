import { asId, type CohortId, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { mustGoOn } from '#domain/cohorts/cohort.ts';
import {
  comingShown,
  type Gathering,
  isAhead,
  MENTOR_QUESTIONS,
  mustLieAhead,
  QUESTIONS_AT_ONCE,
} from '#domain/gatherings/gathering.ts';
import type { GatheringMessage } from '#domain/gatherings/notices.ts';
import { getCohortIn, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { type InCohort, idOfPress } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { listDeliveries, stageDeliveries } from '#usecases/story/deliveries.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';

export type NewGathering = Pick<Gathering, 'startsAt' | 'minutes' | 'place' | 'line'>;

export interface GatheringSeen extends Gathering {
  coming: number | 'few';
}

const jobOf = ({ gathering, state }: Pick<Gathering, 'gathering' | 'state'>): string =>
  `gathering${state === 'off' ? 'Off' : ''}_${gathering}`;

/** A champion's gatherings, the latest to take place first, with how many come of those who still take part. */
export async function listGatherings(ctx: Context, at: InCohort): Promise<GatheringSeen[]> {
  const rows = await openAsChampion(ctx, at, ['gathering', 'coming', 'member']);
  return rows
    .list('gathering')
    .map(({ id, value }) => ({
      ...value,
      coming: comingShown(comingTo(rows, id).filter((person) => isMentorIn(rows, person)).length),
    }))
    .sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1));
}

/** Who said that they come, also those who take part no more. `rows` holds kind `coming`. */
const comingTo = (rows: Partition<'cohorts'>, gathering: string): PersonId[] =>
  rows
    .list('coming')
    .filter(({ id }) => id.startsWith(`${gathering}_`))
    .map(({ id }) => asId<PersonId>(id.slice(gathering.length + 1)));

/** Gathers the mentors of a cohort who take part; each is asked by a card. The same `press` gathers once. */
export function callGathering(ctx: Context, at: InCohort, asked: NewGathering, press = ''): Promise<string> {
  const { startsAt, minutes, place, line } = asked;
  const content = { cohort: at.cohort, startsAt, minutes, place, line };
  const id: string = idOfPress(ctx, at, { noun: 'gathering', key: press, content });
  return retrying(
    ctx,
    async () => {
      const rows = await openAsChampion(ctx, at, ['gathering']);
      const all = rows.list('gathering');
      if (rows.find('gathering', id)) return id;
      const now = ctx.clock.now();
      mustLieAhead(startsAt, now);
      mustGoOn(getCohortIn(rows), now);
      requireRoom('gatherings', all.length);
      rows.create('gathering', id, {
        ...{ gathering: id, by: at.person, at: toInstant(now), startsAt, minutes, place, line },
        ...{ state: 'called', question: (all.length * QUESTIONS_AT_ONCE) % MENTOR_QUESTIONS.length },
      });
      rows.put('cohort', '', getCohortIn(rows));
      rows.tell({ kind: 'tellGathering', cohort: at.cohort, gathering: id });
      audit(ctx, rows, { by: at.person, did: 'callGathering', about: id });
      await rows.commit();
      return id;
    },
    TRIES_AT_ONCE,
  );
}

/** Calls it off: whoever was asked hears so. Twice is once; what is over stays as it was. */
export async function callOffGathering(ctx: Context, at: InCohort, id: string): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, ['gathering']);
    const known = rows.find('gathering', id)?.value;
    if (!known) throw new Refusal('missing', 'cohort:gathering.missing');
    if (known.state === 'off') return;
    if (!isAhead(known, ctx.clock.now())) throw new Refusal('gone', 'cohort:gathering.over');
    rows.put('gathering', id, { ...known, state: 'off' });
    rows.tell({ kind: 'tellGathering', cohort: at.cohort, gathering: id });
    audit(ctx, rows, { by: at.person, did: 'callOffGathering', about: id });
    await rows.commit();
  });
}

export const gatheringChores: Chores<GatheringMessage> = {
  tellGathering: (ctx, { cohort, gathering }) => tellNow(ctx, cohort, gathering),
};

/**
 * Every mentor who takes part is told as it stands now; that it is called off, those alone who may know of it. It may run
 * twice; each hears it once.
 */
async function tellNow(ctx: Context, cohort: CohortId, gathering: string): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.openCohort(ctx, cohort, ['member', 'coming']);
    await rows.alsoRows([['gathering', gathering]]);
    const known = rows.find('gathering', gathering);
    if (!known) return;
    const job = jobOf(known.value);
    const isOff = known.value.state === 'off';
    const knowing = isOff ? await whoMayKnow(ctx, rows, gathering) : undefined;
    const mentors = rows
      .list('member')
      .map(({ id }) => asId<PersonId>(id))
      .filter((person) => isMentorIn(rows, person) && (knowing?.has(person) ?? true));
    const kind = isOff ? 'gatheringOff' : 'gathering';
    for (const shard of await stageDeliveries(ctx, job, mentors))
      rows.tell({ kind: 'broadcast', job, shard, notice: { kind, cohort, gathering } });
    await rows.commit();
  });
}

/** Who said that they come, and whom its card has reached, or may have; also those whose turn it is: it may be under way. */
async function whoMayKnow(
  ctx: Context,
  rows: Partition<'cohorts'>,
  gathering: string,
): Promise<Set<PersonId>> {
  const told = await listDeliveries(ctx, jobOf({ gathering, state: 'called' }));
  const now = toInstant(ctx.clock.now());
  const reached = told.filter(({ state, at }) =>
    state === 'queued' ? at <= now : state === 'sent' || state === 'unknown' || state === 'reserved',
  );
  return new Set([...comingTo(rows, gathering), ...reached.map(({ person }) => person)]);
}

/** The mentor's own answer, which may be changed until it begins. Only coming is written down. */
export async function answerGathering(
  ctx: Context,
  { cohort, person }: InCohort,
  { gathering, isComing }: { gathering: string; isComing: boolean },
): Promise<GatheringForMentor> {
  return retrying(ctx, async () => {
    const key = `${gathering}_${person}`;
    const rows = await Partition.pick(ctx, cohort, [
      ['cohort'],
      ['gathering', gathering],
      ['member', person],
      ['coming', key],
    ]);
    const known = rows.find('gathering', gathering)?.value;
    if (!known || !isMentorIn(rows, person)) throw new Refusal('missing', 'cohort:gathering.missing');
    if (isAhead(known, ctx.clock.now()) && isComing !== (rows.find('coming', key) !== undefined)) {
      if (isComing) rows.create('coming', key, { at: toInstant(ctx.clock.now()) });
      else rows.remove('coming', key);
      await rows.commit();
    }
    return viewFor(rows, known, { person, nowMs: ctx.clock.now() });
  });
}

export interface GatheringForMentor
  extends Pick<Gathering, 'gathering' | 'startsAt' | 'minutes' | 'place' | 'line'> {
  cohortName: string;
  state: 'ahead' | 'off' | 'over';
  isComing: boolean;
  endsAt: Instant;
  /** Others who come and agreed to be named. */
  others: string[];
}

const isMentorIn = (rows: Partition<'cohorts'>, person: PersonId): boolean => {
  const member = rows.find('member', person)?.value;
  return member?.role === 'mentor' && member.state === 'joined';
};

function viewFor(
  rows: Partition<'cohorts'>,
  known: Gathering,
  { person, nowMs }: { person: PersonId; nowMs: number },
): GatheringForMentor {
  const { gathering, startsAt, minutes, place, line } = known;
  const named = new Map(rows.list('named').map(({ id, value }) => [id.slice('mentor_'.length), value.name]));
  const others = comingTo(rows, gathering)
    .filter((one) => one !== person)
    .flatMap((one) => named.get(one) ?? []);
  return {
    ...{ gathering, startsAt, minutes, place, line, others: others.sort() },
    cohortName: getCohortIn(rows).name,
    endsAt: toInstant(Date.parse(startsAt) + minutes * 60_000),
    state: known.state === 'off' ? 'off' : isAhead(known, nowMs) ? 'ahead' : 'over',
    isComing: rows.find('coming', `${gathering}_${person}`) !== undefined,
  };
}

/** The gatherings that lie ahead of a mentor who takes part, the next one first; none for anybody else. */
export async function listGatheringsFor(
  ctx: Context,
  { cohort, person }: InCohort,
): Promise<GatheringForMentor[]> {
  const rows = await Partition.pick(ctx, cohort, [['cohort'], ['member', person]]);
  if (!isMentorIn(rows, person)) return [];
  await rows.also(['gathering', 'coming', 'named']);
  return rows
    .list('gathering')
    .filter(({ value }) => isAhead(value, ctx.clock.now()))
    .map(({ value }) => viewFor(rows, value, { person, nowMs: ctx.clock.now() }))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}
