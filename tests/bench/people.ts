import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { emptyProfile } from '#domain/profile/profile.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { guidOf } from '#tests/guid.ts';
import { createCohort } from '#usecases/cohorts/cohorts.ts';
import { personOf } from '#usecases/people/people.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import type { Change, Value } from '#usecases/story/ports.ts';
import { compare, inMs, table, x } from './house/compare.ts';
import { openHouse, startOutside, tabToken } from './house/server.ts';
import { aStage, startStorage } from './house/storage.ts';
import { sayVerdicts, type Verdict } from './house/verdicts.ts';
import { busy, say } from './measure.ts';

const PEOPLE = 5_000;
const SLOWEST = 1.5;
const ROUNDS = { rounds: 15, each: 1 };
const NOOR = { directoryId: guidOf('noor'), mail: 'noor.prove@turntable.example', name: 'Noor Prøve' };
const since = '2026-11-02T09:00:00.000Z';

/** `npm run bench -- people`: a champion's list of 5,000 people against nothing but the calls of storage it makes. */
export async function benchPeople(): Promise<void> {
  const azurite = await startStorage();
  const outside = await startOutside();
  try {
    const ctx = aContext();
    const cohort = await aCompany(ctx);
    const stage = await aStage(azurite, { ctx } as Parameters<typeof aStage>[1], 'people');
    const server = await openHouse(stage.ctx, outside);
    const asked = async (query: string) => {
      const authorization = await tabToken(outside, NOOR as Parameters<typeof tabToken>[1]);
      const answer = await server.inject({
        url: `/api/cohorts/${cohort}/people${query}`,
        headers: { authorization },
      });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return answer.json() as { people: { name: string }[]; looked: number };
    };
    say(`${PEOPLE} people on Azurite: the server with its checks, against the same calls alone (${busy()}).`);
    const lines: string[][] = [];
    const verdicts: Verdict[] = [];
    for (const [name, query] of [
      ['first page', ''],
      ['executives', '?role=executive'],
      ['a name that is not there', '?find=nobody'],
    ] as const) {
      stage.log.forget();
      const { people, looked } = await asked(query);
      const calls = [...stage.log.calls];
      const bare = await stage.bare.replay(calls);
      const { house, bare: alone, timeRatio } = await compare(() => asked(query), bare, ROUNDS);
      lines.push([
        name,
        `${people.length}`,
        `${looked}`,
        `${calls.length}`,
        inMs(house.ms),
        inMs(alone.ms),
        x(timeRatio),
      ]);
      verdicts.push({
        ...{ name: `${name}:`, wanted: `≤ ${SLOWEST} × the bare calls`, measured: x(timeRatio) },
        isMet: timeRatio <= SLOWEST,
      });
    }
    table(['what', 'found', 'looked at', 'calls', 'server', 'bare', 'ratio'], lines);
    sayVerdicts(verdicts);
    await server.close();
  } finally {
    outside.stop();
    await azurite.stop();
  }
  say(`(${busy()})`);
}

/** A cohort of people as they are: profiles, what was said of them, one in five an executive, two in three joined. */
async function aCompany(ctx: TestContext): Promise<CohortId> {
  const person = await personOf(ctx, { ...NOOR, signInName: NOOR.mail });
  const actor = { ...NOOR, person, roles: ['Champion'], locale: 'en', timeZone: 'UTC' };
  const today = ctx.clock.now();
  const day = (years: number) => asId<never>(new Date(today + years * 31_536e6).toISOString().slice(0, 10));
  const { cohort } = await createCohort(ctx, actor, {
    ...{ name: 'Large wave', kind: 'wave', fitFloor: 0, startsOn: day(0), endsOn: day(1) },
  });
  const create = (key: string, value: object): Change => ({ op: 'create', key, value: value as Value });
  const all = Array.from({ length: PEOPLE }, (_, n) => n);
  for (const some of inChunks(all, 90))
    await ctx.tables.commit(
      'cohorts',
      cohort,
      some.map((n) => create(`member_${idOf(n)}`, memberOf(n))),
    );
  for (const n of all) {
    const said = {
      mail: `p${n}@turntable.example`,
      manager: '',
      department: `Department ${n % 40}`,
      location: 'Berlin',
    };
    const person = { ...said, signInName: '', directoryId: guidOf(`p${n}`), addresses: [], joinedTo: '' };
    const { manager: _, department: __, location: ___, ...own } = { ...person, name: `Person ${n}` };
    await ctx.tables.commit('people', idOf(n), [
      create('person', own),
      create(`said_${cohort}`, { ...said, name: `Person ${n}`, by: 'noor', at: since, source: 'i1' }),
      create('profile', emptyProfile('Europe/Berlin', ['en', 'de'])),
      create(`enrolment_${cohort}`, {
        ...{ cohortName: 'Large wave', role: memberOf(n).role, state: memberOf(n).state },
        ...{ invitedAt: since, answeredAt: '' },
      }),
    ]);
  }
  return cohort;
}

const idOf = (n: number): PersonId => asId<PersonId>(`${guidOf(`person ${n}`)}`);
const memberOf = (n: number) => ({
  ...{ role: n % 5 === 0 ? 'executive' : 'mentor', state: n % 3 === 0 ? 'invited' : 'joined' },
  ...{ waiting: false, askedAt: since },
});
