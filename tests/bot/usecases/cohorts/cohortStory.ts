import { readFileSync } from 'node:fs';
import { outboxDue } from '#delivery/outboxCheck.ts';
import { createWorker } from '#delivery/worker.ts';
import { asId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { emptyProfile, type Profile } from '#domain/profile/profile.ts';
import type { TestContext } from '#tests/fakes/context.ts';
import { Crash, CrashingTables } from '#tests/fakes/crashing.ts';
import { MemoryQueue } from '#tests/fakes/queue.ts';
import { createCohort } from '#usecases/cohorts/cohorts.ts';
import { importMembers } from '#usecases/cohorts/imports.ts';
import { carryOut } from '#usecases/home/chores.ts';
import { composeNotice, type Facts } from '#usecases/home/notices.ts';
import { findPerson, personOf, rememberChannel } from '#usecases/people/people.ts';
import type { Actor } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { Due } from '#usecases/story/due.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { SendOutcome } from '#usecases/story/ports.ts';
import { wordsFor } from '#words/words.ts';

export const FINANCE = readFileSync('infra/local/finance-pilot.csv', 'utf8');
export const words = wordsFor('en');

const mailOf = (name: string): string => `${name}@turntable.example`;

/** Noor, the champion, signed in. */
export async function aChampion(ctx: Context, over: Partial<Actor> = {}): Promise<Actor> {
  const identity = { directoryId: 'oid-noor', mail: mailOf('noor.prove'), name: 'Noor Prøve' };
  const person = await personOf(ctx, identity);
  return {
    ...{ person, directoryId: 'oid-noor', roles: ['Champion'] },
    ...{ locale: 'en', timeZone: 'Europe/Copenhagen', ...over },
  };
}

export interface Pilot {
  cohort: CohortId;
  person: PersonId;
}

/** The cohort "Finance pilot" of Noor's, still empty. */
export async function aPilot(ctx: Context): Promise<Pilot> {
  const actor = await aChampion(ctx);
  const { cohort } = await createCohort(ctx, actor, {
    ...{ name: 'Finance pilot', kind: 'pilot', fitFloor: 0 },
    startsOn: asId('2026-11-23'),
    endsOn: asId('2027-03-31'),
  });
  return { cohort, person: actor.person };
}

/** The pilot with the twelve people of the file. */
export async function aFullPilot(ctx: Context): Promise<Pilot> {
  const pilot = await aPilot(ctx);
  await importMembers(ctx, pilot, { csv: FINANCE, check: false });
  return pilot;
}

export async function personNamed(ctx: Context, name: string): Promise<PersonId> {
  const person = await findPerson(ctx, 'mail', mailOf(name));
  if (!person) throw new Error(`nobody is called ${name}`);
  return person;
}

export async function installApp(ctx: Context, person: PersonId): Promise<void> {
  await rememberChannel(ctx, person, {
    ...{ serviceUrl: 'https://teams.example', conversationId: `chat of ${person}`, tenantId: 't' },
    ...{ userId: `29:${person}`, botId: 'b', state: 'open' },
  });
}

/** Somebody who said yes and told us about themselves. */
export async function join(
  ctx: Context,
  { cohort }: Pilot,
  name: string,
  profile: Partial<Profile> = {},
): Promise<PersonId> {
  const person = await personNamed(ctx, name);
  const rows = await Partition.openCohort(ctx, cohort, ['member']);
  const member = rows.find('member', person)?.value;
  if (!member) throw new Error(`${name} is not a member`);
  const now = toInstant(ctx.clock.now());
  const own = await Partition.open(ctx, 'people', person);
  own.put('profile', '', { ...emptyProfile('Europe/London', ['en']), ...profile });
  own.put('enrolment', cohort, {
    ...{ cohortName: 'Finance pilot', role: member.role, state: 'joined' },
    ...{ invitedAt: now, answeredAt: now },
  });
  await own.commit();
  rows.put('member', person, { ...member, state: 'joined' });
  await rows.commit();
  return person;
}

export interface Sent {
  to: PersonId;
  view: Facts;
}

/** A process on the same rows that dies at its n-th write, and whose queue messages are all lost. */
export function aDyingProcess(ctx: TestContext, writes: number): Context & { tables: CrashingTables } {
  const tables = new CrashingTables(ctx.tables, writes);
  return { ...ctx, tables, queue: new MemoryQueue(ctx.clock), due: new Due(tables, ctx.clock) };
}

/** Lets the process die, and nothing else go wrong. */
export async function untilDeath(story: Promise<unknown>): Promise<void> {
  await story.catch((error) => {
    if (!(error instanceof Crash)) throw error;
  });
}

/** A minute later another process looks where something was left undone. */
export async function recover(ctx: TestContext): Promise<Sent[]> {
  ctx.clock.advance(60_000);
  for (const pointer of await ctx.due.list()) {
    const { noun, ...about } = pointer.work;
    if (noun !== outboxDue.noun) continue;
    const { table, partition } = about as Parameters<typeof outboxDue.look>[1];
    await outboxDue.look(ctx, { table, partition });
    await ctx.due.remove(pointer);
  }
  return drain(ctx);
}

/** Does everything that lies in the outboxes; answers what the bot said meanwhile. */
export async function drain(
  ctx: TestContext,
  outcome: SendOutcome = { state: 'sent', activity: 'a' },
): Promise<Sent[]> {
  const sent: Sent[] = [];
  const worker = createWorker({
    ...{ ctx, composeNotice, carryOut, pollMs: 1 },
    rate: { take: async () => undefined },
    messenger: {
      send: async ({ person }, view) => {
        sent.push({ to: person, view });
        return outcome;
      },
    },
  });
  while ((await worker.runOnce()) > 0);
  return sent;
}
