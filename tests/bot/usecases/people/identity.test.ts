import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { Exclusion } from '#domain/profile/exclusions.ts';
import { emptyProfile } from '#domain/profile/profile.ts';
import {
  aChampion,
  aDyingProcess,
  drain,
  importPeople,
  type Pilot,
  recover,
  untilDeath,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { shuffled } from '#tests/fakes/shuffled.ts';
import { createCohort } from '#usecases/cohorts/cohorts.ts';
import { joinMembers, takeBack } from '#usecases/cohorts/joining.ts';
import { listMembers } from '#usecases/cohorts/members.ts';
import { loadMatchPeople } from '#usecases/matching/matchPeople.ts';
import { findPerson, personOf } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';

const oid = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

/** Plainly invented: a sign-in name unlike the mail address, the same for both, no mail, a guest. */
const ACCOUNTS = [
  { directoryId: oid(1), mail: 's.tranger@x.example', signInName: 'st4711@x.example', name: 'Tranger, S.' },
  { directoryId: oid(2), mail: 'plain@x.example', signInName: 'plain@x.example', name: 'Plain Beispiel' },
  { directoryId: oid(3), mail: '', signInName: 'ohne@x.example', name: 'Ohne Adresse' },
  {
    ...{ directoryId: oid(4), mail: 'guest@y.example' },
    ...{ signInName: 'guest_y.example#ext#@x.example', name: 'Gast (Guest)' },
  },
] as const;
type Account = (typeof ACCOUNTS)[number];

type Step =
  | { does: 'import'; who: number; by: 'mail' | 'signInName' | 'id' | 'both'; cohort: number }
  | { does: 'tab'; who: number; saysMail: boolean }
  | { does: 'bot'; who: number }
  | { does: 'exclude'; who: number; by: 'id' | 'mail' | 'signInName' }
  | { does: 'join'; who: number; other: number; by: 'id' | 'member'; cohort: number }
  | { does: 'takeBack'; who: number; cohort: number };

const who = fc.nat(ACCOUNTS.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('import' as const),
    who,
    by: fc.constantFrom('mail' as const, 'signInName' as const, 'id' as const, 'both' as const),
    cohort: fc.nat(1),
  }),
  fc.record({ does: fc.constant('tab' as const), who, saysMail: fc.boolean() }),
  fc.record({ does: fc.constant('bot' as const), who }),
  fc.record({
    does: fc.constant('exclude' as const),
    who,
    by: fc.constantFrom('id' as const, 'mail' as const, 'signInName' as const),
  }),
  fc.record({
    does: fc.constant('join' as const),
    ...{ who, other: who, cohort: fc.nat(1) },
    by: fc.constantFrom('id' as const, 'member' as const),
  }),
  fc.record({ does: fc.constant('takeBack' as const), who, cohort: fc.nat(1) }),
);

const accountAt = (n: number): Account => ACCOUNTS[n] ?? ACCOUNTS[0];
const addressOf = (account: Account): string => account.mail || account.signInName;

interface World {
  ctx: TestContext;
  pilots: Pilot[];
  excludes: Exclusion[];
}

/** Two cohorts of two champions, and Henrik in both, who would rather not meet some. */
async function aWorld(): Promise<World> {
  const ctx = aContext();
  const noor = await aChampion(ctx);
  const rosa = {
    ...noor,
    person: await personOf(ctx, { directoryId: 'oid-rosa', mail: 'rosa@x.example', name: 'Rosa' }),
  };
  const pilots: Pilot[] = [];
  for (const champion of [noor, rosa]) {
    const days = { startsOn: asId<never>('2026-11-23'), endsOn: asId<never>('2027-03-31') };
    const made = await createCohort(ctx, champion, { name: 'Pilot', kind: 'pilot', fitFloor: 0, ...days });
    pilots.push({ cohort: made.cohort, person: champion.person });
  }
  return { ctx, pilots, excludes: [] };
}

function lineOf(account: Account, by: Extract<Step, { does: 'import' }>['by']): string {
  const mail = by === 'signInName' ? account.signInName : addressOf(account);
  return `"Somebody",${by === 'id' ? '' : mail},${by === 'id' || by === 'both' ? account.directoryId : ''},mentor`;
}

async function take(ctx: Context, world: World, one: Step): Promise<void> {
  const account = accountAt(one.who);
  if (one.does === 'import') {
    const at = world.pilots[one.cohort] as Pilot;
    await importPeople(ctx, at, `Name,Mail,Object id,Role\n${lineOf(account, one.by)}`);
  } else if (one.does === 'tab') {
    await personOf(ctx, { ...account, mail: one.saysMail ? account.mail : '' });
  } else if (one.does === 'bot') {
    await personOf(ctx, { ...account, isFromDirectory: true });
  } else if (one.does === 'join' || one.does === 'takeBack') {
    await joinOrTakeBack(ctx, world, one);
  } else {
    const address = one.by === 'signInName' ? account.signInName : addressOf(account);
    world.excludes.push(
      one.by === 'id'
        ? { directoryId: account.directoryId, address: '', written: 'picked' }
        : { directoryId: '', address, written: address },
    );
  }
}

/** A champion who may be wrong, about people who may not be there. */
async function joinOrTakeBack(
  ctx: Context,
  { pilots }: World,
  one: Extract<Step, { does: 'join' | 'takeBack' }>,
): Promise<void> {
  const at = pilots[one.cohort] as Pilot;
  const whoIs = async (n: number) =>
    (await findPerson(ctx, 'mail', addressOf(accountAt(n)))) ?? asId<PersonId>('nobody');
  try {
    if (one.does === 'takeBack') await takeBack(ctx, at, await whoIs(one.who));
    else if (one.by === 'member')
      await joinMembers(ctx, at, await whoIs(one.who), { member: await whoIs(one.other) });
    else {
      const { directoryId } = accountAt(one.other);
      await joinMembers(ctx, at, await whoIs(one.who), { directoryId });
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Everybody has been in the tab and has written to the bot by now. */
async function meetEverybody({ ctx }: World): Promise<PersonId[]> {
  const met: PersonId[] = [];
  for (const account of ACCOUNTS) {
    await personOf(ctx, { ...account, mail: '' });
    met.push(await personOf(ctx, { ...account, isFromDirectory: true }));
  }
  await drain(ctx);
  return met;
}

async function expectOnePersonEach(world: World, steps: readonly Step[]): Promise<void> {
  const { ctx, pilots } = world;
  const met = await meetEverybody(world);
  expect(new Set(met).size).toBe(ACCOUNTS.length);
  const rows = ctx.tables.all('people').filter(({ key }) => key === 'person');
  for (const [n, account] of ACCOUNTS.entries()) {
    for (const [by, key] of [
      ['oid', account.directoryId],
      ['mail', account.mail],
      ['mail', account.signInName],
    ] as const)
      if (key) expect(await findPerson(ctx, by, key)).toBe(met[n]);
    const own = rows.filter(
      ({ value }) => (value as { directoryId: string }).directoryId === account.directoryId,
    );
    const living = own.filter(({ value }) => (value as { joinedTo: string }).joinedTo === '');
    expect(living.map(({ partition }) => partition)).toEqual([met[n]]);
  }
  const living = rows.filter(({ value }) => (value as { joinedTo: string }).joinedTo === '');
  expect(living).toHaveLength(ACCOUNTS.length + 2);
  for (const [n, { cohort, person }] of pilots.entries()) {
    await listMembers(ctx, { cohort, person });
    const imported = new Set(
      steps.flatMap((one) => (one.does === 'import' && one.cohort === n ? [met[one.who]] : [])),
    );
    const members = (await Partition.openCohort(ctx, cohort, ['member'])).list('member');
    expect(new Set(members.map(({ id }) => id))).toEqual(imported);
    for (const { id } of members)
      expect((await Partition.open(ctx, 'people', id)).find('said', cohort)).toBeDefined();
  }
  await expectExclusionsHold(world, met);
}

async function expectExclusionsHold(
  { ctx, pilots, excludes }: World,
  met: readonly PersonId[],
): Promise<void> {
  const [pilot] = pilots as [Pilot];
  const own = await Partition.open(ctx, 'people', pilot.person);
  own.put('profile', '', { ...emptyProfile('UTC', ['en']), excludes });
  await own.commit();
  const rows = await Partition.openCohort(ctx, pilot.cohort, ['member', 'pair']);
  const joined = [pilot.person, ...met].map((person) => ({
    ...{ person, role: 'mentor' as const, state: 'joined' as const, waiting: false },
  }));
  const [noor] = await loadMatchPeople(ctx, rows, joined);
  const meant = ACCOUNTS.filter((account) =>
    excludes.some(({ directoryId, address }) =>
      [account.directoryId, account.mail, account.signInName].some(
        (key) => key && [directoryId, address].includes(key),
      ),
    ),
  );
  expect(new Set(noor?.excludes)).toEqual(new Set(meant.map((account) => met[ACCOUNTS.indexOf(account)])));
}

const steps = fc.array(step, { minLength: 1, maxLength: 9 });

describe('one account is one person, and an exclusion holds', () => {
  it('in whatever order imports, tab, bot, exclusions and a champion’s words on who is who come', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const world = await aWorld();
        for (const one of all) await take(world.ctx, world, one);
        await expectOnePersonEach(world, all);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('and what a line of their own says stays when the two are taken apart', async () => {
    const world = await aWorld();
    const all: Step[] = [
      { does: 'import', who: 2, by: 'mail', cohort: 0 },
      { does: 'import', who: 0, by: 'id', cohort: 1 },
      { does: 'join', who: 2, other: 0, cohort: 0, by: 'id' },
      { does: 'import', who: 0, by: 'id', cohort: 0 },
    ];
    for (const one of all) await take(world.ctx, world, one);
    await expectOnePersonEach(world, all);
  });

  it('when all of it happens at once', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(10_000), async (all, seed) => {
        const world = await aWorld();
        const late = shuffled(world.ctx, seed);
        const isDone = await Promise.allSettled(all.map((one) => take(late, world, one)));
        // Who lost a race too often is asked to try again, as a request is.
        for (const [n, { status }] of isDone.entries())
          if (status === 'rejected') await take(world.ctx, world, all[n] as Step);
        await recover(world.ctx);
        await expectOnePersonEach(world, all);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('wherever the server dies', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.array(fc.nat(7), { minLength: 9, maxLength: 9 }), async (all, deaths) => {
        const world = await aWorld();
        for (const [n, one] of all.entries()) {
          const isLast = one.does === 'exclude';
          const dying = isLast ? world.ctx : aDyingProcess(world.ctx, deaths[n] ?? 0);
          await untilDeath(take(dying, world, one));
          await recover(world.ctx);
          if (one.does === 'import') await take(world.ctx, world, one);
        }
        await expectOnePersonEach(world, all);
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
