import { afterEach, describe, expect, it } from 'vitest';
import { ROUTES, type RouteName } from '#api/contract/paths.ts';
import { UNDO_SECONDS } from '#domain/announcements/announcement.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import { anEdgeWorld, type EdgeWorld } from '#tests/bot/edgeWorld.ts';
import { type Sent, settleAll } from '#tests/bot/pairWorld.ts';

const MEETING = { teamsMeeting: 'another', teamsChat: '19:another' };
const COHORT = { name: 'Second wave', kind: 'wave', startsOn: '2026-12-01', endsOn: '2027-06-30' };
const FEEDBACK = {
  ...{ worthTheHour: 2, learned: 'Less', surprised: 'No' },
  ...{ balanced: 'no', candid: 'no', goOn: 'no', shared: false },
};
const NEWS = { title: 'Half-time', text: 'Three months are over.', audience: 'everyone' };
const CSV = Buffer.from('name,mail,role\nZoe Late,zoe@turntable.example,mentor\n');

interface Press {
  who: string;
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  etag?: string;
}

/** Member `who` of the cohort, by name of the mail. */
async function memberOf({ ask, cohort }: EdgeWorld, who: string): Promise<string> {
  const { members } = (await ask('noor', `GET /api/cohorts/${cohort}/members`)).json();
  return members.find(({ mail }: { mail: string }) => mail.startsWith(who)).person;
}

/** An announcement that nobody has yet. */
async function waiting({ ask, cohort }: EdgeWorld): Promise<{ announcement: string }> {
  return (await ask('noor', `POST /api/cohorts/${cohort}/announcements`, NEWS)).json();
}

async function importZoe({ ask, cohort, ctx }: EdgeWorld): Promise<void> {
  const { import: id } = (await ask('noor', `POST /api/cohorts/${cohort}/import?name=x.csv`, CSV)).json();
  await ask('noor', `POST /api/cohorts/${cohort}/import/${id}/confirmation`);
  await settleAll(ctx, []);
}

/** Every route that may make or send something, each with a press that does. */
const PRESSES: Partial<Record<RouteName, (world: EdgeWorld) => Press | Promise<Press>>> = {
  answerEnrolment: () => ({ who: 'mia', body: { answer: 'later' } }),
  recogniseTopics: () => ({ who: 'clara', body: { text: 'budgeting' } }),
  stopAnnouncement: async ({ ask, cohort }) => {
    const { announcements } = (await ask('noor', `GET /api/cohorts/${cohort}/announcements`)).json();
    return { who: 'noor', params: { announcement: announcements[0].announcement } };
  },
  nameChampion: async ({ ask }) => {
    await ask('ruth', 'GET /api/me');
    return { who: 'noor', body: { mail: 'ruth@turntable.example' } };
  },
  answerPair: async ({ ask }) => {
    const { pairs } = (await ask('vera', 'GET /api/me')).json();
    return { who: 'vera', params: { pair: pairs[0].pair }, body: { answer: 'yes' } };
  },
  signAgreement: async ({ ask, pair }) => {
    const { agreement } = (await ask('clara', `GET /api/pairs/${pair}`)).json();
    const body = { hash: agreement.hash, confidentiality: true };
    return { who: 'clara', params: { version: String(agreement.version) }, body };
  },
  pausePair: async ({ ask, pair, ctx }) => {
    const { turn } = (await ask('clara', `GET /api/pairs/${pair}`)).json();
    const until = new Date(ctx.clock.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    return { who: 'clara', body: { until }, etag: String(turn) };
  },
  resumePair: async ({ ask, pair }) => {
    const { turn } = (await ask('clara', `GET /api/pairs/${pair}`)).json();
    return { who: 'clara', etag: String(turn) };
  },
  endPair: () => ({ who: 'clara' }),
  addGoal: () => ({ who: 'clara', body: { text: 'Listen more', confidence: 2 } }),
  addExchange: async ({ ask, pair }) => {
    const { partners } = (await ask('clara', `GET /api/pairs/${pair}/exchanges`)).json();
    return { who: 'clara', body: { partner: partners[0].person, iHelped: true, kind: 'story' } };
  },
  addLearning: () => ({ who: 'clara', body: { kind: 'ripple', text: 'We ask first now' } }),
  claimMeeting: ({ pair }) => ({ who: 'clara', body: { ...MEETING, pair } }),
  enterMeeting: () => ({ who: 'clara', body: { teamsMeeting: 'meeting', teamsChat: '19:chat' } }),
  movePanel: async ({ ask, pair, occurrence }) => {
    const query = `?occurrence=${occurrence}`;
    const { etag } = (await ask('clara', `GET /api/pairs/${pair}/panel${query}`)).json();
    return { who: 'clara', query, body: { move: 'keep' }, etag };
  },
  giveFeedback: () => ({ who: 'clara', body: FEEDBACK }),
  jot: () => ({ who: 'clara', body: { text: 'Less is more', shared: true } }),
  raiseConcern: async ({ ask, cohort }) => {
    const { ways } = (await ask('clara', 'GET /api/concerns')).json();
    return { who: 'clara', body: { cohort, to: ways[0].to, text: 'It happened again.' } };
  },
  tellMeeting: ({ ctx }) => {
    const day = new Date(ctx.clock.now()).toISOString().slice(0, 10);
    return { who: 'clara', body: { day, way: 'walk' } };
  },
  addLine: async ({ ask, pair, occurrence }) => {
    await ask('clara', `POST /api/pairs/${pair}/meetings/${occurrence}/feedback`, { worthTheHour: 4 });
    const { worthTheHour: _, ...line } = FEEDBACK;
    return { who: 'clara', body: line };
  },
  search: () => ({ who: 'vera' }),
  askInTurn: async ({ ask, cohort }) => {
    const { etag, ...profile } = (await ask('vera', 'GET /api/profile')).json();
    await ask('vera', 'PUT /api/profile', { ...profile, capacity: 4 }, { 'if-match': `"${etag}"` });
    const { mentors } = (await ask('vera', `POST /api/searches/${cohort}`)).json();
    return { who: 'vera', body: { first: mentors[0]?.person ?? 'nobody', others: true } };
  },
  createCohort: () => ({ who: 'noor', body: COHORT }),
  importColumns: () => ({ who: 'noor', body: CSV }),
  askAgain: () => ({ who: 'noor', body: { members: 'unanswered' } }),
  checkMove: () => ({ who: 'noor', body: { members: 'unanswered' } }),
  movePeople: async (world) => {
    const { cohort: to } = (await world.ask('noor', 'POST /api/cohorts', COHORT)).json();
    await aContactIn(world.ctx, to);
    return { who: 'noor', body: { members: [await memberOf(world, 'mia')], to } };
  },
  checkImport: () => ({ who: 'noor', query: '?name=people.csv', body: CSV }),
  confirmImport: async ({ ask, cohort, ctx }) => {
    const checked = await ask('noor', `POST /api/cohorts/${cohort}/import?name=people.csv`, CSV);
    await settleAll(ctx, []);
    return { who: 'noor', params: { import: checked.json().import } };
  },
  invite: async (world) => {
    await importZoe(world);
    return { who: 'noor', body: {} };
  },
  suggestPeer: () => ({ who: 'clara', body: { mail: 'zoe@turntable.example' } }),
  inviteSuggested: async ({ ask, cohort }) => {
    await ask('clara', `POST /api/enrolments/${cohort}/suggestions`, { mail: 'zoe@turntable.example' });
    const { suggestions } = (await ask('noor', `GET /api/cohorts/${cohort}/suggestions`)).json();
    return { who: 'noor', params: { suggestion: suggestions[0].suggestion } };
  },
  joinMembers: async (world) => {
    await importZoe(world);
    const params = { member: await memberOf(world, 'zoe') };
    return { who: 'noor', params, body: { directoryId: 'aaaaaaaa-0000-4000-8000-0000000000fe' } };
  },
  runRound: () => ({ who: 'noor', body: { fresh: true } }),
  publishRound: () => ({ who: 'noor', params: { round: '2' } }),
  previewAnnouncement: () => ({ who: 'noor', body: NEWS }),
  audience: () => ({ who: 'noor', body: NEWS }),
  tryAnnouncement: async ({ ask, ctx }) => {
    const { person } = (await ask('noor', 'GET /api/me')).json();
    const value = { serviceUrl: 'https://smba.example', conversationId: 'a:noor', tenantId: 't' };
    const chat = { ...value, userId: '29:noor', botId: '28:b', state: 'open' };
    await ctx.tables.commit('people', person, [{ op: 'create', key: 'channel', value: chat }]);
    return { who: 'noor', body: NEWS };
  },
  callOffAnnouncement: async (world) => ({ who: 'noor', params: await waiting(world) }),
  recallAnnouncement: async ({ ask, cohort }) => {
    const { announcements } = (await ask('noor', `GET /api/cohorts/${cohort}/announcements`)).json();
    return { who: 'noor', params: { announcement: announcements[0].announcement } };
  },
  announce: () => ({ who: 'noor', body: NEWS }),
  callGathering: ({ ctx }) => {
    const startsAt = new Date(ctx.clock.now() + 86_400_000).toISOString();
    return { who: 'noor', body: { startsAt, minutes: 60, place: 'Room 4' } };
  },
  sayGone: async (world) => ({ who: 'noor', params: { member: await memberOf(world, 'clara') } }),
  askInName: () => ({ who: 'noor', body: NEWS }),
  announceAsSponsor: () => ({ who: 'ruth', body: NEWS }),
  answerInName: async ({ ask, cohort }) => {
    const { inName } = (await ask('noor', `GET /api/cohorts/${cohort}/sponsor`)).json();
    return { who: 'ruth', params: { announcement: inName[0].announcement }, body: { answer: 'send' } };
  },
  recordReview: () => ({ who: 'noor', body: { decision: 'adjust', tweaks: ['Begin with a gathering'] } }),
  retryAnnouncement: async ({ ask, cohort }) => {
    const { announcements } = (await ask('noor', `GET /api/cohorts/${cohort}/announcements`)).json();
    return { who: 'noor', params: { announcement: announcements[0].announcement } };
  },
};

const MAKES: readonly RouteName[] = [
  'addGoal',
  'addExchange',
  'addLearning',
  'jot',
  'createCohort',
  'checkImport',
  'runRound',
  'announce',
  'askInName',
  'announceAsSponsor',
  'callGathering',
];

/** The row each of them makes. */
const OF: Partial<Record<RouteName, RegExp>> = {
  addGoal: /^pairs\/.*\/goal_/,
  jot: /^pairs\/.*\/jotting_/,
  addExchange: /^pairs\/.*\/exchange_/,
  addLearning: /^pairs\/.*\/learning_/,
  createCohort: /^cohorts\/[^/]*\/cohort$/,
  runRound: /^cohorts\/.*\/round_/,
  announce: /^cohorts\/.*\/announcement_/,
  recordReview: /^cohorts\/.*\/review$/,
};

const everyRow = ({ ctx }: EdgeWorld): string[] =>
  (['people', 'pairs', 'cohorts', 'concerns', 'deliveries'] as const).flatMap((table) =>
    ctx.tables
      .all(table)
      .filter(({ key }) => !key.startsWith('outbox_'))
      .map(({ partition, key }) => `${table}/${partition}/${key}`),
  );

const LATER_MS = 5 * 60_000;
let world: EdgeWorld | undefined;
afterEach(async () => world?.close());

/** One press, as often as asked. */
async function aPress(name: RouteName) {
  world = await anEdgeWorld();
  const here = world;
  // What the making of the world left for later is done before.
  here.ctx.clock.advance(LATER_MS);
  await settleAll(here.ctx, []);
  const press = await PRESSES[name]?.(here);
  if (!press) throw new Error(`nobody presses ${name}`);
  const params: Record<string, string> = { ...(here as unknown as Record<string, string>), ...press.params };
  const url = ROUTES[name].replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(params[part] ?? ''));
  const etag = press.etag ? { 'if-match': `"${press.etag}"` } : {};
  const send = (key: string) =>
    here.ask(press.who, `${url}${press.query ?? ''}`, press.body, {
      ...etag,
      ...(key ? { 'idempotency-key': key } : {}),
    });
  return { here, send };
}

describe('a press that is repeated', () => {
  it('is known for every route that makes or sends something', () => {
    const posts = Object.entries(ROUTES).filter(([, route]) => route.startsWith('POST '));
    expect(posts.map(([name]) => name).sort()).toEqual(Object.keys(PRESSES).sort());
  });

  it.each(Object.keys(PRESSES) as RouteName[])('makes and sends nothing more: %s', async (name) => {
    const { here, send } = await aPress(name);
    const sent: Sent[] = [];
    const first = await send('the same press');
    expect(first.statusCode, first.body).toBeLessThan(300);
    await settleAll(here.ctx, sent);
    // What can be undone goes out after that.
    here.ctx.clock.advance(UNDO_SECONDS * 1_000);
    await settleAll(here.ctx, sent);
    const [rows, told] = [everyRow(here), sent.length];
    here.ctx.clock.advance(LATER_MS);
    const second = await send('the same press');
    expect(second.statusCode, second.body).toBeLessThan(500);
    await settleAll(here.ctx, sent);
    expect(everyRow(here)).toEqual(rows);
    expect(sent).toHaveLength(told);
    if (MAKES.includes(name)) expect(idOf(second)).toEqual(idOf(first));
  });

  it.each(Object.keys(OF) as RouteName[])(
    'makes one thing when it comes three times at once: %s',
    async (name) => {
      const { here, send } = await aPress(name);
      const count = () => everyRow(here).filter((row) => OF[name]?.test(row)).length;
      const before = count();
      await Promise.all([send('at once'), send('at once'), send('at once')]);
      await settleAll(here.ctx, []);
      expect(count()).toBe(before + 1);
    },
  );

  it.each(['addGoal', 'addExchange', 'addLearning', 'createCohort', 'announce'] as const)(
    'is known without a key within the same minute, and is another one later: %s',
    async (name) => {
      const { here, send } = await aPress(name);
      const first = idOf(await send(''));
      expect(idOf(await send(''))).toEqual(first);
      here.ctx.clock.advance(60_000);
      expect(idOf(await send(''))).not.toEqual(first);
    },
  );

  it('is somebody else’s press under another name, and other words are another thing', async () => {
    const { here, send } = await aPress('addGoal');
    const first = idOf(await send('key'));
    const path = `POST /api/pairs/${here.pair}/goals`;
    const key = { 'idempotency-key': 'key' };
    const other = await here.ask('clara', path, { text: 'Listen less', confidence: 2 }, key);
    expect(other.statusCode).toBe(201);
    expect(idOf(other)).not.toEqual(first);
  });
});

/** What the answer says was made. */
function idOf(answer: Awaited<ReturnType<EdgeWorld['ask']>>) {
  const { goal, exchange, learning, cohort, import: file, round, announcement, gathering } = answer.json();
  return { goal, exchange, learning, cohort, file, round, announcement, gathering };
}
