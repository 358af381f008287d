import type { Announcement } from '#domain/announcements/announcement.ts';
import { isGoingOut, isOpen } from '#domain/announcements/course.ts';
import { byName, isNamed } from '#domain/basics/collation.ts';
import type { AnnouncementId, PersonId } from '#domain/basics/ids.ts';
import { latestFirst } from '#domain/basics/inTime.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import {
  type Delivery,
  type DeliveryGroup,
  groupOf,
  isMeant,
  type Tally,
  tallyOf,
} from '#domain/notices/delivery.ts';
import { openAsChampion, openToRead } from '#usecases/cohorts/cohorts.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { listDeliveries } from '#usecases/story/deliveries.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { findRow, listRows } from '#usecases/story/rows.ts';
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
  etag: string;
  tally: Tally;
  /** The newest. */
  replies: ReplySeen[];
  repliesBefore: number;
}

/** Replies that come along with an announcement; a list that is asked for again and again stays short. */
const REPLIES_SHOWN = 20;

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
 * Announcements, those that wait before all others and then newest first, with how many it has come to what with, and
 * the newest replies. Of the people themselves nothing is read, so that it may be asked again and again while thousands
 * are on their way. Replies are for champions.
 */
export async function listAnnouncements(
  ctx: Context,
  at: InCohort,
  { before, most = Number.POSITIVE_INFINITY }: AnnouncementsAsked = {},
): Promise<AnnouncementSeen[]> {
  const rows = await openToRead(ctx, at, 'announcements', ['announcement', 'replyref']);
  const readsReplies = rows.find('champion', at.person) !== undefined;
  const all = rows.list('announcement').map(({ value, etag }) => ({ ...value, etag }));
  const newestFirst = [
    ...all.filter(isOpen).sort((a, b) => ((a.sendAt ?? '') < (b.sendAt ?? '') ? -1 : 1)),
    ...all.filter((one) => !isOpen(one) && one.state !== 'calledOff').sort(latestFirst),
  ];
  const start = newestFirst.findIndex(({ announcement }) => announcement === before) + 1;
  const shown = newestFirst.slice(start, start + most);
  return Promise.all(
    shown.map(async (one) => {
      const [latest, { replies, before: repliesBefore }] = await Promise.all([
        latestDeliveries(ctx, one.announcement, triesOf(one)),
        readsReplies ? listReplies(ctx, rows, one.announcement, REPLIES_SHOWN) : { replies: [], before: 0 },
      ]);
      return {
        ...one,
        tally: tallyOf([...latest.values()], isGoingOut(one) ? one.people : 0, one.revision),
        ...{ replies, repliesBefore },
      };
    }),
  );
}

interface DeliveriesAsked {
  id: AnnouncementId;
  /** Words of a name. */
  find: string;
  which: DeliveryGroup;
  locale: string;
}

/**
 * What became of one announcement for those of a group whose names hold what is looked for: first those it was for, by
 * name. Of the others nothing is read but what became of their message.
 */
export async function findDeliveries(
  ctx: Context,
  at: InCohort,
  { id, find, which, locale }: DeliveriesAsked,
): Promise<DeliverySeen[]> {
  const rows = await openAsChampion(ctx, at, ['announcement']);
  const known = rows.find('announcement', id)?.value;
  if (!known) throw new Refusal('missing', 'cohort:announcement.missing');
  const [people, latest] = await Promise.all([
    peopleOf(ctx, at.cohort, id),
    latestDeliveries(ctx, id, triesOf(known)),
  ]);
  const asked = people.filter((person) => which === 'all' || groupOf(latest.get(person)) === which);
  const [nameOf, hasApp] = await Promise.all([
    namesOf(ctx, asked, at.cohort),
    whoHasApp(
      ctx,
      asked.filter((person) => !isTried(latest.get(person))),
    ),
  ]);
  const seen = asked.map((person) => {
    const delivery = latest.get(person);
    // Before it was tried, whether it is for them is as far as we know.
    const isForThem = delivery && isTried(delivery) ? isMeant(delivery) : hasApp.has(person);
    return { person, name: nameOf(person), isMeant: isForThem, delivery };
  });
  const inOrder = byName(locale);
  return seen.filter(isNamed(find)).sort((a, b) => Number(b.isMeant) - Number(a.isMeant) || inOrder(a, b));
}

const isTried = (delivery: Delivery | undefined): boolean =>
  delivery !== undefined && delivery.attempts + Number(delivery.state !== 'queued') > 0;

async function whoHasApp(ctx: Context, people: readonly PersonId[]): Promise<Set<PersonId>> {
  const channels = await inParallel(people, (person) => findRow(ctx, 'people', person, 'channel'));
  return new Set(people.filter((_, n) => (channels[n]?.value.state ?? 'uninstalled') !== 'uninstalled'));
}
