import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OwnWords } from '#api/contract/agreement.ts';
import type { PairView } from '#api/contract/pairs.ts';
import { agreementRoutes } from '#api/routes/agreement.ts';
import { exchangeRoutes } from '#api/routes/exchanges.ts';
import { feedbackRoutes } from '#api/routes/feedback.ts';
import { goalRoutes } from '#api/routes/goals.ts';
import { meetingRoutes } from '#api/routes/meetings.ts';
import { pairRoutes } from '#api/routes/pairs.ts';
import { panelRoutes } from '#api/routes/panel.ts';
import { PRIVACY } from '#domain/all/privacy.ts';
import type { OccurrenceId } from '#domain/basics/ids.ts';
import { standing } from '#domain/pairs/agreement.ts';
import { aPaired, aSigned, PAIR, type PairWorld, rowsOf, signed } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { aMeeting, truthIn } from '#tests/bot/teams/stage.ts';
import { aBotOn } from '#tests/bot/teams/surroundings.ts';
import { etagOf, showPanel, watchPanel } from '#usecases/meetings/panel.ts';
import { agreementsIn } from '#usecases/pairs/pairs.ts';
import { aServer, type Server } from './calling.ts';

const teams = localTeams();
const ROUTES = [
  ...pairRoutes,
  ...agreementRoutes,
  ...goalRoutes,
  ...meetingRoutes,
  ...panelRoutes,
  ...feedbackRoutes,
  ...exchangeRoutes,
];
const AT = `/api/pairs/${PAIR}`;
const FEEDBACK = {
  ...{ worthTheHour: 4, learned: 'My own lesson', surprised: 'My own surprise', shared: true },
  ...{ balanced: '', candid: '', goOn: '' },
};
let world: PairWorld;
let server: Server;
let occurrence: OccurrenceId;

beforeEach(async () => {
  world = await aSigned();
  server = await aServer(world.ctx, ROUTES);
  occurrence = await aMeeting(world);
});
afterEach(() => server.close());

const headFor = async (who: string): Promise<PairView> => (await server.ask(who, `GET ${AT}`)).body;
const withdraw = (who: string) => server.ask(who, `DELETE ${AT}/agreement/consent`);
const sign = (who: string, version: number) =>
  server.ask(who, `POST ${AT}/agreement/${version}/signature`, {
    body: { hash: signed(version).hash, confidentiality: true },
  });
const mine = async (who: string): Promise<OwnWords['words']> => {
  const { words }: OwnWords = (await server.ask(who, `GET ${AT}/mine`)).body;
  return words;
};
/** A goal, a press and feedback of each. */
async function aFullSpace(): Promise<void> {
  for (const who of ['clara', 'aisha']) {
    await server.ask(who, `POST ${AT}/goals`, { body: { text: `A goal of ${who}`, confidence: 2 } });
    world.ctx.clock.advance(1_000);
    const body = { ...FEEDBACK, learned: `A lesson of ${who}` };
    await server.ask(who, `POST ${AT}/meetings/${occurrence}/feedback`, { body });
    world.ctx.clock.advance(1_000);
  }
  await server.ask('clara', `GET ${AT}/panel?occurrence=${occurrence}`);
}
/** Everything of the space that the API has. */
const spaceRoutes = (): [string, object?, string?][] => [
  ...['goals', 'meetings', 'kept', 'timeline', 'exchanges'].map((part): [string] => [`GET ${AT}/${part}`]),
  [`POST ${AT}/goals`, { text: 'Another', confidence: 1 }],
  [`POST ${AT}/exchanges`, { partner: world.aisha, iHelped: true, kind: 'skill' }],
  [`DELETE ${AT}/exchanges/any`],
  [`POST ${AT}/learnings`, { kind: 'learned', text: 'Another' }],
  [`PUT ${AT}/learnings/any`, { kind: 'learned', text: 'Another' }, '1'],
  [`DELETE ${AT}/learnings/any`],
  [`PUT ${AT}/goals/any`, { text: 'Another', confidence: 1 }, '1'],
  [`GET ${AT}/panel?occurrence=${occurrence}`],
  [`POST ${AT}/panel?occurrence=${occurrence}`, { move: 'another' }, '1'],
  [`POST ${AT}/meetings/${occurrence}/feedback`, FEEDBACK],
];
const answersTo = (who: string) =>
  Promise.all(
    spaceRoutes().map(async ([route, body, etag = '']) => {
      const { status, body: said } = await server.ask(who, route, { ...(body && { body }), etag });
      return { route, status, said: { ...(said as object), reference: '' } };
    }),
  );
const notices = () => world.sent.map(({ job, to }) => `${job} to ${to === world.clara ? 'Clara' : 'Aisha'}`);

describe.each(['clara', 'aisha'])('consent that %s withdraws', (who) => {
  const other = who === 'clara' ? 'aisha' : 'clara';

  it('closes every route of the space at once, for both, as if it had never been open', async () => {
    await aFullSpace();
    for (const one of await answersTo(other)) expect(one.status, one.route).not.toBe(409);
    expect(await withdraw(who)).toMatchObject({ status: 204, body: undefined });
    const never = await aPaired();
    const unopened = await aServer(never.ctx, ROUTES);
    const shut = (await unopened.ask(who, `GET ${AT}/goals`)).body as { detail: string; type: string };
    await unopened.close();
    const before = truthIn(world.ctx);
    for (const reader of [who, other])
      for (const { route, status, said } of await answersTo(reader))
        expect({ route, status, said }).toMatchObject({
          ...{ route, status: 409, said: { type: shut.type, detail: shut.detail } },
        });
    expect(truthIn(world.ctx)).toEqual(before);
    expect(await headFor(other)).toMatchObject({
      ...{ state: 'active', hasSpace: false, isClosed: true, spaceVersion: '', next: 'spaceClosed' },
      ...{ canSign: true, canWithdraw: false, agreement: { version: 2, signatures: [], before: null } },
    });
  });

  it('leaves each what they wrote themselves, and nothing of the other', async () => {
    await aFullSpace();
    await withdraw(who);
    for (const one of [who, other]) {
      expect((await mine(one)).map(({ kind, text }) => [kind, text]).sort()).toEqual([
        ['goal', `A goal of ${one}`],
        ['learned', `A lesson of ${one}`],
        ['surprised', 'My own surprise'],
      ]);
    }
    expect((await server.ask('diego', `GET ${AT}/mine`)).status).toBe(404);
  });

  it('is told to the other alone, kindly and without a name', async () => {
    await withdraw(who);
    await withdraw(who);
    await world.settle();
    const name = other === 'clara' ? 'Clara' : 'Aisha';
    expect(notices().filter((job) => job.startsWith('spaceClosed'))).toEqual([
      `spaceClosed_${PAIR}_2 to ${name}`,
    ]);
    expect((await rowsOf(world)).list('withdrawal')).toHaveLength(1);
  });

  it('opens again once both sign anew; the first of them asks the other', async () => {
    await aFullSpace();
    await withdraw(who);
    expect((await sign(other, 1)).status).toBe(204);
    expect((await headFor(other)).hasSpace).toBe(false);
    expect((await sign(other, 2)).status).toBe(204);
    await world.settle();
    expect(notices()).toContain(`agreement_${PAIR}_2 to ${who === 'clara' ? 'Clara' : 'Aisha'}`);
    expect(await headFor(other)).toMatchObject({ hasSpace: false, isClosed: true, next: 'waitForSignature' });
    expect((await sign(who, 2)).status).toBe(204);
    expect(await headFor(other)).toMatchObject({ hasSpace: true, isClosed: false, canWithdraw: true });
    expect((await server.ask(other, `GET ${AT}/goals`)).body).toMatchObject({ goals: [{}, {}] });
  });
});

describe('a space that was closed', () => {
  it('tells nobody of it who hears late, once it is open again', async () => {
    await withdraw('clara');
    for (const who of ['clara', 'aisha']) await sign(who, 2);
    await world.settle();
    expect(notices().filter((job) => job.startsWith('spaceClosed'))).toEqual([]);
  });

  it('is nobody’s to close who is not of the pair', async () => {
    const before = truthIn(world.ctx);
    expect((await withdraw('diego')).status).toBe(404);
    expect(truthIn(world.ctx)).toEqual(before);
  });

  it('ends the waiting of a live panel at once', async () => {
    const { panel } = await showPanel(world.ctx, world.aisha, PAIR, occurrence);
    const { signal } = new AbortController();
    const after = etagOf(panel);
    const waiting = watchPanel(world.ctx, world.aisha, PAIR, { occurrence, after, signal });
    await withdraw('clara');
    await expect(waiting).rejects.toMatchObject({ word: 'pair:agreement.needed' });
  });

  it('stays closed when whoever withdrew is forgotten', async () => {
    await withdraw('clara');
    const { forget } = PRIVACY.pairs.withdrawal as unknown as { forget(value: object, who: object): object };
    const rows = await rowsOf(world);
    const pair = rows.find('pair')?.value;
    for (const { id, value } of rows.list('withdrawal'))
      rows.put('withdrawal', id, forget(value, { person: world.clara }) as never);
    expect(pair && standing(pair, agreementsIn(rows))).toBeUndefined();
  });

  it('closes once when both withdraw at the same moment', async () => {
    await Promise.all([withdraw('clara'), withdraw('aisha')]);
    expect((await rowsOf(world)).list('withdrawal')).toHaveLength(1);
    expect(await headFor('aisha')).toMatchObject({ isClosed: true, agreement: { version: 2 } });
  });

  it('takes no answer from a card that came before, and asks back before it closes', async () => {
    const bot = aBotOn(world.ctx, teams);
    const asked = await bot.press('pair.withdraw', { pair: PAIR });
    expect(JSON.stringify(asked.value)).toContain('Take back your promise?');
    expect((await headFor('clara')).hasSpace).toBe(true);
    const done = await bot.press('pair.withdraw', { pair: PAIR, sure: true });
    expect(JSON.stringify(done.value)).toContain('It is taken back.');
    expect((await headFor('clara')).isClosed).toBe(true);
    const before = (await rowsOf(world)).list('feedback');
    await bot.press('feedback.give', { pair: PAIR, occurrence, worthTheHour: '4' });
    expect((await rowsOf(world)).list('feedback')).toEqual(before);
  });
});
