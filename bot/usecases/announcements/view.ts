import type { Announcement } from '#domain/announcements/announcement.ts';
import { byName, isNamed } from '#domain/basics/collation.ts';
import type { AnnouncementId, PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { type Delivery, isMeant } from '#domain/notices/delivery.ts';
import { type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { type Contact, contactsOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { listDeliveries } from '#usecases/story/deliveries.ts';
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
  deliveries: DeliverySeen[];
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
export const peopleOf = (rows: OpenCohort, announcement: AnnouncementId): PersonId[] =>
  rows
    .list('audience')
    .filter(({ id }) => id.startsWith(`${announcement}_`))
    .flatMap(({ value }) => value.people);

interface AnnouncementsAsked {
  /** Those older than this one; the newest without it. */
  before?: string | undefined;
  most?: number;
}

/** Announcements, newest first, with a state per person and the replies. No more people are read than those of `most`. */
export async function listAnnouncements(
  ctx: Context,
  at: InCohort,
  { before, most = Number.POSITIVE_INFINITY }: AnnouncementsAsked = {},
): Promise<AnnouncementSeen[]> {
  const rows = await openAsChampion(ctx, at, ['announcement', 'audience', 'replyref']);
  const newestFirst = rows
    .list('announcement')
    .map(({ value }) => value)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const start = newestFirst.findIndex(({ announcement }) => announcement === before) + 1;
  const shown = newestFirst.slice(start, start + most);
  const people = shown.flatMap(({ announcement }) => peopleOf(rows, announcement));
  const contact = await contactsOf(ctx, people, at.cohort);
  return Promise.all(shown.map((one) => viewOfAnnouncement(ctx, rows, { ...one, contact })));
}

/** What became of one announcement for those whose names hold what is looked for: first those it was for, by name. */
export async function findDeliveries(
  ctx: Context,
  at: InCohort,
  { id, find, locale }: { id: AnnouncementId; find: string; locale: string },
): Promise<DeliverySeen[]> {
  const rows = await openAsChampion(ctx, at, ['announcement', 'audience']);
  const known = rows.find('announcement', id)?.value;
  if (!known) throw new Refusal('missing', 'cohort:announcement.missing');
  const contact = await contactsOf(ctx, peopleOf(rows, id), at.cohort);
  const found = (await deliveriesOf(ctx, rows, { ...known, contact })).filter(isNamed(find));
  const inOrder = byName(locale);
  return found.sort((a, b) => Number(b.isMeant) - Number(a.isMeant) || inOrder(a, b));
}

type Reading = Announcement & { contact: (person: PersonId) => Contact };

async function viewOfAnnouncement(
  ctx: Context,
  rows: OpenCohort,
  { contact, ...announcement }: Reading,
): Promise<AnnouncementSeen> {
  const [deliveries, replies] = await Promise.all([
    deliveriesOf(ctx, rows, { contact, ...announcement }),
    listReplies(ctx, rows, announcement.announcement),
  ]);
  return { ...announcement, deliveries, replies };
}

async function deliveriesOf(
  ctx: Context,
  rows: OpenCohort,
  { contact, ...known }: Reading,
): Promise<DeliverySeen[]> {
  const latest = await latestDeliveries(ctx, known.announcement, triesOf(known));
  return peopleOf(rows, known.announcement).map((person) => {
    const { name, hasApp } = contact(person);
    const delivery = latest.get(person);
    return { person, name, isMeant: delivery ? isMeant(delivery) : hasApp, delivery };
  });
}
