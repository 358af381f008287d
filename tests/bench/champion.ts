import { asId, type CohortId, type TopicId } from '#domain/basics/ids.ts';
import type { Member } from '#domain/cohorts/member.ts';
import { TOPICS } from '#domain/hearing/topics/topics.ts';
import { emptyProfile, type Profile } from '#domain/profile/profile.ts';
import { matchInThread } from '#threads/matching.ts';
import { invite } from '#usecases/cohorts/invitations.ts';
import { publishRound, runRound } from '#usecases/matching/rounds.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks, inParallel } from '#usecases/story/parallel.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';
import { listRows } from '#usecases/story/rows.ts';
import { aCompany, untilWorkMs } from './broadcast/company.ts';
import { contextOf, workerOf } from './broadcast/worker.ts';
import { untilTold, type WorkerAsked } from './broadcast/workers.ts';
import { inMs, table, x } from './house/compare.ts';
import { startChannel } from './house/connector.ts';
import { startStorage } from './house/storage.ts';
import { sayVerdicts, type Verdict } from './house/verdicts.ts';
import { busy, say } from './measure.ts';

const PEOPLE = 5_000;
/** Topics that everybody wants one of and offers two of. */
const TASTES = TOPICS.slice(0, 60).map(({ id }) => id);
/** The cap is lifted: what is measured is ours. */
const LIFTED = 100_000;
/** Two seconds on a quiet machine, where a bare list of 5,000 takes 0.4. */
const SLOWEST = 5;

/** `npm run bench -- champion [PEOPLE]`: how soon inviting, a round and publishing are answered, and when they are done. */
export async function benchChampion([size = `${PEOPLE}`]: string[]): Promise<void> {
  const people = Number(size);
  const azurite = await startStorage();
  const channel = await startChannel();
  const { serviceUrl, bot, own } = channel;
  const { connectionString } = azurite;
  const asked: WorkerAsked = {
    ...{ connectionString, name: 'champion', serviceUrl, bot, own },
    ...{ perSecond: LIFTED, aheadMs: untilWorkMs(Date.now()) },
  };
  say(`A champion of ${people} people (${busy()}).`);
  const verdicts: Verdict[] = [];
  try {
    const ctx: Context = { ...contextOf(asked), match: matchInThread };
    await Promise.all([
      (ctx.tables as unknown as Made).createTables(),
      (ctx.queue as unknown as Made).createQueues(),
    ]);
    const at = await aCompany(ctx, { cohort: asId<CohortId>('large'), people, serviceUrl });
    await rewrite(ctx, at, (member) => ({ ...member, state: 'imported' }));
    const bareMs = await timed(() => listRows(ctx, 'cohorts', at.cohort, 'member'));
    const stand = { ctx, at, asked, bareMs };
    verdicts.push(await step(stand, 'Inviting', (own) => invite(own, at)));
    await joinAll(ctx, at);
    let round = 0;
    const roundMs = await timed(async () => {
      round = await runRound(readingOnce(ctx), at);
    });
    const found = await listRows(ctx, 'cohorts', at.cohort, 'proposal');
    say(`A round over all of them takes ${inMs(roundMs)}, and would introduce ${found.length} pairs.`);
    verdicts.push(await step(stand, 'Publishing', (own) => publishRound(own, at, round)));
  } finally {
    channel.stop();
    await azurite.stop();
  }
  sayVerdicts(verdicts);
  say(`(${busy()})`);
}

interface Made {
  createTables(): Promise<void>;
  createQueues(): Promise<void>;
}

interface Stand {
  ctx: Context;
  at: InCohort;
  asked: WorkerAsked;
  bareMs: number;
}

const timed = async (does: () => Promise<unknown>): Promise<number> => {
  const beganMs = performance.now();
  await does();
  return performance.now() - beganMs;
};

/** One press of the champion's: how soon it is answered, and when all it asked for is done by one worker. */
async function step(
  { ctx, at, asked, bareMs }: Stand,
  name: string,
  press: (own: Context) => Promise<void>,
): Promise<Verdict> {
  const answerMs = await timed(() => press(readingOnce(ctx)));
  const worker = workerOf(ctx, asked);
  const beganMs = performance.now();
  worker.start();
  await untilTold(ctx, at.cohort);
  await worker.stop();
  table(
    ['', 'answered after', '× the bare list of members', 'done after'],
    [[name, inMs(answerMs), x(answerMs / bareMs), inMs(performance.now() - beganMs)]],
  );
  return {
    ...{ name: `${name} is answered:`, wanted: `≤ ${SLOWEST} × the bare list of members` },
    ...{ measured: `${inMs(answerMs)}, ${x(answerMs / bareMs)}`, isMet: answerMs <= SLOWEST * bareMs },
  };
}

/** Writes every member anew. */
async function rewrite(ctx: Context, { cohort }: InCohort, as: (member: Member) => Member): Promise<void> {
  const rows = await listRows(ctx, 'cohorts', cohort, 'member');
  for (const some of inChunks(rows, 100))
    await ctx.tables.commit(
      'cohorts',
      cohort,
      some.map(({ key, value, etag }) => ({ op: 'replace' as const, key, etag, value: as(value) })),
    );
}

/** Everybody has said yes, and what they want and offer. */
async function joinAll(ctx: Context, at: InCohort): Promise<void> {
  await rewrite(ctx, at, (member) => ({ ...member, state: 'joined' }));
  const members = await listRows(ctx, 'cohorts', at.cohort, 'member');
  await inParallel(
    [...members.entries()],
    async ([n, { key }]) => {
      const id = key.slice('member_'.length);
      const about = { op: 'create' as const, key: 'profile', value: profileOf(n) };
      const known = await ctx.tables.find('people', id, `enrolment_${at.cohort}`);
      const enrolment = { ...known?.value, state: 'joined' };
      await ctx.tables.commit('people', id, [
        about,
        ...(known
          ? [{ op: 'replace' as const, key: `enrolment_${at.cohort}`, etag: known.etag, value: enrolment }]
          : []),
      ]);
    },
    24,
  );
}

/** Executives are even and mentors odd: their tastes go by the half, so that they meet. */
function profileOf(n: number): Profile {
  const half = Math.floor(n / 2);
  const topic = (step: number) => TASTES[(half * step) % TASTES.length] ?? asId<TopicId>('none');
  return {
    ...emptyProfile('Europe/Zurich', ['en', 'de']),
    wants: [topic(7), topic(11)],
    offers: [
      { topic: topic(13), strength: 3 },
      { topic: topic(17), strength: 2 },
      { topic: topic(1), strength: 2 },
    ],
  };
}
