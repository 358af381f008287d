import { asId, type CohortId, type GoalId, type OccurrenceId, type PairId } from '#domain/basics/ids.ts';
import type { Role } from '#domain/people/person.ts';
import { AGREEMENT, settleAll, signed } from '#tests/bot/pairWorld.ts';
import { MovableClock, START } from '#tests/fakes/clock.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { guidOf } from '#tests/guid.ts';
import { startEnrolment } from '#usecases/enrolment/talk.ts';
import { claimMeeting } from '#usecases/meetings/claims.ts';
import { giveFeedback } from '#usecases/meetings/feedback.ts';
import { showPanel } from '#usecases/meetings/panel.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';
import { addGoal } from '#usecases/pairs/goals.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { introduce } from '#usecases/pairs/making.ts';
import { Partition } from '#usecases/story/partition.ts';
import { aCohort, aCrowd, aMember, type Somebody } from './people.ts';
import { livesAYear } from './year.ts';

const COHORTS = ['finance-pilot', 'spring-wave', 'autumn-wave'].map((id) => asId<CohortId>(id));
export const [PILOT = asId<CohortId>('')] = COHORTS;

export interface Member extends Somebody {
  role: Role;
}

/** A pair with its space open, one goal, and a meeting that goes on. */
export interface Open {
  executive: Member;
  mentor: Somebody;
  pair: PairId;
  occurrence: OccurrenceId;
  goal: GoalId;
}

export interface World {
  ctx: TestContext;
  /** Whose home is looked at: without a pair, with one, with one that has lived a year, with two and three cohorts. */
  homes: { nothing: Member; one: Member; year: Member; three: Member };
  /** In the middle of the enrolment conversation, asked the first question. */
  talking: Member[];
  open: Open[];
  /** Introduced, nobody has answered. */
  introduced: { executive: Member; pair: PairId }[];
}

export interface WorldSize {
  /** Members of each cohort, those of the stories among them. */
  people: number;
  /** How many of each story. */
  each: number;
  /** Further pairs with an open space. */
  pairs?: number;
  /** How many of the open pairs have lived a year. */
  years?: number;
  serviceUrl: string;
  start?: string;
}

/** A company in memory, made by the stories themselves, to be looked at or poured into another storage. */
export async function aWorld({
  people,
  each,
  pairs = 0,
  years = 0,
  serviceUrl,
  start = START,
}: WorldSize): Promise<World> {
  const ctx = aContext({ clock: new MovableClock(start) });
  for (const cohort of COHORTS) await aCohort(ctx, cohort);
  const member = async (name: string, role: Role, rest: { cohorts?: CohortId[]; capacity?: number } = {}) =>
    ({ ...(await aMember(ctx, { name, role, serviceUrl, cohorts: [PILOT], ...rest })), role }) as Member;
  const homes = {
    nothing: await member('Nadia Nichts', 'executive'),
    one: await member('Olivia Single', 'executive'),
    year: await member('Yara Yearly', 'executive'),
    three: await member('Thea Threefold', 'executive', { cohorts: COHORTS, capacity: 2 }),
  };
  for (const executive of [homes.one, homes.three, homes.three]) await anOpenPair(ctx, executive, member);
  await livesAYear(ctx, await anOpenPair(ctx, homes.year, member));
  const talking: Member[] = [];
  const open: Open[] = [];
  const introduced: World['introduced'] = [];
  for (let n = 0; n < each; n++) {
    const talker = await member(`Tara${n} Talk`, 'executive');
    await forgetProfile(ctx, talker);
    await startEnrolment(ctx, talker.id, PILOT);
    talking.push(talker);
    open.push(await anOpenPair(ctx, await member(`Elif${n} Chief`, 'executive'), member));
    const waiting = await member(`Ida${n} Chief`, 'executive');
    const { pair } = await anIntroduction(ctx, waiting, member);
    introduced.push({ executive: waiting, pair });
  }
  await settleAll(ctx, []);
  const [first] = open;
  if (first) open.push(...(await addAlike(ctx, first, pairs)));
  for (const one of open.slice(0, years)) await livesAYear(ctx, one);
  await aCrowd(ctx, COHORTS, people);
  return { ctx, homes, talking, open, introduced };
}

type MakeMember = (name: string, role: Role) => Promise<Member>;

async function anIntroduction(
  ctx: TestContext,
  executive: Member,
  member: MakeMember,
): Promise<{ pair: PairId; mentor: Member }> {
  const pair = asId<PairId>(ctx.ids.next('pair'));
  const mentor = await member(`Mina-${pair} Mentor`, 'mentor');
  await introduce(ctx, {
    ...{ pair, cohort: PILOT, executive: executive.id, mentor: mentor.id, fit: 800 },
    reasons: [{ kind: 'learn', topic: asId('generativeAi'), strength: 3 }],
  });
  return { pair, mentor };
}

async function anOpenPair(ctx: TestContext, executive: Member, member: MakeMember): Promise<Open> {
  const introduced = await anIntroduction(ctx, executive, member);
  const { pair } = introduced;
  const mentor = introduced.mentor.id;
  for (const person of [executive.id, mentor]) await answerIntroduction(ctx, person, pair, 'yes');
  await draftAgreement(ctx, mentor, pair, { text: AGREEMENT, seen: '' });
  for (const person of [executive.id, mentor]) await signAgreement(ctx, person, pair, signed(1));
  const ids = { teamsMeeting: `meeting-${pair}`, teamsChat: `19:${pair}@thread.v2` };
  const found = await claimMeeting(ctx, mentor, { ...ids, pair, startsAt: null, plannedEnd: null });
  const occurrence = asId<OccurrenceId>(found.state === 'yours' ? found.occurrence : '');
  await showPanel(ctx, mentor, pair, occurrence);
  await giveFeedback(ctx, mentor, { pair, occurrence, from: 'panel' }, FEEDBACK);
  await addGoal(ctx, executive.id, pair, GOAL);
  const goal = (await Partition.open(ctx, 'pairs', pair)).list('goal')[0]?.value.goal;
  if (!goal) throw new Error(`${pair} has no goal`);
  await settleAll(ctx, []);
  return { executive, mentor: introduced.mentor, pair, occurrence, goal };
}

/** Further pairs, as far along as this one: the same rows under ids of their own. */
async function addAlike(ctx: TestContext, open: Open, pairs: number): Promise<Open[]> {
  const { executive, mentor, pair } = open;
  const ids = [executive, mentor].flatMap(({ id, directoryId, mail }) => [id, directoryId, mail]);
  const own = new Set<string>([...ids, pair]);
  const accounts = new Set([executive, mentor].map(({ directoryId }) => directoryId));
  const rows = (['people', 'pairs', 'lookups'] as const).flatMap((table) =>
    ctx.tables
      .all(table)
      .filter(({ partition, key }) => own.has(partition) || (table === 'lookups' && own.has(key)))
      .map((row) => ({ table, ...row })),
  );
  const further: Open[] = [];
  for (let n = 1; n <= pairs; n++) {
    const anew = (id: string) => (accounts.has(id) ? guidOf(`${n}.${id}`) : `${n}.${id}`);
    const renamed = <T>(value: T): T =>
      JSON.parse([...own].reduce((text, id) => text.replaceAll(id, anew(id)), JSON.stringify(value)));
    for (const { table, partition, key, value } of rows)
      await ctx.tables.commit(table, renamed(partition), [
        { op: 'create', key: renamed(key), value: renamed(value) },
      ]);
    further.push(renamed(open));
  }
  return further;
}

/** As at the first contact: the conversation asks for everything. */
async function forgetProfile(ctx: TestContext, { id }: Somebody): Promise<void> {
  const rows = await Partition.open(ctx, 'people', id);
  rows.remove('profile');
  await rows.commit();
}

export const GOAL = {
  text: 'Use generative AI for my own first drafts, once a week.',
  confidence: 3,
  state: 'open' as const,
};
export const FEEDBACK = {
  ...{ worthTheHour: 5, learned: 'How she thinks about risk.', surprised: 'She keeps bees.' },
  ...{ balanced: 'yes' as const, candid: 'partly' as const, goOn: 'yes' as const, shared: false },
};
