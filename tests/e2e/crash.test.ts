import { beforeAll, describe, expect, it } from 'vitest';
import type { LogEntry } from '#local/contract.ts';
import { type Local, startLocal } from '#local/startLocal.ts';
import { deliveriesIn, disagreements, outboxes, type Told } from './books.ts';
import type { Cast } from './cast.ts';
import { liveTheStory, STORY } from './driver.ts';
import { membersOf } from './enrolling.ts';
import { type Count, Counter, chooseKills, dealOut, type Kill, Killer } from './kills.ts';
import { meetingsOf, panelOf } from './meeting.ts';
import { insightsOf, newsOf } from './news.ts';
import { goalsOf, pairOf } from './pairing.ts';

const SEED = 20_261_123;
const LIVES = 2;
const KILLS = { write: 11, notice: 6, answer: 3 };
const STEPS = STORY.map(({ name }) => name);

let counts: Count[] = [];
let lives: Kill[][] = [];

async function inALocalWorld(live: (local: Local) => Promise<void>): Promise<void> {
  const local = await startLocal();
  try {
    await live(local);
  } finally {
    await local.stop();
  }
}

/** Everything a person could see of the end of the story. */
async function theEndOf(cast: Cast) {
  const views = await Promise.all([cast.clara, cast.diego, cast.aisha, cast.meera].map(pairOf));
  const [clara, diego, aisha, meera] = views;
  const states = Object.groupBy(await membersOf(cast), ({ state }) => state);
  const news = await newsOf(cast);
  return {
    joined: states.joined?.length,
    invited: states.invited?.length,
    pairs: new Set(views.map(({ pair }) => pair)).size,
    next: [clara, aisha, diego, meera].map((view) => view?.next),
    signatures: clara?.agreement?.signatures.length,
    version: clara?.agreement?.version,
    goals: (await goalsOf(cast.clara)).map(({ ownerFirstName, history }) => [
      ownerFirstName,
      history.map(({ confidence }) => confidence),
    ]),
    meetings: (await meetingsOf(cast.clara)).map(({ state, iGaveFeedback }) => [state, iGaveFeedback]),
    mentorGaveFeedback: (await meetingsOf(cast.aisha))[0]?.iGaveFeedback,
    isKept: (await panelOf(cast, cast.aisha)).panel.isKept,
    news: [news?.state, news?.counts.meant, news?.counts.notMeant, news?.replies.map(({ text }) => text)],
    insights: (await insightsOf(cast)).state,
  };
}

const THE_END = {
  joined: 4,
  invited: 8,
  pairs: 2,
  next: ['meet', 'meet', 'wait', 'draftAgreement'],
  signatures: 2,
  version: 1,
  goals: [
    ['Aisha', [2]],
    ['Clara', [2, 4]],
  ],
  meetings: [['ended', true]],
  mentorGaveFeedback: true,
  isKept: true,
  news: ['sent', 4, 8, ['I bring the cake']],
  insights: 'tooFew',
};

/** Every notice the story gives reason for: the kind of job, and to how many it goes. */
const TOLD = {
  contact: 1,
  invitation: 12,
  introduction: 4,
  paired: 4,
  agreement: 1,
  agreementSigned: 2,
  feedback: 1,
  announcement: 12,
  reply: 1,
};
const kindOf = ({ job }: Told): string => job.split('_')[0] ?? '';
const countBy = (deliveries: readonly Told[]): Record<string, number> => {
  const kinds = Object.groupBy(deliveries, kindOf);
  return Object.fromEntries(Object.entries(kinds).map(([kind, all]) => [kind, all?.length ?? 0]));
};
const isElsewhere = ({ who }: Told): boolean => who.includes('@');
/** What the bot asked for the first time; the jobs of contacts are numbered from 1, of invitations from 2. */
const firstOf = ({ job }: Told): string =>
  job.startsWith('contact_') ? job.replace(/\d+$/, '1') : job.replace(/^(invitation_.*)_\d+$/, '$1');
/** An invitation or a question that went out again because somebody asked for it has a number of its own. */
const isAgain = (told: Told): boolean => firstOf(told) !== told.job;

async function checkBooks(local: Local, note: string): Promise<Told[]> {
  expect(await outboxes(local), note).toEqual([]);
  const deliveries = await deliveriesIn(local);
  expect(disagreements(deliveries, await local.ask<LogEntry[]>('log')), note).toEqual([]);
  expect(countBy(deliveries.filter((one) => !isAgain(one))), note).toEqual(TOLD);
  for (const again of deliveries.filter(isAgain)) {
    const first = deliveries.find(({ who, job }) => who === again.who && job === firstOf(again));
    expect(first?.state, `${again.job} was asked for again: ${note}`).toBe('unknown');
  }
  for (const { job, who, state, reason } of deliveries.filter(isElsewhere))
    expect([state, reason], `${job} to ${who}, ${note}`).toEqual(['failed', 'notInstalled']);
  return deliveries.filter((one) => !isElsewhere(one));
}

const errorsIn = (local: Local): string[] =>
  local
    .appLog()
    .split('\n')
    .filter((line) => /"level":[56]0/.test(line));

beforeAll(async () => {
  await inALocalWorld(async (local) => {
    const counter = new Counter(local);
    await counter.begin();
    const cast = await liveTheStory(local, { afterStep: (step) => counter.note(step) });
    expect(await theEndOf(cast)).toEqual(THE_END);
    const told = await checkBooks(local, 'undisturbed');
    expect(told.filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(errorsIn(local)).toEqual([]);
    counts = counter.counts;
  });
  lives = dealOut(chooseKills(counts, KILLS, SEED), STEPS, LIVES);
});

describe(`a server that is killed at twenty points of the story (seed ${SEED})`, () => {
  it('dies all over the story, before and after writes and sends', () => {
    const kills = lives.flat();
    expect(kills).toHaveLength(20);
    expect(new Set(kills.map(({ around, moment }) => `${around} ${moment}`)).size).toBe(4);
    expect(new Set(kills.map(({ step }) => step)).size).toBeGreaterThanOrEqual(10);
  });

  it.each(Array.from({ length: LIVES }, (_, n) => ({ life: n + 1 })))(
    'goes on where it was, tells everything, and nothing twice in silence (life $life)',
    async ({ life }) => {
      const kills = lives[life - 1] ?? [];
      await inALocalWorld(async (local) => {
        const killer = new Killer(local, kills);
        const cast = await liveTheStory(local, {
          isResilient: true,
          beforeStep: (step) => killer.begin(step),
          onCrash: (step) => killer.noteCrash(step),
          afterCrash: (step) => killer.begin(step),
        });
        while (!killer.isDone) {
          await killer.atOnce();
          await cast.until('the app is gone', async () => !(await cast.isUp()));
          killer.noteCrash('the end');
          await cast.recover();
        }
        await cast.settle();
        const note = `killed ${killer.done.join('; ')}`;
        expect(await theEndOf(cast), note).toEqual(THE_END);
        const told = await checkBooks(local, note);
        expect(
          told.every(({ state }) => ['sent', 'unknown', 'skipped'].includes(state)),
          note,
        ).toBe(true);
        expect(killer.done).toHaveLength(kills.length);
        expect(errorsIn(local), note).toEqual([]);
      });
    },
  );
});
