import type { FastifyInstance } from 'fastify';
import { createServer } from '#api/http/server.ts';
import { ALL_ROUTES } from '#api/routes/index.ts';
import { UNDO_SECONDS } from '#domain/announcements/announcement.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { UNWATCHED, type Watch } from '#telemetry/watch.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import { aPhoto } from '#tests/bot/aPhoto.ts';
import { settleAll } from '#tests/bot/pairWorld.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';

export const EVERYBODY = [
  ...(['noor', 'clara', 'vera', 'aisha', 'mia', 'diego', 'stranger'] as const),
  ...(['hana', 'samuel', 'ruth'] as const),
] as const;
type Name = (typeof EVERYBODY)[number];

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>;

/** One cohort in which everything has happened once, made through the API, with every kind of row in it. */
export interface EdgeWorld {
  ctx: TestContext;
  cohort: string;
  pair: string;
  occurrence: string;
  goal: string;
  exchange: string;
  learning: string;
  concern: string;
  ask(who: string, what: string, body?: unknown, headers?: object): Promise<Answer>;
  /** A new server on the same rows, so that nobody has asked too often. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

const aServerOn = (ctx: TestContext, watch: Watch): Promise<FastifyInstance> =>
  createServer({
    ctx: { ...ctx, tables: watch.tables(ctx.tables) },
    watch: watch.requests,
    verify: async (name = '') => {
      if (!EVERYBODY.includes(name as Name)) return undefined;
      const roles = name === 'noor' ? ['Champion'] : name === 'ruth' ? ['Sponsor'] : [];
      return {
        directoryId: idOf(name),
        mail: `${name}@turntable.example`,
        name: `${name} Example`,
        signInName: '',
        roles,
      };
    },
    routes: ALL_ROUTES,
    tabConfig: { clientId: 'c', initiateLoginEndpoint: 'https://x.example/', teamsAppId: 'app' },
  });

/** An id as the directory gives it. */
const idOf = (name: string): string =>
  `aaaaaaaa-0000-4000-8000-${Buffer.from(name.padEnd(6, '_')).toString('hex').slice(0, 12)}`;

const CSV = `name,mail,role
Clara Exampleton,clara@turntable.example,executive
Vera Exampleton,vera@turntable.example,executive
Aisha Specimen,aisha@turntable.example,mentor
Mia Sample,mia@turntable.example,mentor
Diego Muestra,diego@turntable.example,mentor
`;
const topic = (id: string) => ({ id, label: id });
const profileOf = (role: string) => ({
  wants: [topic(role === 'executive' ? 'generativeAi' : 'budgeting'), topic('own:bee keeping')],
  offers: [{ ...topic(role === 'executive' ? 'budgeting' : 'generativeAi'), strength: 3 }],
  interests: [],
  meets: ['walk'],
  reach: ['chat'],
  languages: ['en'],
  timeZone: 'Europe/Berlin',
  capacity: 2,
  excludes: [],
});

/** What Clara keeps to herself. */
export const PRIVATE_WORDS = 'I was afraid of asking.';

/** What is read of the answers here. */
interface Said {
  person: string;
  ways: { to: string }[];
  concern: string;
  cohort: string;
  import: string;
  etag: string;
  round: string;
  members: { mail: string; person: string }[];
  pairs: { pair: string }[];
  agreement: { hash: string; text: { endsOn: string } } | null;
  draft: object;
  goal: string;
  exchange: string;
  learning: string;
  partners: { person: string }[];
  occurrence: string;
}

interface Calls {
  ask: EdgeWorld['ask'];
  /** The same, for what must work; its answer. */
  done(...asked: Parameters<EdgeWorld['ask']>): Promise<Said>;
  settle(): Promise<void>;
  renew(): Promise<void>;
  close(): Promise<void>;
}

async function callsOn(ctx: TestContext, watch: Watch): Promise<Calls> {
  let server = await aServerOn(ctx, watch);
  const ask: Calls['ask'] = (who, what, body, headers = {}) => {
    const [method = '', url = ''] = what.split(' ');
    const type = body instanceof Uint8Array ? { 'content-type': 'text/csv' } : {};
    return server.inject({
      method: method as 'GET',
      url,
      headers: { authorization: who, 'x-time-zone': 'Europe/Berlin', ...type, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
  };
  const done: Calls['done'] = async (...asked) => {
    const answer = await ask(...asked);
    if (answer.statusCode >= 300)
      throw new Error(`${asked[0]} ${asked[1]}: ${answer.statusCode} ${answer.body}`);
    return JSON.parse(answer.body || '{}');
  };
  const close = () => server.close();
  const renew = async () => {
    await close();
    server = await aServerOn(ctx, watch);
  };
  return { ask, done, settle: () => settleAll(ctx, []), renew, close };
}

/** A cohort with everybody in it, who have joined and said what they want. */
async function aFullCohort(ctx: TestContext, { done, settle }: Calls): Promise<string> {
  const days = { startsOn: '2026-11-01', endsOn: '2027-05-31' };
  const { cohort } = await done('noor', 'POST /api/cohorts', {
    ...{ name: 'Finance pilot', kind: 'pilot' },
    ...days,
  });
  for (const [name, seat] of [['hana', 'contact'] as const, ['samuel', 'standIn'] as const]) {
    const { person } = await done(name, 'GET /api/me');
    await aContactIn(ctx, cohort, { seat, written: name }, asId<PersonId>(person));
    const channel = { serviceUrl: 'https://smba.example', conversationId: `a:${name}`, tenantId: 't' };
    const value = { ...channel, userId: `29:${name}`, botId: '28:b', state: 'open' };
    await ctx.tables.commit('people', person, [
      { op: 'create', key: 'channel', value },
      { op: 'create', key: `contact_${cohort}`, value: { cohort } },
    ]);
  }
  const checked = await done('noor', `POST /api/cohorts/${cohort}/import`, Buffer.from(CSV));
  await settle();
  await done('noor', `POST /api/cohorts/${cohort}/import/${checked.import}/confirmation`);
  await settle();
  await done('noor', `POST /api/cohorts/${cohort}/invitations`, {});
  await settle();
  for (const name of ['clara', 'vera', 'aisha', 'mia', 'diego']) {
    const role = name === 'clara' || name === 'vera' ? 'executive' : 'mentor';
    await done(name, `POST /api/enrolments/${cohort}/answer`, { answer: 'join' });
    const { etag } = await done(name, 'GET /api/profile');
    await done(name, 'PUT /api/profile', profileOf(role), etag ? { 'if-match': `"${etag}"` } : {});
    await settle();
  }
  return cohort;
}

/** An announcement, a published round and one in preview, and a wish. */
async function announceAndMatch(ctx: TestContext, { done, settle }: Calls, cohort: string): Promise<void> {
  await done('noor', `POST /api/cohorts/${cohort}/announcements`, {
    ...{ title: 'Welcome', text: 'Hello everybody.', audience: 'everyone' },
  });
  ctx.clock.advance(UNDO_SECONDS * 1_000);
  await settle();
  const { round } = await done('noor', `POST /api/cohorts/${cohort}/rounds`, {});
  await done('noor', `POST /api/cohorts/${cohort}/rounds/${round}/publication`);
  await settle();
  await done('noor', `POST /api/cohorts/${cohort}/rounds`, {});
  const { members } = await done('noor', `GET /api/cohorts/${cohort}/members`);
  const personOf = (name: string) => members.find(({ mail }) => mail.startsWith(name))?.person;
  const path = `/api/cohorts/${cohort}/wishes/${personOf('vera')}/${personOf('diego')}`;
  await done('noor', `PUT ${path}`, { wish: 'ban' });
}

/** Clara's pair with its signed agreement. */
async function aSignedPair({ ask, done, settle }: Calls): Promise<string> {
  const { pairs } = await done('clara', 'GET /api/me');
  const { pair } = pairs[0] ?? { pair: '' };
  const sees = async (name: string) => (await ask(name, `GET /api/pairs/${pair}`)).statusCode === 200;
  const partner = (await sees('aisha')) ? 'aisha' : (await sees('mia')) ? 'mia' : 'diego';
  for (const name of ['clara', partner])
    await done(name, `POST /api/pairs/${pair}/answer`, { answer: 'yes' });
  await settle();
  const { draft } = await done(partner, `GET /api/pairs/${pair}`);
  await done(partner, `PUT /api/pairs/${pair}/agreement`, draft, { 'if-match': '"0"' });
  const { agreement } = await done(partner, `GET /api/pairs/${pair}`);
  const signed = { hash: agreement?.hash, confidentiality: true };
  for (const name of ['clara', partner])
    await done(name, `POST /api/pairs/${pair}/agreement/1/signature`, signed);
  await settle();
  return pair;
}

/** A goal, and a meeting with a kept question, feedback, a jotting and something to be curious about. */
async function meetOnce({ done }: Calls, pair: string): Promise<{ goal: string; occurrence: string }> {
  const { goal } = await done('clara', `POST /api/pairs/${pair}/goals`, { text: 'Ask more', confidence: 3 });
  const where = { teamsMeeting: 'meeting', teamsChat: '19:chat' };
  const claim = { ...where, pair, startsAt: null, plannedEnd: null };
  const { occurrence } = await done('clara', 'POST /api/meetings', claim);
  await done('clara', `GET /api/pairs/${pair}/panel?occurrence=${occurrence}`);
  await done('clara', `POST /api/pairs/${pair}/panel?occurrence=${occurrence}`, { move: 'keep' });
  await done('clara', `POST /api/pairs/${pair}/meetings/${occurrence}/feedback`, {
    ...{ worthTheHour: 4, learned: 'Much', surprised: '' },
    ...{ balanced: 'yes', candid: 'yes', goOn: 'yes', shared: true },
  });
  const line = { text: 'Ask for the draft', shared: true };
  await done('clara', `POST /api/pairs/${pair}/meetings/${occurrence}/jottings`, line);
  await done('clara', `PUT /api/pairs/${pair}/curiosity`, { text: 'What do you skip?', shared: true });
  return { goal, occurrence };
}

/** What Clara says at the end of their time, which for anybody else is months away. */
async function sayAtTheEnd(ctx: TestContext, { done }: Calls, pair: string): Promise<void> {
  const { person } = await done('clara', 'GET /api/me');
  const { agreement } = await done('clara', `GET /api/pairs/${pair}`);
  const endsOn = agreement?.text.endsOn ?? '';
  const value = {
    ...{ endsOn, person, worth: 4, words: 'Thank you', shared: true, seq: 1 },
    at: new Date(ctx.clock.now()).toISOString(),
  };
  await ctx.tables.commit('pairs', pair, [{ op: 'create', key: `closing_${endsOn}_${person}`, value }]);
}

/** A help, a ripple for both, and something that Clara keeps to herself. */
async function exchangeOnce({ done }: Calls, pair: string): Promise<{ exchange: string; learning: string }> {
  const { partners } = await done('clara', `GET /api/pairs/${pair}/exchanges`);
  const told = { partner: partners[0]?.person, iHelped: true, kind: 'skill', text: 'Her slides' };
  const { exchange } = await done('clara', `POST /api/pairs/${pair}/exchanges`, told);
  const path = `POST /api/pairs/${pair}/learnings`;
  await done('clara', path, { kind: 'ripple', text: 'We ask first now', shared: true });
  const { learning } = await done('clara', path, { kind: 'learned', text: PRIVATE_WORDS });
  return { exchange, learning };
}

/** Everything once, by the API as far as its clock allows; `watch` looks on. */
export async function anEdgeWorld(watch: Watch = UNWATCHED): Promise<EdgeWorld> {
  const ctx = aContext();
  const calls = await callsOn(ctx, watch);
  const cohort = await aFullCohort(ctx, calls);
  await announceAndMatch(ctx, calls, cohort);
  const pair = await aSignedPair(calls);
  const { goal, occurrence } = await meetOnce(calls, pair);
  await sayAtTheEnd(ctx, calls, pair);
  const { exchange, learning } = await exchangeOnce(calls, pair);
  await calls.done('clara', 'PUT /api/profile/photo', aPhoto());
  await calls.done('clara', 'PUT /api/me/settings', { named: true });
  await calls.done('clara', `POST /api/enrolments/${cohort}/suggestions`, { mail: 'vera@turntable.example' });
  await calls.done('ruth', 'GET /api/me');
  await calls.done('noor', `PUT /api/cohorts/${cohort}/sponsor`, { mail: 'ruth@turntable.example' });
  await calls.done('noor', `POST /api/cohorts/${cohort}/in-name`, {
    ...{ title: 'Half-time', text: 'Three months are over.', audience: 'everyone' },
  });
  await calls.done('vera', `POST /api/searches/${cohort}`);
  const { ways } = await calls.done('clara', 'GET /api/concerns');
  const words = { cohort, to: ways[0]?.to, text: 'That was not right.' };
  const { concern } = await calls.done('clara', 'POST /api/concerns', words);
  await calls.settle();
  const { ask, renew, close } = calls;
  return { ctx, cohort, pair, occurrence, goal, exchange, learning, concern, ask, renew, close };
}
