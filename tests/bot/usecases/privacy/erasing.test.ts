import { afterEach, describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { aPhoto } from '#tests/bot/aPhoto.ts';
import { anEdgeWorld, type EdgeWorld, PRIVATE_WORDS } from '#tests/bot/edgeWorld.ts';
import { settleAll } from '#tests/bot/pairWorld.ts';
import { CrashingTables } from '#tests/fakes/crashing.ts';
import { eraseMe } from '#usecases/privacy/erasing.ts';
import { TABLES } from '#usecases/story/ports.ts';

let world: EdgeWorld;
afterEach(() => world?.close());

const NAMES: Record<string, string[]> = {
  ...{ clara: ['Clara'], vera: ['Vera'], aisha: ['Aisha'], mia: ['Mia'], diego: ['Diego'] },
  ...{ hana: ['hana'], samuel: ['samuel'] },
};

const idOf = async (who: string): Promise<PersonId> =>
  asId(JSON.parse((await world.ask(who, 'GET /api/me')).body).person);

/** Every row in which somebody is still called by id, address, directory id or name. */
function tracesOf(who: string, person: PersonId): string[] {
  const said = [person, `${who}@turntable.example`, ...(NAMES[who] ?? [])];
  return TABLES.flatMap((table) =>
    world.ctx.tables
      .all(table)
      .filter((row) => said.some((one) => JSON.stringify(row).includes(one)))
      .map(({ partition, key, value }) => `${table}/${partition}/${key} ${JSON.stringify(value)}`),
  );
}

async function aSecondChampion(): Promise<void> {
  await world.ask('ruth', 'GET /api/me');
  const body = { mail: 'ruth@turntable.example' };
  const named = await world.ask('noor', `POST /api/cohorts/${world.cohort}/champions`, body);
  expect(named.statusCode, named.body).toBe(200);
}

const settle = () => settleAll(world.ctx, []);

describe.each(['clara', 'vera', 'aisha', 'mia', 'diego', 'hana', 'samuel'])('%s, who is erased', (who) => {
  it('is in no row of any table any more', async () => {
    world = await anEdgeWorld();
    const person = await idOf(who);
    expect(tracesOf(who, person)).not.toEqual([]);
    expect((await world.ask(who, 'DELETE /api/me')).statusCode).toBe(204);
    await settle();
    expect(tracesOf(who, person)).toEqual([]);
    expect(await world.ctx.queue.receive(1, 1)).toEqual([]);
  });
});

describe('somebody who is erased', () => {
  it('is unreachable with that request: a stranger to their own account, and nameless to their partner', async () => {
    world = await anEdgeWorld();
    const person = await idOf('clara');
    await world.ask('clara', 'DELETE /api/me');
    const me = await world.ask('clara', 'GET /api/me');
    expect(me.statusCode).toBe(200);
    expect(JSON.parse(me.body)).toMatchObject({ enrolments: [], pairs: [], isChampion: false });
    expect(JSON.parse(me.body).person).not.toBe(person);
    expect((await world.ask('clara', `GET /api/pairs/${world.pair}`)).statusCode).toBe(404);
    for (const name of ['aisha', 'mia', 'diego'])
      for (const part of ['', '/goals', '/meetings', '/timeline', '/exchanges', '/kept', '/photos']) {
        const seen = await world.ask(name, `GET /api/pairs/${world.pair}${part}`);
        for (const said of ['Clara', person, PRIVATE_WORDS, aPhoto().image])
          expect(seen.body, part).not.toContain(said);
      }
  });

  it('is named to nobody with that request, and what they suggested goes', async () => {
    world = await anEdgeWorld();
    const programme = `GET /api/enrolments/${world.cohort}`;
    expect((await world.ask('vera', programme)).json().takingPart).toEqual(['clara Example']);
    await world.ask('clara', 'DELETE /api/me');
    expect((await world.ask('vera', programme)).json().takingPart).toEqual([]);
    await settle();
    const { suggestions } = (await world.ask('noor', `GET /api/cohorts/${world.cohort}/suggestions`)).json();
    expect(suggestions).toEqual([]);
  });

  it('asked twice is erased once', async () => {
    world = await anEdgeWorld();
    const person = await idOf('clara');
    await eraseMe(world.ctx, person);
    await eraseMe(world.ctx, person);
    await settle();
    expect(tracesOf('clara', person)).toEqual([]);
  });

  it('leaves nothing of a pair when the other one is erased too', async () => {
    world = await anEdgeWorld();
    for (const who of ['clara', 'aisha', 'mia', 'diego']) {
      expect((await world.ask(who, 'DELETE /api/me')).statusCode).toBe(204);
      await settle();
    }
    expect(world.ctx.tables.all('pairs').filter(({ partition }) => partition === world.pair)).toEqual([]);
  });

  it('takes nothing of a stranger who has the same first name, whatever cannot be read', async () => {
    world = await anEdgeWorld();
    const { tables } = world.ctx;
    const row = await tables.find('pairs', world.pair, 'pair');
    const members = [{ name: 'Vera Lindqvist' }];
    const newer = {
      op: 'replace' as const,
      key: 'pair',
      etag: row?.etag ?? '',
      value: { state: 'later', members },
    };
    const odd = { op: 'create' as const, key: 'later_1', value: { text: 'Lunch with Vera Lindqvist' } };
    const goal = await tables.find('pairs', world.pair, `goal_${world.goal}`);
    const text = 'Write to Vera Lindqvist';
    const words = {
      ...{ op: 'replace' as const, key: `goal_${world.goal}`, etag: goal?.etag ?? '' },
      value: { ...goal?.value, text },
    };
    await tables.commit('pairs', world.pair, [newer, odd, words]);
    const before = tables.all('pairs').filter(({ partition }) => partition === world.pair);
    expect((await world.ask('vera', 'DELETE /api/me')).statusCode).toBe(204);
    await settle();
    expect(tables.all('pairs').filter(({ partition }) => partition === world.pair)).toEqual(before);
  });

  it('keeps what a champion who goes asked for: two whom she keeps apart', async () => {
    world = await anEdgeWorld();
    await aSecondChampion();
    expect((await world.ask('noor', 'DELETE /api/me')).statusCode).toBe(204);
    await settle();
    const [wish, ...more] = world.ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('wish_'));
    expect([wish?.value, more]).toMatchObject([{ by: 'gone' }, []]);
  });

  it('of two who run a cohort and both go, one is too late', async () => {
    world = await anEdgeWorld();
    await aSecondChampion();
    const both = await Promise.all(['noor', 'ruth'].map((who) => world.ask(who, 'DELETE /api/me')));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
    await settle();
    expect(world.ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('champion_')).length).toBe(1);
  });

  it('is not held by a cohort that is over, nor by one that never was theirs', async () => {
    world = await anEdgeWorld();
    const named = await world.ask('noor', `POST /api/cohorts/${world.cohort}/champions`, {
      mail: 'hana@turntable.example',
    });
    expect(named.statusCode).toBe(409);
    expect((await world.ask('hana', 'DELETE /api/me')).statusCode).toBe(204);
    world.ctx.clock.set('2028-01-10T09:00:00.000Z');
    expect((await world.ask('noor', 'DELETE /api/me')).statusCode).toBe(204);
  });

  it('leaves nothing in what somebody else was invited by', async () => {
    world = await anEdgeWorld();
    const person = await idOf('clara');
    const peer = { mail: 'new@turntable.example' };
    const said = await world.ask('clara', `POST /api/enrolments/${world.cohort}/suggestions`, peer);
    expect(said.statusCode, said.body).toBeLessThan(300);
    const { suggestions } = (await world.ask('noor', `GET /api/cohorts/${world.cohort}/suggestions`)).json();
    const at = `/api/cohorts/${world.cohort}/suggestions/${suggestions[0].suggestion ?? suggestions[0].id}`;
    const invited = await world.ask('noor', `POST ${at}/invitation`, {});
    expect(invited.statusCode, invited.body).toBeLessThan(300);
    await settle();
    await world.ask('clara', 'DELETE /api/me');
    await settle();
    expect(tracesOf('clara', person)).toEqual([]);
  });

  it('leaves whoever was to meet them in a round first in the next one, and told so', async () => {
    world = await anEdgeWorld();
    const { tables } = world.ctx;
    const [vera, mia] = [await idOf('vera'), await idOf('mia')];
    const two = {
      round: 2,
      executive: vera,
      mentor: mia,
      fit: 500,
      reasons: [],
      pair: '',
      state: 'proposed',
    };
    await tables.commit('cohorts', world.cohort, [{ op: 'create', key: 'proposal_0002_00001', value: two }]);
    await world.ask('mia', 'DELETE /api/me');
    await settle();
    expect(tracesOf('mia', mia)).toEqual([]);
    const { rounds } = (await world.ask('noor', `GET /api/cohorts/${world.cohort}/rounds`)).json();
    expect(rounds.find(({ round }: { round: number }) => round === 2)?.proposals).toMatchObject([
      { mentor: { name: 'somebody who has left' }, state: 'noRoom' },
    ]);
    const published = await world.ask('noor', `POST /api/cohorts/${world.cohort}/rounds/2/publication`);
    expect(published.statusCode, published.body).toBeLessThan(300);
    await settle();
    expect((await tables.find('cohorts', world.cohort, `member_${vera}`))?.value).toMatchObject({
      waiting: true,
    });
    expect(tables.all('people').filter(({ partition }) => partition === 'gone')).toEqual([]);
  });

  it('runs no cohort alone: somebody else is named first', async () => {
    world = await anEdgeWorld();
    const before = world.ctx.tables.versions();
    const answer = await world.ask('noor', 'DELETE /api/me');
    expect(answer.statusCode).toBe(409);
    expect(JSON.parse(answer.body).detail).toContain('Nobody but you runs Finance pilot.');
    expect(world.ctx.tables.versions()).toEqual(before);
  });
});

it('is erased whatever line the process dies at', async () => {
  for (let writes = 0; ; writes++) {
    await world?.close();
    world = await anEdgeWorld();
    const person = await idOf('clara');
    const dying = new CrashingTables(world.ctx.tables, writes);
    const died = await eraseMe({ ...world.ctx, tables: dying }, person).then(
      () => false,
      () => true,
    );
    const hasBegun = world.ctx.tables.all('people').some(({ key }) => key === 'erasing');
    if (died && !hasBegun) {
      expect(await idOf('clara')).toBe(person);
      continue;
    }
    world.ctx.clock.advance(10 * 60_000);
    await settle();
    expect(tracesOf('clara', person), `after ${writes} writes`).toEqual([]);
    if (!died) return;
  }
}, 120_000);
