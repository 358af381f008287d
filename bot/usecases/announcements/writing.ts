import {
  type Announcement,
  type Audience,
  CARD_BYTES_MAX,
  type Content,
  type News,
} from '#domain/announcements/announcement.ts';
import { contentIn, mustBeShowable } from '#domain/announcements/content.ts';
import { mustBeOpen, sendAtFrom } from '#domain/announcements/course.ts';
import { type AnnouncementId, asId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { getCohortIn, type OpenCohort, openAsChampion, openToRead } from '#usecases/cohorts/cohorts.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import { type InCohort, idOfPress } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { audienceNow, mustKnowHowMany } from './reach.ts';

/** `sendAt`: the minute it is for; missing for now. `count`: how many its writer says it reaches. */
export interface Draft extends Content, Audience {
  sendAt?: string;
  count?: number;
}

/** Of a draft, what is kept. */
const keptOf = (asked: Draft): Content & Audience => ({
  ...contentIn(asked),
  audience: asked.audience,
  ...(asked.status && asked.status !== 'all' && { status: asked.status }),
  ...(asked.team && { team: asked.team }),
});

/** As its readers would see it; refuses what they could not. `in`: a champion's language and time zone. */
export async function drawDraft(
  ctx: Context,
  at: InCohort,
  asked: Content,
  reader: { locale: string; timeZone: string },
): Promise<object> {
  const rows = await openToRead(ctx, at, 'announcements', []);
  return mustFit(ctx, await newsOf(ctx, rows, { ...contentIn(asked), by: at.person }), reader);
}

/** What everybody reads who gets it. */
export async function newsOf(
  ctx: Context,
  rows: OpenCohort,
  known: Content & { by: PersonId; corrected?: Announcement['corrected'] },
): Promise<News> {
  return {
    ...contentIn(known),
    cohortName: getCohortIn(rows).name,
    from: (await contactOf(ctx, known.by)).name,
    ...(known.corrected && { corrected: known.corrected }),
  };
}

/** The card, where it can be shown and is not larger than Teams takes. */
function mustFit(ctx: Context, news: News, reader: { locale: string; timeZone: string }): object {
  mustBeShowable(news);
  const card = ctx.drawNews?.(news, reader) ?? {};
  if (Buffer.byteLength(JSON.stringify(card)) > CARD_BYTES_MAX)
    throw new Refusal('invalid', 'cohort:announcement.tooLarge');
  return card;
}

/** Refuses what nobody could be shown. It is measured in English: the words around it hardly differ in length. */
export const mustBeWellMade = (ctx: Context, news: News): void =>
  void mustFit(ctx, news, { locale: 'en', timeZone: 'UTC' });

/**
 * Writes an announcement down, and answers its id. It waits until its moment, at least long enough to be undone; the
 * outbox sends it off then. The same `press` again makes nothing more.
 */
export function announce(ctx: Context, at: InCohort, asked: Draft, press = ''): Promise<AnnouncementId> {
  const content = { cohort: at.cohort, ...keptOf(asked), sendAt: asked.sendAt };
  const id = idOfPress<AnnouncementId>(ctx, at, { noun: 'announcement', key: press, content });
  return retrying(ctx, () => announceAs(ctx, at, asked, id), TRIES_AT_ONCE);
}

async function announceAs(
  ctx: Context,
  at: InCohort,
  asked: Draft,
  id: AnnouncementId,
): Promise<AnnouncementId> {
  const rows = await openAsChampion(ctx, at, ['announcement']);
  if (rows.find('announcement', id)) return id;
  await stageAnnouncement(ctx, rows, { ...asked, announcement: id, by: at.person });
  audit(ctx, rows, { by: at.person, did: 'announce', about: id });
  await rows.commit();
  return id;
}

/**
 * Writes an announcement down in the next commit of `rows`, which hold announcements. It waits until its moment, at
 * least long enough to be undone.
 */
export async function stageAnnouncement(
  ctx: Context,
  rows: OpenCohort,
  words: Draft & Pick<Announcement, 'announcement' | 'by'>,
): Promise<void> {
  const { announcement, by } = words;
  const cohort = asId<CohortId>(rows.id);
  requireRoom('announcements', rows.list('announcement').length);
  const sendAt = await checked(ctx, rows, { cohort, person: by }, words);
  rows.create('announcement', announcement, {
    ...{ announcement, by, ...keptOf(words) },
    ...{ at: toInstant(ctx.clock.now()), state: 'waiting', sendAt },
  });
  rows.tell({ kind: 'sendAnnouncement', cohort, announcement });
  rows.put('cohort', '', getCohortIn(rows));
}

/** Refuses what cannot be sent, and answers when the rest is. */
async function checked(
  ctx: Context,
  rows: OpenCohort,
  { cohort, person }: InCohort,
  asked: Draft,
): Promise<Announcement['at']> {
  mustBeWellMade(ctx, await newsOf(ctx, rows, { ...contentIn(asked), by: person }));
  const sendAt = sendAtFrom(asked.sendAt, ctx.clock.now());
  const people = await audienceNow(ctx, rows, cohort, asked);
  // Until a day to come somebody may be found.
  if (people.length === 0 && asked.sendAt === undefined)
    throw new Refusal('invalid', 'cohort:announcement.nobody');
  // A sponsor's word has been looked at twice by then.
  if (rows.find('champion', person)) await mustKnowHowMany(ctx, people, asked.count);
  return sendAt;
}

/** The announcement of this id, for one of its champions, or a refusal. */
export function getAnnouncement(rows: OpenCohort, id: AnnouncementId): { value: Announcement; etag: string } {
  const known = rows.find('announcement', id);
  if (!known) throw new Refusal('missing', 'cohort:announcement.missing');
  return known;
}

/** Its words are its writer's: nobody else changes what is said in their name. */
export function mustBeTheirs({ by }: Announcement, { person }: InCohort): void {
  if (by !== person) throw new Refusal('conflict', 'cohort:announcement.notYours');
}

/** Changes an announcement that still waits, as its writer saw it by `etag`. */
export async function changeAnnouncement(
  ctx: Context,
  at: InCohort,
  id: AnnouncementId,
  { asked, etag }: { asked: Draft; etag: string },
): Promise<void> {
  const rows = await (await openAsChampion(ctx, at)).alsoRows([['announcement', id]]);
  const { value: known, etag: current } = getAnnouncement(rows, id);
  mustBeOpen(known);
  mustBeTheirs(known, at);
  if (current !== etag) throw new Conflict('the announcement');
  const sendAt = await checked(ctx, rows, at, asked);
  const { announcement, by, at: writtenAt, state } = known;
  rows.put('announcement', id, { announcement, by, at: writtenAt, state, ...keptOf(asked), sendAt }, etag);
  audit(ctx, rows, { by: at.person, did: 'changeAnnouncement', about: id });
  rows.tell({ kind: 'sendAnnouncement', cohort: at.cohort, announcement: id });
  await rows.commit();
}

/** Calls off an announcement that nobody has yet, and answers what it said, to go on from. Twice is once. */
export function callOffAnnouncement(
  ctx: Context,
  at: InCohort,
  id: AnnouncementId,
): Promise<Content & Audience> {
  return retrying(ctx, async () => {
    const rows = await (await openAsChampion(ctx, at)).alsoRows([['announcement', id]]);
    const { value: known } = getAnnouncement(rows, id);
    if (known.state !== 'calledOff') {
      mustBeOpen(known);
      rows.put('announcement', id, { ...known, state: 'calledOff' });
      audit(ctx, rows, { by: at.person, did: 'callOffAnnouncement', about: id });
      await rows.commit();
    }
    return keptOf(known);
  });
}

/** Sends it to its writer alone, in the chat with the bot, and keeps it nowhere else. */
export async function tryAnnouncement(ctx: Context, at: InCohort, asked: Content, press = ''): Promise<void> {
  const rows = await openAsChampion(ctx, at);
  const content = contentIn(asked);
  mustBeWellMade(ctx, await newsOf(ctx, rows, { ...content, by: at.person }));
  const own = await Partition.open(ctx, 'people', at.person);
  if (own.find('channel')?.value.state !== 'open')
    throw new Refusal('conflict', 'cohort:announcement.noChat');
  const id = idOfPress(ctx, at, { noun: 'announcementTest', key: press, content });
  const notice = { kind: 'announcementTest', cohort: at.cohort, content } as const;
  own.tell({ kind: 'notify', job: id, to: at.person, notice, answers: true });
  await own.commit();
}
