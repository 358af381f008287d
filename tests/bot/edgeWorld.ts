import type { FastifyInstance } from 'fastify';
import { createServer } from '#api/http/server.ts';
import { ALL_ROUTES } from '#api/routes/index.ts';
import { settleAll } from '#tests/bot/pairWorld.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { TABLES } from '#usecases/story/ports.ts';

export const EVERYBODY = ['noor', 'clara', 'vera', 'aisha', 'mia', 'diego', 'stranger'] as const;
export type Name = (typeof EVERYBODY)[number];

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>;

/** One cohort in which everything has happened once, made through the API, with every kind of row in it. */
export interface EdgeWorld {
  ctx: TestContext;
  cohort: string;
  pair: string;
  occurrence: string;
  goal: string;
  ask(who: string, what: string, body?: unknown, headers?: object): Promise<Answer>;
  /** A new server on the same rows, so that nobody has asked too often. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

export const aServerOn = (ctx: TestContext): Promise<FastifyInstance> =>
  createServer({
    ctx,
    verify: async (name = '') => {
      if (!EVERYBODY.includes(name as Name)) return undefined;
      const roles = name === 'noor' ? ['Champion'] : [];
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
export const idOf = (name: string): string =>
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

export async function anEdgeWorld(): Promise<EdgeWorld> {
  const ctx = aContext();
  let server = await aServerOn(ctx);
  const ask: EdgeWorld['ask'] = (who, what, body, headers = {}) => {
    const [method = '', url = ''] = what.split(' ');
    return server.inject({
      method: method as 'GET',
      url,
      headers: { authorization: who, 'x-time-zone': 'Europe/Berlin', ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
  };
  const done = async (...asked: Parameters<EdgeWorld['ask']>) => {
    const answer = await ask(...asked);
    if (answer.statusCode >= 300)
      throw new Error(`${asked[0]} ${asked[1]}: ${answer.statusCode} ${answer.body}`);
    return answer.body === '' ? {} : answer.json();
  };
  const settle = () => settleAll(ctx, []);
  const days = { startsOn: '2026-11-01', endsOn: '2027-05-31' };
  const { cohort } = await done('noor', 'POST /api/cohorts', {
    name: 'Finance pilot',
    kind: 'pilot',
    ...days,
  });
  await done('noor', `POST /api/cohorts/${cohort}/import`, { csv: CSV });
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
  await done('noor', `POST /api/cohorts/${cohort}/announcements`, {
    ...{ title: 'Welcome', text: 'Hello everybody.', audience: 'everyone' },
  });
  await settle();
  const { round } = await done('noor', `POST /api/cohorts/${cohort}/rounds`, {});
  await done('noor', `POST /api/cohorts/${cohort}/rounds/${round}/publication`);
  await settle();
  await done('noor', `POST /api/cohorts/${cohort}/rounds`, {});
  const { members } = await done('noor', `GET /api/cohorts/${cohort}/members`);
  const personOf = (name: string) =>
    members.find(({ mail }: { mail: string }) => mail.startsWith(name)).person as string;
  await done('noor', `PUT /api/cohorts/${cohort}/wishes/${personOf('vera')}/${personOf('diego')}`, {
    wish: 'ban',
  });
  const { pairs } = await done('clara', 'GET /api/me');
  const { pair } = pairs[0];
  const mentor = (await ask('aisha', `GET /api/pairs/${pair}`)).statusCode === 200 ? 'aisha' : undefined;
  const partner =
    mentor ?? ((await ask('mia', `GET /api/pairs/${pair}`)).statusCode === 200 ? 'mia' : 'diego');
  for (const name of ['clara', partner])
    await done(name, `POST /api/pairs/${pair}/answer`, { answer: 'yes' });
  await settle();
  const { draft } = await done(partner, `GET /api/pairs/${pair}`);
  const agreement = { ...draft, confidentiality: true };
  await done(partner, `PUT /api/pairs/${pair}/agreement`, agreement, { 'if-match': '"0"' });
  for (const name of ['clara', partner]) await done(name, `POST /api/pairs/${pair}/agreement/1/signature`);
  await settle();
  const { goal } = await done('clara', `POST /api/pairs/${pair}/goals`, { text: 'Ask more', confidence: 3 });
  const where = { teamsMeeting: 'meeting', teamsChat: '19:chat' };
  const claim = { ...where, pair, startsAt: null, plannedEnd: null };
  const { occurrence } = await done('clara', 'POST /api/meetings', claim);
  await done('clara', `GET /api/pairs/${pair}/panel?occurrence=${occurrence}`);
  await done('clara', `POST /api/pairs/${pair}/panel?occurrence=${occurrence}`, { move: 'keep' });
  const feedback = {
    worthTheHour: 4,
    learned: 'Much',
    surprised: '',
    balanced: 'yes',
    candid: 'yes',
    goOn: 'yes',
  };
  await done('clara', `POST /api/pairs/${pair}/meetings/${occurrence}/feedback`, {
    ...feedback,
    shared: true,
  });
  await done('vera', `POST /api/searches/${cohort}`);
  await settle();
  const close = () => server.close();
  const renew = async () => {
    await close();
    server = await aServerOn(ctx);
  };
  return { ctx, cohort, pair, occurrence, goal, ask, renew, close };
}

/** Every row there is, by place, so that a change shows; what only counts or marks is left out. */
export const snapshotOf = (ctx: TestContext): Map<string, string> =>
  new Map(
    TABLES.flatMap((table) =>
      ctx.tables
        .all(table)
        .map((row) => [`${table}/${row.partition}/${row.key}`, JSON.stringify(row)] as const),
    ),
  );
