import type { Announcement } from '#domain/announcements/announcement.ts';
import { audienceOf } from '#domain/announcements/audience.ts';
import type { AnnouncementMessage } from '#domain/announcements/messages.ts';
import { type AnnouncementId, asId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { isLost } from '#domain/notices/delivery.ts';
import { getCohortIn, type OpenCohort, openAsChampion, openToRead } from '#usecases/cohorts/cohorts.ts';
import { contactOf, contactsOf } from '#usecases/people/contacts.ts';
import { type InCohort, idOfPress } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { stageDeliveries } from '#usecases/story/deliveries.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { jobOf, latestDeliveries, peopleOf, triesOf } from './view.ts';

export type NewAnnouncement = Pick<Announcement, 'title' | 'text' | 'audience'>;

/** People in one row of an audience: ids are short, a property holds 32,000 characters. */
const PART_SIZE = 400;
const BATCH = 90;

export interface Preview extends NewAnnouncement {
  from: string;
  /** Whom it is sent to. */
  recipients: number;
  /** Of these, who are invited and have not joined yet. */
  notJoined: number;
  /** Whom it will not reach: without the app, out of reach or without news. */
  leftOut: number;
}

const membersOf = (rows: OpenCohort) =>
  rows.list('member').map(({ id, value }) => ({ person: asId<PersonId>(id), ...value }));

/** What everybody would read, how many that are, and how many it will not reach. Changes nothing. */
export async function previewAnnouncement(
  ctx: Context,
  at: InCohort,
  asked: NewAnnouncement,
): Promise<Preview> {
  const rows = await openToRead(ctx, at, 'announcements', ['member']);
  const people = audienceOf(membersOf(rows), asked.audience);
  const contact = await contactsOf(ctx, people, at.cohort);
  const reached = people.filter((person) => contact(person).getsNews);
  const { title, text, audience } = asked;
  return {
    ...{ title, text, audience },
    from: (await contactOf(ctx, at.person)).name,
    recipients: reached.length,
    notJoined: reached.filter((person) => rows.find('member', person)?.value.state !== 'joined').length,
    leftOut: people.length - reached.length,
  };
}

/**
 * Sends an announcement off, and answers its id: who gets it is fixed here, everybody is told from the outbox. The same
 * `press` again sends nothing more.
 */
export function announce(
  ctx: Context,
  at: InCohort,
  asked: NewAnnouncement,
  press = '',
): Promise<AnnouncementId> {
  const { title, text, audience } = asked;
  const content = { cohort: at.cohort, title, text, audience };
  const id = idOfPress<AnnouncementId>(ctx, at, { noun: 'announcement', key: press, content });
  return retrying(ctx, () => announceAs(ctx, at, asked, id), TRIES_AT_ONCE);
}

async function announceAs(
  ctx: Context,
  at: InCohort,
  asked: NewAnnouncement,
  id: AnnouncementId,
): Promise<AnnouncementId> {
  const rows = await openAsChampion(ctx, at, ['member', 'announcement']);
  if (rows.find('announcement', id)) return id;
  await stageAnnouncement(ctx, rows, { ...asked, announcement: id, by: at.person });
  audit(ctx, rows, { by: at.person, did: 'announce', about: id });
  await rows.commit();
  return id;
}

/**
 * Fixes who gets an announcement and puts its sending into the next commit of `rows`, which hold members and
 * announcements. A large audience is written before: without its announcement it says nothing.
 */
export async function stageAnnouncement(
  ctx: Context,
  rows: OpenCohort,
  {
    announcement: id,
    by,
    title,
    text,
    audience,
  }: NewAnnouncement & Pick<Announcement, 'announcement' | 'by'>,
): Promise<void> {
  requireRoom('announcements', rows.list('announcement').length);
  const people = audienceOf(membersOf(rows), audience);
  if (people.length === 0) throw new Refusal('invalid', 'cohort:announcement.nobody');
  // What was left half written by a crash is written over: nobody was told by it.
  if (people.length > PART_SIZE * BATCH) await rows.also(['audience']);
  for (const [n, part] of inChunks(people, PART_SIZE).entries()) {
    const key = `${id}_${String(n).padStart(4, '0')}`;
    rows.put('audience', key, { people: part });
    if (n % BATCH === BATCH - 1) await rows.commit();
  }
  const now = toInstant(ctx.clock.now());
  rows.create('announcement', id, {
    ...{ announcement: id, by, title, text, audience },
    ...{ at: now, state: 'sending', people: people.length },
  });
  rows.tell({ kind: 'sendAnnouncement', cohort: asId<CohortId>(rows.id), announcement: id });
  rows.put('cohort', '', getCohortIn(rows));
}

export const announcementChores: Chores<AnnouncementMessage> = {
  sendAnnouncement: (ctx, { cohort, announcement }) => sendAnnouncementNow(ctx, cohort, announcement),
};

/**
 * Writes down for everybody of the audience that it waits for them, which counts from then on, and has it brought to
 * them. Goes on after a crash; who is told twice still hears it once.
 */
async function sendAnnouncementNow(
  ctx: Context,
  cohort: CohortId,
  announcement: AnnouncementId,
): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.pick(ctx, cohort, [['announcement', announcement]]);
    const known = rows.find('announcement', announcement)?.value;
    if (known?.state !== 'sending') return;
    const job = jobOf(announcement, triesOf(known));
    const notice = { kind: 'announcement', cohort, announcement } as const;
    const shards = await stageDeliveries(ctx, job, await audienceNow(ctx, cohort, known));
    for (const shard of shards) rows.tell({ kind: 'broadcast', job, shard, notice });
    rows.put('announcement', announcement, { ...known, state: 'sent' });
    await rows.commit();
  });
}

/**
 * Sends it once more to whom it did not reach and to whom nobody knows whether it did: the champion's choice. Asked
 * twice it is sent once; whoever is on the way is left alone.
 */
export async function retryAnnouncement(ctx: Context, at: InCohort, id: AnnouncementId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, ['announcement']);
    const known = rows.find('announcement', id)?.value;
    if (!known) throw new Refusal('missing', 'cohort:announcement.missing');
    if (known.state === 'stopped') throw new Refusal('gone', 'cohort:announcement.stopped');
    if (known.state === 'sending') return;
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
 * morning. Who has it keeps it. Twice is once.
 */
export async function stopAnnouncement(ctx: Context, at: InCohort, id: AnnouncementId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, ['announcement']);
    const known = rows.find('announcement', id)?.value;
    if (!known) throw new Refusal('missing', 'cohort:announcement.missing');
    if (known.state === 'stopped') return;
    rows.put('announcement', id, { ...known, state: 'stopped' });
    audit(ctx, rows, { by: at.person, did: 'stopAnnouncement', about: id });
    await rows.commit();
  });
}

/** Who is told by this sending: the audience, or those whom the ones before did not reach. */
async function audienceNow(ctx: Context, cohort: CohortId, known: Announcement): Promise<PersonId[]> {
  const { announcement: id } = known;
  const time = triesOf(known);
  if (time === 1) return peopleOf(ctx, cohort, id);
  return lostAfter(ctx, id, time - 1);
}

async function lostAfter(ctx: Context, id: AnnouncementId, tries: number): Promise<PersonId[]> {
  const latest = await latestDeliveries(ctx, id, tries);
  return [...latest.values()].filter(isLost).map(({ person }) => person);
}
