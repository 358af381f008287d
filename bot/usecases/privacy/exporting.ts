import { kindOf } from '#domain/all/shapes.ts';
import { asId, type Instant, type PairId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import { asSeenBy } from '#domain/pairs/circle.ts';
import { memberOf, reasonsFor, stateFor } from '#domain/pairs/introduction.ts';
import type { Pair } from '#domain/pairs/pair.ts';
import { ROLES } from '#domain/people/person.ts';
import { photoPlace, textOfPhoto } from '#domain/people/photoRow.ts';
import type { Search } from '#domain/searches/search.ts';
import { firstNameIn, othersIn } from '#usecases/pairs/pairs.ts';
import { pseudonymOf } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { PlacedRow } from '#usecases/story/ports.ts';
import { findRow, listRows } from '#usecases/story/rows.ts';
import { type Kept, keptOf } from './retention.ts';

/** What is held about somebody of one kind, e.g. every goal of theirs. */
interface HeldPart {
  /** The kind of row: `profile`, `goal`, `delivery`. */
  kind: string;
  entries: Record<string, unknown>[];
}

/** Everything that is held about one person, as far as it is theirs to know. */
export interface Held {
  madeAt: Instant;
  parts: HeldPart[];
  /** Whom ids in it mean, where this person knows them: id → first name. */
  names: Record<string, string>;
  kept: Kept;
}

/** In their own partition, but not theirs to read: what is on its way to them. Of a search it is whom it asked, and how. */
const NOT_SHOWN = new Set(['outbox', 'erasing', 'slot']);
/** Rows of a pair that somebody wrote, and the field that says who. */
const WRITTEN_BY = {
  ...{ goal: 'owner', goalstep: 'owner', feedback: 'person', jotting: 'person', curiosity: 'person' },
  ...{ learning: 'writer', exchange: 'writer', closing: 'person', signature: 'person', withdrawal: 'person' },
} as const;
/** Rows of a pair that are of all its members. */
const OF_ALL = new Set(['meeting', 'agreement']);

/**
 * Everything we hold about somebody: their own partition; of their pairs what they wrote, what all agreed on and when
 * they met; what their cohorts say of them; the concerns they raised; the messages that were sent to them. Not in it:
 * what partners wrote, who answered what to an introduction, and what is proposed but not told: that is others'.
 */
export async function getHeld(ctx: Context, person: PersonId): Promise<Held> {
  const own = await Partition.open(ctx, 'people', person);
  const held = new Collected();
  for (const { kind, id, value } of own.rows())
    if (kind === 'search') held.add(kind, { cohort: id, startedAt: (value as Search).startedAt });
    else if (!NOT_SHOWN.has(kind)) held.add(kind, value);
  await addPhoto(ctx, held, person);
  for (const { id } of own.list('pair')) await addPair(ctx, held, person, asId(id));
  const cohorts = ['enrolment', 'champion', 'contact', 'sponsor'] as const;
  for (const cohort of new Set(cohorts.flatMap((kind) => own.list(kind).map(({ id }) => id))))
    await addCohort(ctx, held, person, cohort);
  await addConcerns(ctx, held, person);
  await addDeliveries(ctx, held, person);
  const kept = await keptOf(ctx, person);
  return { madeAt: toInstant(ctx.clock.now()), parts: held.parts(), names: held.names, kept };
}

/** As an address that shows it anywhere. */
async function addPhoto(ctx: Context, held: Collected, person: PersonId): Promise<void> {
  const photo = (await findRow(ctx, 'people', photoPlace(person), 'photo'))?.value;
  if (photo) held.add('photo', { at: photo.at, image: `data:image/jpeg;base64,${textOfPhoto(photo)}` });
}

class Collected {
  readonly #parts = new Map<string, HeldPart['entries']>();
  readonly names: Record<string, string> = {};

  add(kind: string, entry: object): void {
    const known = this.#parts.get(kind) ?? [];
    known.push({ ...entry });
    this.#parts.set(kind, known);
  }

  parts(): HeldPart[] {
    return [...this.#parts].map(([kind, entries]) => ({ kind, entries }));
  }
}

async function addPair(ctx: Context, held: Collected, person: PersonId, id: PairId): Promise<void> {
  const rows = await Partition.open(ctx, 'pairs', id);
  const known = rows.find('pair')?.value;
  const pair = known && asSeenBy(known, person);
  const me = pair && memberOf(pair, person);
  if (!pair || !me) return;
  for (const other of othersIn(pair, person)) held.names[other] = firstNameIn(pair, other);
  held.add('pairing', pairSeen(pair, me, ctx.clock.now()));
  const isIn = memberOf(known, person) !== undefined;
  for (const { kind, value } of rows.rows()) {
    const field = WRITTEN_BY[kind as keyof typeof WRITTEN_BY];
    const entry: Record<string, unknown> = { pair: id, ...value };
    const isOwn = field !== undefined && entry[field] === person;
    // Whoever a circle has begun without, or who left it, keeps no more than their own.
    if (isOwn || (isIn && OF_ALL.has(kind))) held.add(kind, entry);
  }
}

/** As its member may know it: never what another answered or wished. */
const pairSeen = (pair: Pair, me: Pair['members'][number], nowMs: number): object => ({
  ...{ cohort: pair.cohort, cohortName: pair.cohortName, introducedAt: pair.introducedAt },
  ...{ state: stateFor(pair, me, nowMs), reasons: reasonsFor(pair, me), you: me },
  with: othersIn(pair, me.person),
});

/** What is done to somebody and may be told them; wishes to keep two apart, and what is not published yet, are not. */
const DONE_TO_ONE: ReadonlySet<string> = new Set([
  ...['nameChampion', 'removeChampion', 'nameContact', 'changeSaid', 'takeBackSaid'],
  ...['joinMembers', 'separateMembers', 'chooseSponsor', 'removeSponsor'],
]);

/** What champions of a cohort see of somebody, what they did there, and figures under their pseudonym. */
async function addCohort(ctx: Context, held: Collected, person: PersonId, cohort: string): Promise<void> {
  const [member, audits, measures, review] = await Promise.all([
    findRow(ctx, 'cohorts', cohort, 'member', person),
    listRows(ctx, 'cohorts', cohort, 'audit'),
    listRows(ctx, 'cohorts', cohort, 'measure'),
    findRow(ctx, 'cohorts', cohort, 'review'),
  ]);
  if (member) held.add('member', { cohort, ...member.value });
  await addPeers(ctx, held, person, cohort);
  await addNews(ctx, held, person, cohort);
  for (const { value } of audits) {
    const { at, by, did } = value;
    if (by === person) held.add('audit', { cohort, ...value });
    else if (DONE_TO_ONE.has(did) && value.about.includes(person)) held.add('audit', { cohort, at, did });
  }
  const pseudonym = pseudonymOf(ctx, person);
  for (const { key, value } of measures) if (key.endsWith(`_${pseudonym}`)) held.add('measure', value);
  if (review?.value.by === person) held.add('review', { cohort, ...review.value });
}

/** What they announced, wrote in their sponsor's name or were asked to send, gathered, and come to. */
async function addNews(ctx: Context, held: Collected, person: PersonId, cohort: string): Promise<void> {
  for (const { value } of await listRows(ctx, 'cohorts', cohort, 'announcement'))
    if (value.by === person) held.add('announcement', value);
  for (const { value } of await listRows(ctx, 'cohorts', cohort, 'inname'))
    if (value.by === person || value.sponsor === person) held.add('inname', value);
  for (const { key, value } of await listRows(ctx, 'cohorts', cohort, 'gathering')) {
    if (value.by === person) held.add('gathering', { cohort, ...value });
    const coming = await findRow(
      ctx,
      'cohorts',
      cohort,
      'coming',
      `${key.slice('gathering_'.length)}_${person}`,
    );
    if (coming) held.add('coming', { cohort, gathering: value.gathering, ...coming.value });
  }
}

/** Where they are named to whoever is invited, and whom they would like to see invited. */
async function addPeers(ctx: Context, held: Collected, person: PersonId, cohort: string): Promise<void> {
  for (const role of ROLES) {
    const named = await findRow(ctx, 'cohorts', cohort, 'named', `${role}_${person}`);
    if (named) held.add('named', { cohort, ...named.value });
  }
  for (const { value } of await listRows(ctx, 'cohorts', cohort, 'suggestion', { prefix: person }))
    held.add('suggestion', { cohort, ...value });
}

async function addConcerns(ctx: Context, held: Collected, person: PersonId): Promise<void> {
  const raised = (await findRow(ctx, 'concerns', person, 'raised'))?.value;
  if (!raised) return;
  held.add('raised', raised);
  for (const { concern, to } of raised.concerns) {
    const row = await findRow(ctx, 'concerns', to, 'concern', concern);
    if (row?.value.author === person) held.add('concern', row.value);
  }
}

/** What was sent to them and what came of it: the kind of message and its state, never how it was chosen. */
async function addDeliveries(ctx: Context, held: Collected, person: PersonId): Promise<void> {
  for (let after = ''; ; ) {
    const { rows, next } = await ctx.scan.page('deliveries', after, person);
    for (const row of rows) held.add('delivery', deliverySeen(row));
    if (next === '') return;
    after = next;
  }
}

const deliverySeen = ({ value }: PlacedRow): object => {
  const { job, state, reason, at } = value as Delivery;
  return { message: kindOf(job), state, reason, at };
};
