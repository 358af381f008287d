import type { Announcement } from '#domain/announcements/announcement.ts';
import { byName, isNamed } from '#domain/basics/collation.ts';
import type { AnnouncementId, PersonId } from '#domain/basics/ids.ts';
import { latestFirst } from '#domain/basics/inTime.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { type Delivery, isMeant, type Tally, tallyOf } from '#domain/notices/delivery.ts';
import { openAsChampion, openToRead } from '#usecases/cohorts/cohorts.ts';
import { contactsOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { listDeliveries } from '#usecases/story/deliveries.ts';
import { listRows } from '#usecases/story/rows.ts';
import { listReplies, type ReplySeen } from './replies.ts';

/** The first sending's job; a deliberate repeat counts up, so that each is sent at most once. */
export const jobOf = (announcement: AnnouncementId, time: number): string =>
  time === 1 ? `announcement_${announcement}` : `announcement_${announcement}_${time}`;
/** How often it was sent off. */
export const triesOf = ({ tries = 1 }: Announcement): number => tries;

/** `isMeant`: it was for them, as far as is known now. */
export interface DeliverySeen {
  person: PersonId;
  name: string;
  isMeant: boolean;
  delivery: Delivery | undefined;
}

export interface AnnouncementSeen extends Announcement {
  tally: Tally;
  replies: ReplySeen[];
}

/** What came of the last sending that a person was told by. */
export async function latestDeliveries(
  ctx: Context,
  id: AnnouncementId,
  tries: number,
): Promise<Map<PersonId, Delivery>> {
  const times = Array.from({ length: tries }, (_, n) => n + 1);
  const all = await Promise.all(times.map((time) => listDeliveries(ctx, jobOf(id, time))));
  return new Map(all.flat().map((delivery) => [delivery.person, delivery]));
}

/** Whom it was sent to. */
export async function peopleOf(
  ctx: Context,
  cohort: string,
  announcement: AnnouncementId,
): Promise<PersonId[]> {
  const parts = await listRows(ctx, 'cohorts', cohort, 'audience', { prefix: announcement });
  return parts.flatMap(({ value }) => value.people);
}

interface AnnouncementsAsked {
  /** Those older than this one; the newest without it. */
  before?: string | undefined;
  most?: number;
}

/**
 * Announcements, newest first, with how many it has come to what with, and the replies. Of the people themselves
 * nothing is read, so that it may be asked again and again while thousands are on their way. Replies are for champions.
 */
export async function listAnnouncements(
  ctx: Context,
  at: InCohort,
  { before, most = Number.POSITIVE_INFINITY }: AnnouncementsAsked = {},
): Promise<AnnouncementSeen[]> {
  const rows = await openToRead(ctx, at, 'announcements', ['announcement', 'replyref']);
  const readsReplies = rows.find('champion', at.person) !== undefined;
  const newestFirst = rows
    .list('announcement')
    .map(({ value }) => value)
    .sort(latestFirst);
  const start = newestFirst.findIndex(({ announcement }) => announcement === before) + 1;
  const shown = newestFirst.slice(start, start + most);
  return Promise.all(
    shown.map(async (one) => {
      const [latest, replies] = await Promise.all([
        latestDeliveries(ctx, one.announcement, triesOf(one)),
        readsReplies ? listReplies(ctx, rows, one.announcement) : [],
      ]);
      return { ...one, tally: tallyOf([...latest.values()], one.people), replies };
    }),
  );
}

/** What became of one announcement for those whose names hold what is looked for: first those it was for, by name. */
export async function findDeliveries(
  ctx: Context,
  at: InCohort,
  { id, find, locale }: { id: AnnouncementId; find: string; locale: string },
): Promise<DeliverySeen[]> {
  const rows = await openAsChampion(ctx, at, ['announcement']);
  const known = rows.find('announcement', id)?.value;
  if (!known) throw new Refusal('missing', 'cohort:announcement.missing');
  const people = await peopleOf(ctx, at.cohort, id);
  const [contact, latest] = await Promise.all([
    contactsOf(ctx, people, at.cohort),
    latestDeliveries(ctx, id, triesOf(known)),
  ]);
  const seen = people.map((person) => {
    const { name, hasApp } = contact(person);
    const delivery = latest.get(person);
    // Before it was tried, whether it is for them is as far as we know.
    const isTried = delivery !== undefined && delivery.attempts + Number(delivery.state !== 'queued') > 0;
    return { person, name, isMeant: isTried ? isMeant(delivery) : hasApp, delivery };
  });
  const inOrder = byName(locale);
  return seen.filter(isNamed(find)).sort((a, b) => Number(b.isMeant) - Number(a.isMeant) || inOrder(a, b));
}
