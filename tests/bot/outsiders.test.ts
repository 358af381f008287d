import { beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, type RouteName } from '#api/contract/paths.ts';
import type { BodyOf } from '#api/contract/shapes.ts';
import { anEdgeWorld, type EdgeWorld, EVERYBODY } from './edgeWorld.ts';

/** Every route of a pair, by its path: one that is new does not compile until it says here what it is asked with. */
type PairRoute = {
  [Name in RouteName]: (typeof ROUTES)[Name] extends `${string}/:pair${string}` ? Name : never;
}[RouteName];

const AGREEMENT = {
  ...{ respectForTime: 'We start on time.', whatItIs: 'A talk.', whatItIsNot: 'A test.' },
  ...{ executiveWantsToLearn: 'Much', howEachHelps: 'We ask.', whereAndHow: 'A walk.' },
  ...({ rhythm: 'none', endsOn: '2027-05-31' } as const),
};
const LINE = {
  ...{ learned: 'Much', surprised: '', shared: false },
  ...({ balanced: '', candid: '', goOn: '' } as const),
};
/** What a member may send, in an order in which each still finds an open space. */
const BODIES: { [Name in PairRoute]: BodyOf<Name> } = {
  pair: undefined,
  pairPhotos: undefined,
  goals: undefined,
  meetings: undefined,
  kept: undefined,
  panel: undefined,
  ownWords: undefined,
  planning: undefined,
  timeline: undefined,
  exchanges: undefined,
  addGoal: { text: 'Listen', confidence: 2 },
  changeGoal: { text: 'Listen more', confidence: 3 },
  addExchange: { partner: 'somebody', iHelped: true, kind: 'skill' },
  takeBackExchange: undefined,
  addLearning: { kind: 'learned', text: 'To listen' },
  changeLearning: { kind: 'learned', text: 'To listen' },
  removeLearning: undefined,
  movePanel: { move: 'keep' },
  tellMeeting: { day: '2026-11-23', way: 'walk' },
  tellOutcome: { outcome: 'met' },
  giveFeedback: { worthTheHour: 4 },
  changeFace: { worthTheHour: 5 },
  addLine: LINE,
  jottings: undefined,
  jot: { text: 'Ask twice', shared: true },
  changeJotting: { text: 'Ask three times', shared: true },
  removeJotting: undefined,
  curiosity: undefined,
  saveCuriosity: { text: 'What do you skip?', shared: true },
  closing: undefined,
  sayClosing: { worth: 4, words: 'Thank you', shared: true },
  meetAgain: { again: true },
  answerPair: { answer: 'yes' },
  draftAgreement: AGREEMENT,
  signAgreement: { hash: 'a'.repeat(64), confidentiality: true },
  pausePair: { until: '2027-01-04' },
  resumePair: undefined,
  withdrawConsent: undefined,
  endPair: undefined,
  newMatch: { wish: 'somebodyNew' },
};
const NAMES = Object.keys(BODIES) as PairRoute[];
const NO_PAIR = '00000000-0000-4000-8000-000000000000';

let world: EdgeWorld;
let members: string[];
let outsiders: string[];
beforeAll(async () => {
  world = await anEdgeWorld();
  for (const who of EVERYBODY) await world.ask(who, 'GET /api/me');
  members = [];
  for (const who of EVERYBODY)
    if ((await world.ask(who, `GET /api/pairs/${world.pair}`)).statusCode === 200) members.push(who);
  outsiders = EVERYBODY.filter((who) => !members.includes(who));
  return () => world.close();
}, 60_000);

/** The id of a row of the pair, as its key has it. */
const idOfA = (kind: string): string =>
  world.ctx.tables
    .all('pairs')
    .find(({ partition, key }) => partition === world.pair && key.startsWith(`${kind}_`))
    ?.key.slice(kind.length + 1) ?? NO_PAIR;

const asked = (name: PairRoute, pair: string): string => {
  const { goal, occurrence, exchange, learning } = world;
  const made = { goal, occurrence, exchange, learning, jotting: idOfA('jotting') };
  const params: Record<string, string> = { ...made, pair, version: '1' };
  const path = ROUTES[name].replace(/:(\w+)/g, (_, part: string) => params[part] ?? NO_PAIR);
  return name === 'panel' || name === 'movePanel' ? `${path}?occurrence=${occurrence}` : path;
};
/** Status and words of an answer; the reference that each refusal has of its own is left out. */
async function answerTo(who: string, name: PairRoute, pair: string): Promise<[number, string]> {
  const { statusCode, body } = await world.ask(who, asked(name, pair), BODIES[name], {
    'if-match': '"0"',
  });
  return [statusCode, body.replace(/"reference":"[^"]*"/, '')];
}
/** The rows of everything but a visit, which writes down who came. */
const truth = (): string[] =>
  [...world.ctx.tables.versions()]
    .map(String)
    .filter((row) => row.startsWith('pairs/') || row.startsWith('concerns/'));

describe('whoever is not of a pair', () => {
  it('is there in every part: champion, sponsor, contact, stand-in, another pair, nobody at all', () => {
    expect(members).toHaveLength(2);
    expect(outsiders).toEqual(expect.arrayContaining(['noor', 'ruth', 'hana', 'samuel', 'vera', 'stranger']));
  });

  it.each(NAMES)('finds by %s only what is found where there is no pair', async (name) => {
    await world.renew();
    const before = truth();
    for (const who of outsiders) {
      const told = await answerTo(who, name, world.pair);
      expect([who, ...told]).toEqual([who, ...(await answerTo(who, name, NO_PAIR))]);
      expect([who, told[0]]).toEqual([who, 404]);
    }
    expect(truth()).toEqual(before);
  });

  it.each(NAMES)('without a token that holds, is sent to sign in: %s', async (name) => {
    for (const who of ['', 'expired']) expect((await answerTo(who, name, world.pair))[0]).toBe(401);
  });
});

describe('whoever is of the pair', () => {
  it('finds each of these routes there', async () => {
    for (const name of NAMES) {
      await world.renew();
      const [status] = await answerTo(members[0] ?? '', name, world.pair);
      expect([name, status]).not.toEqual([name, 404]);
      expect([name, status]).not.toEqual([name, 401]);
      expect(status).toBeLessThan(500);
    }
  });
});

describe('whoever joins their meeting as a guest', () => {
  it('learns that it belongs to others, and nothing of them', async () => {
    await world.renew();
    const where = 'teamsMeeting=meeting&teamsChat=19%3Achat';
    const seen = new Set<string>();
    for (const who of outsiders) {
      const { statusCode, body } = await world.ask(who, `GET /api/meetings?${where}`);
      expect(statusCode).toBe(200);
      seen.add(body);
    }
    expect([...seen]).toEqual([expect.stringMatching(/^\{"state":"(others|elsewhere)"\}$/)]);
  });
});
