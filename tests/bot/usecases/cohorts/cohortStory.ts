import { readFileSync } from 'node:fs';
import { outboxDue } from '#delivery/outboxCheck.ts';
import { createWorker } from '#delivery/worker.ts';
import { asId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { type Import, isGoing } from '#domain/cohorts/import.ts';
import { emptyProfile, type Profile } from '#domain/profile/profile.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import type { TestContext } from '#tests/fakes/context.ts';
import { Crash, CrashingTables } from '#tests/fakes/crashing.ts';
import { sendingBy } from '#tests/fakes/messenger.ts';
import { MemoryQueue } from '#tests/fakes/queue.ts';
import { freely } from '#tests/fakes/rate.ts';
import { createCohort } from '#usecases/cohorts/cohorts.ts';
import { cohortChores } from '#usecases/cohorts/importSteps.ts';
import { checkImport, confirmImport, lastImport } from '#usecases/cohorts/imports.ts';
import { carryOut } from '#usecases/home/chores.ts';
import { composeNotice, type Facts } from '#usecases/home/notices.ts';
import { findPerson, personOf, rememberChannel } from '#usecases/people/people.ts';
import type { Actor } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { Due } from '#usecases/story/due.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict, type SendOutcome } from '#usecases/story/ports.ts';
import { anew, readingOnce } from '#usecases/story/readOnce.ts';
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

/** The cohort "Finance pilot" of Noor's, with a contact and nobody else in it. */
export async function aPilot(ctx: Context): Promise<Pilot> {
  const actor = await aChampion(ctx);
  const { cohort } = await createCohort(ctx, actor, {
    ...{ name: 'Finance pilot', kind: 'pilot', fitFloor: 0 },
    startsOn: asId('2026-11-23'),
    endsOn: asId('2027-03-31'),
  });
  await aContactIn(ctx, cohort);
  return { cohort, person: actor.person };
}

export const bytesOf = (csv: string): Uint8Array => new TextEncoder().encode(csv);

/** Checks a file, confirms it and does all its steps; another import of the cohort meanwhile is waited for. */
export async function importPeople(ctx: Context, at: Pilot, csv: string): Promise<Import> {
  for (;;)
    try {
      return await importOnce(ctx, at, csv);
    } catch (error) {
      const isInTheWay = error instanceof Refusal && ['conflict', 'gone'].includes(error.kind);
      if (!isInTheWay && !(error instanceof Conflict)) throw error;
      anew(ctx);
      await takeSteps(ctx, at);
    }
}

async function importOnce(ctx: Context, at: Pilot, csv: string): Promise<Import> {
  const file = { name: 'people.csv', bytes: bytesOf(csv) };
  const checked = await checkImport(readingOnce(ctx), at, file);
  if (checked.state === 'applied') return checked;
  const seen = await takeSteps(ctx, at);
  if (seen?.id !== checked.id) throw new Conflict('the import');
  if (seen.state === 'applied') return seen;
  await confirmImport(ctx, at, checked.id);
  const done = (await takeSteps(ctx, at)) as Import;
  // Another one may have begun already: then this one is done.
  return done.id === checked.id ? done : { ...checked, state: 'applied' };
}

/** Takes one step after the other until the import waits for somebody, or is done. */
export async function takeSteps(ctx: Context, at: Pilot): Promise<Import | undefined> {
  for (;;) {
    const seen = await lastImport(ctx, at);
    if (!seen || !isGoing(seen)) return seen;
    const { id, state, partsDone: part } = seen;
    const step = { kind: 'goOnWithImport', cohort: at.cohort, import: id, state, part } as const;
    const own = readingOnce(ctx);
    await retrying(own, () => cohortChores.goOnWithImport(own, step));
  }
}

/** The pilot with the twelve people of the file. */
export async function aFullPilot(ctx: Context): Promise<Pilot> {
  const pilot = await aPilot(ctx);
  await importPeople(ctx, pilot, FINANCE);
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
  ctx: Context,
  outcome: SendOutcome = { state: 'sent', activity: 'a' },
  rate = freely,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  const worker = createWorker({
    ...{ ctx, composeNotice, carryOut, pollMs: 1 },
    rate,
    messenger: sendingBy(async ({ person }, view) => {
      sent.push({ to: person, view });
      return outcome;
    }),
  });
  while ((await worker.runOnce()) > 0);
  return sent;
}
