import type { Announcement } from '#domain/announcements/announcement.ts';
import { dueAtMs, isOpen } from '#domain/announcements/course.ts';
import type { AnnouncementMessage } from '#domain/announcements/messages.ts';
import { type AnnouncementId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { isLost } from '#domain/notices/delivery.ts';
import { type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { listDeliveries, stageDeliveries } from '#usecases/story/deliveries.ts';
import { type Chores, TooEarly } from '#usecases/story/notices.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { audienceNow } from './reach.ts';
import { tellAmends } from './tellAmends.ts';
import { jobOf, latestDeliveries, peopleOf, triesOf } from './view.ts';
import { getAnnouncement } from './writing.ts';

/** People in one row of an audience: ids are short, a property holds 32,000 characters. */
const PART_SIZE = 400;
const BATCH = 90;

export const announcementChores: Chores<AnnouncementMessage> = {
  sendAnnouncement: (ctx, { cohort, announcement }) =>
    retrying(ctx, () => sendAnnouncementNow(ctx, cohort, announcement)),
};

/** Sends it off where its moment has come; before that it rests, and what was called off goes nowhere. */
async function sendAnnouncementNow(ctx: Context, cohort: CohortId, id: AnnouncementId): Promise<void> {
  const rows = await Partition.pick(ctx, cohort, [['cohort'], ['announcement', id]]);
  const known = rows.find('announcement', id)?.value;
  if (!known) return;
  if (known.state === 'sending') return stage(ctx, rows, cohort, known);
  if (known.state === 'stopped' || known.state === 'recalled') return settle(ctx, rows, cohort, known);
  const dueMs = dueAtMs(known);
  if (dueMs === undefined) return;
  if (dueMs > ctx.clock.now()) throw new TooEarly(dueMs);
  await sendOff(ctx, rows, cohort, known);
}

/**
 * Fixes who gets it, as things stand now. Where whoever wrote it neither runs nor backs the cohort any more it goes to nobody: it would
 * speak in their name.
 */
async function sendOff(ctx: Context, rows: OpenCohort, cohort: CohortId, known: Announcement): Promise<void> {
  const { announcement: id, by } = known;
  await rows.alsoRows([
    ['champion', by],
    ['sponsor', by],
  ]);
  const isTheirs = rows.find('champion', by) !== undefined || rows.find('sponsor', by) !== undefined;
  const people = isTheirs ? await audienceNow(ctx, rows, cohort, known) : [];
  // What was left half written by a crash is written over: nobody was told by it.
  if (people.length >= PART_SIZE * BATCH) await rows.also(['audience']);
  for (const [n, part] of inChunks(people, PART_SIZE).entries()) {
    const key = `${id}_${String(n).padStart(4, '0')}`;
    rows.put('audience', key, { people: part });
    if (n % BATCH === BATCH - 1) await rows.commit();
  }
  const state = people.length > 0 ? 'sending' : 'stopped';
  const { sendAt: _, ...rest } = known;
  rows.put('announcement', id, { ...rest, state, at: toInstant(ctx.clock.now()), people: people.length });
  if (people.length > 0) rows.tell({ kind: 'sendAnnouncement', cohort, announcement: id });
  await rows.commit();
}

/**
 * Writes down for everybody of the audience that it waits for them, which counts from then on, and has it brought to
 * them. Goes on after a crash; who is told twice still hears it once.
 */
async function stage(ctx: Context, rows: OpenCohort, cohort: CohortId, known: Announcement): Promise<void> {
  const { announcement: id } = known;
  const job = jobOf(id, triesOf(known));
  const notice = { kind: 'announcement', cohort, announcement: id } as const;
  const shards = await stageDeliveries(ctx, job, await toldBy(ctx, cohort, known));
  for (const shard of shards) rows.tell({ kind: 'broadcast', job, shard, notice });
  // Whoever is told again after a correction is known to see it.
  tellAmends(rows, cohort, known);
  rows.put('announcement', id, { ...known, state: 'sent' });
  await rows.commit();
}

/** Ended while it was being staged: whoever waits for it by now is told that it does not come, as everybody else. */
async function settle(ctx: Context, rows: OpenCohort, cohort: CohortId, known: Announcement): Promise<void> {
  const { announcement: id } = known;
  const job = jobOf(id, triesOf(known));
  const notice = { kind: 'announcement', cohort, announcement: id } as const;
  const waiting = (await listDeliveries(ctx, job)).filter(({ state }) => state === 'queued');
  const shards = await stageDeliveries(
    ctx,
    job,
    waiting.map(({ person }) => person),
  );
  for (const shard of shards) rows.tell({ kind: 'broadcast', job, shard, notice });
  await rows.commit();
}

/**
 * Sends it once more to whom it did not reach and to whom nobody knows whether it did: the champion's choice. Asked
 * twice it is sent once; whoever is on the way is left alone.
 */
export async function retryAnnouncement(ctx: Context, at: InCohort, id: AnnouncementId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, ['announcement']);
    const { value: known } = getAnnouncement(rows, id);
    if (known.state === 'stopped') throw new Refusal('gone', 'cohort:announcement.stopped');
    if (known.state === 'recalled') throw new Refusal('gone', 'cohort:announcement.recalled');
    if (known.state !== 'sent') return;
    const lost = await lostAfter(ctx, id, triesOf(known));
    if (lost.length === 0) return;
    rows.put('announcement', id, { ...known, state: 'sending', tries: triesOf(known) + 1 });
    audit(ctx, rows, { by: at.person, did: 'announceAgain', about: id });
    rows.tell({ kind: 'sendAnnouncement', cohort: at.cohort, announcement: id });
    await rows.commit();
  });
}

/**
 * Stops an announcement: whoever is not being told at this moment is not told any more, also who would get it in the
 * morning. Who has it keeps it. Twice is once; what nobody has is called off instead.
 */
export async function stopAnnouncement(ctx: Context, at: InCohort, id: AnnouncementId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, ['announcement']);
    const { value: known } = getAnnouncement(rows, id);
    if (known.state !== 'sending' && known.state !== 'sent' && !isOpen(known)) return;
    rows.put('announcement', id, { ...known, state: isOpen(known) ? 'calledOff' : 'stopped' });
    audit(ctx, rows, { by: at.person, did: 'stopAnnouncement', about: id });
    await rows.commit();
  });
}

/** Who is told by this sending: the audience, or those whom the ones before did not reach. */
async function toldBy(ctx: Context, cohort: CohortId, known: Announcement): Promise<PersonId[]> {
  const { announcement: id } = known;
  const time = triesOf(known);
  if (time === 1) return peopleOf(ctx, cohort, id);
  return lostAfter(ctx, id, time - 1);
}

async function lostAfter(ctx: Context, id: AnnouncementId, tries: number): Promise<PersonId[]> {
  const latest = await latestDeliveries(ctx, id, tries);
  return [...latest.values()].filter(isLost).map(({ person }) => person);
}
