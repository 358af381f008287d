import { createHash } from 'node:crypto';
import { asId, type CohortId, type PairId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { isGoing } from '#domain/pairs/pair.ts';
import { firstNameOf } from '#domain/people/givenName.ts';
import type { Erasing } from '#domain/privacy/erasing.ts';
import type { PrivacyMessage } from '#domain/privacy/messages.ts';
import { stepDown } from '#usecases/cohorts/champions.ts';
import { answerEnrolment, enrolmentChores } from '#usecases/enrolment/enrolment.ts';
import { endPair } from '#usecases/pairs/ending.ts';
import { findPair } from '#usecases/pairs/pairs.ts';
import { pseudonymOf } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { findLookup, removeLookup } from '#usecases/story/lookups.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { TABLES } from '#usecases/story/ports.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { findRow } from '#usecases/story/rows.ts';
import { sweepPage, sweepPartition } from './sweeping.ts';

/** Whoever writes while the tables are looked through may write behind our back: they are looked through again. */
const MOST_TIMES = 4;

/**
 * Erases somebody. With this request they are unreachable: their account leads to nobody, their pairs are over and
 * hold nothing of theirs but what was shared, without a name. What stands elsewhere goes within the minute; a message
 * in their outbox, written first, sees to that whatever happens. Twice is once. Refused for whoever runs a cohort
 * alone that goes on: its people would be left without anybody.
 */
export async function eraseMe(ctx: Context, person: PersonId): Promise<void> {
  const own = await Partition.open(ctx, 'people', person);
  for (const { id } of own.list('champion')) await stepDown(ctx, { cohort: asId(id), person });
  await makeUnreachable(ctx, await beginErasing(ctx, person));
}

/** The message in the outbox sees to the rest, whoever they are. */
export const beginErasing = (ctx: Context, person: PersonId): Promise<Erasing> =>
  retrying(ctx, () => begin(ctx, person));

export const privacyChores: Chores<PrivacyMessage> = {
  erase: async (ctx, { person }) => {
    const erasing = (await findRow(ctx, 'people', person, 'erasing'))?.value;
    if (!erasing) return;
    await makeUnreachable(ctx, erasing);
    await sweepTables(ctx, erasing);
    await retrying(ctx, () => finish(ctx, person));
  },
};

/** From here on nothing is sent to them, and the message leads back here until all is done. */
async function begin(ctx: Context, person: PersonId): Promise<Erasing> {
  const rows = await Partition.open(ctx, 'people', person);
  const known = rows.find('erasing')?.value;
  if (known) return known;
  const who = rows.find('person')?.value;
  const said = rows.list('said').map(({ value }) => value);
  const wholeNames = seenOnce([who?.name, ...said.map(({ name }) => name)]);
  const names = seenOnce(wholeNames.flatMap((name) => [name, firstNameOf(name)]));
  const addresses = [who?.mail, who?.signInName, ...(who?.addresses ?? []), ...said.map(({ mail }) => mail)];
  const digest = createHash('sha256').update(ctx.ids.next('gone')).digest('hex').slice(0, 12);
  const erasing: Erasing = {
    ...{ person, mail: who?.mail ?? '', directoryId: who?.directoryId ?? '', names, wholeNames },
    ...{ pseudonym: pseudonymOf(ctx, person), addresses: seenOnce(addresses) },
    pairs: rows.list('pair').map(({ id }) => id),
    ...{ askedAt: toInstant(ctx.clock.now()), gone: `gone-${digest}`, table: 0, after: '', hasFound: false },
  };
  rows.create('erasing', '', erasing);
  rows.remove('channel');
  rows.tell({ kind: 'erase', person });
  await rows.commit();
  return erasing;
}

const seenOnce = (texts: readonly (string | undefined)[]): string[] =>
  [...new Set(texts.filter((text) => text !== undefined && text !== ''))] as string[];

/** What somebody could still reach them by, or read of them. May run twice, or go on after a crash. */
async function makeUnreachable(ctx: Context, erasing: Erasing): Promise<void> {
  const { person, directoryId, addresses } = erasing;
  const own = await Partition.open(ctx, 'people', person);
  for (const { id } of own.list('enrolment')) await leave(ctx, person, asId(id));
  const pairs = own.list('pair');
  for (const { id } of pairs) await leavePairOf(ctx, person, asId(id));
  for (const address of addresses) await retrying(ctx, () => forgetLookup(ctx, 'mail', address, person));
  await retrying(ctx, () => forgetLookup(ctx, 'oid', directoryId, person));
  for (const { id } of pairs) await sweepPartition(ctx, erasing, { table: 'pairs', partition: id });
  anew(ctx);
}

/** As if they had left by themselves: introductions, searches and pairs end in the words that always end them. */
async function leave(ctx: Context, person: PersonId, cohort: CohortId): Promise<void> {
  try {
    await answerEnrolment(ctx, person, cohort, 'pass');
  } catch (error) {
    // A cohort that is over, or gone.
    if (!(error instanceof Refusal)) throw error;
  }
  await enrolmentChores.projectEnrolment(ctx, { kind: 'projectEnrolment', cohort, person });
}

async function leavePairOf(ctx: Context, person: PersonId, id: PairId): Promise<void> {
  anew(ctx);
  const pair = await findPair(ctx, id);
  if (!pair?.members.some((member) => member.person === person)) return;
  if (isGoing(pair)) await endPair(ctx, person, id);
}

async function forgetLookup(
  ctx: Context,
  kind: 'oid' | 'mail',
  key: string,
  person: PersonId,
): Promise<void> {
  const row = key === '' ? undefined : await findLookup(ctx.tables, kind, key);
  if (row?.value.person === person) await removeLookup(ctx.tables, kind, row);
}

/**
 * Looks through every table until nothing is found. Where it is stands in the row after each page, so that whoever goes
 * on after a crash does not begin anew.
 */
async function sweepTables(ctx: Context, begun: Erasing): Promise<void> {
  let at = begun;
  for (let times = 1; times <= MOST_TIMES; ) {
    const table = TABLES[at.table];
    if (!table) {
      if (!at.hasFound) return;
      times += 1;
      at = await note(ctx, { ...at, table: 0, after: '', hasFound: false });
      continue;
    }
    const { rows, next } = await ctx.scan.page(table, at.after);
    const found = await sweepPage(ctx, at, table, rows);
    at = await note(ctx, {
      ...at,
      ...(next ? { after: next } : { table: at.table + 1, after: '' }),
      hasFound: at.hasFound || found > 0,
    });
  }
}

const note = (ctx: Context, erasing: Erasing): Promise<Erasing> =>
  retrying(ctx, async () => {
    anew(ctx);
    const row = await findRow(ctx, 'people', erasing.person, 'erasing');
    if (!row) return erasing;
    await ctx.tables.commit('people', erasing.person, [
      { op: 'replace', key: row.key, value: erasing, etag: row.etag },
    ]);
    return erasing;
  });

async function finish(ctx: Context, person: PersonId): Promise<void> {
  anew(ctx);
  const rows = await Partition.open(ctx, 'people', person);
  rows.remove('erasing');
  await rows.commit();
}
