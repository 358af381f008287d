import type { Announcement } from '#domain/announcements/announcement.ts';
import { audienceOf } from '#domain/announcements/audience.ts';
import type { AnnouncementMessage } from '#domain/announcements/messages.ts';
import { byName } from '#domain/basics/collation.ts';
import { type AnnouncementId, asId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import { type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { type Contact, contactOf, contactsOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { listDeliveries } from '#usecases/story/deliveries.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { listReplies, type ReplySeen } from './replies.ts';

export type NewAnnouncement = Pick<Announcement, 'title' | 'text' | 'audience'>;

const jobOf = (announcement: AnnouncementId): string => `announcement_${announcement}`;
/** People in one row of an audience: ids are short, a property holds 32,000 characters. */
const PART_SIZE = 400;
const BATCH = 90;
/** Up to this many people hear of it before the champion's own request is answered. */
const AT_ONCE = 500;

export interface Preview extends NewAnnouncement {
  from: string;
  recipients: number;
  withoutApp: number;
}

export interface AnnouncementSeen extends Announcement {
  deliveries: { person: PersonId; name: string; delivery: Delivery | undefined }[];
  replies: ReplySeen[];
}

const membersOf = (rows: OpenCohort) =>
  rows.list('member').map(({ id, value }) => ({ person: asId<PersonId>(id), ...value }));

/** What everybody would read, how many that are, and how many the bot cannot reach. Changes nothing. */
export async function previewAnnouncement(
  ctx: Context,
  at: InCohort,
  asked: NewAnnouncement,
): Promise<Preview> {
  const rows = await openAsChampion(ctx, at, ['member']);
  const people = audienceOf(membersOf(rows), asked.audience);
  const contact = await contactsOf(ctx, people, at.cohort);
  const { title, text, audience } = asked;
  return {
    ...{ title, text, audience },
    from: (await contactOf(ctx, at.person)).name,
    recipients: people.length,
    withoutApp: people.filter((person) => !contact(person).hasApp).length,
  };
}

/** Sends an announcement off, and answers its id: who gets it is fixed here, everybody is told from the outbox. */
export async function announce(ctx: Context, at: InCohort, asked: NewAnnouncement): Promise<AnnouncementId> {
  const rows = await openAsChampion(ctx, at, ['member']);
  const people = audienceOf(membersOf(rows), asked.audience);
  if (people.length === 0) throw new Refusal('invalid', 'cohort:announcement.nobody');
  const id = asId<AnnouncementId>(ctx.ids.next('announcement'));
  for (const [n, part] of inChunks(people, PART_SIZE).entries()) {
    rows.create('audience', `${id}_${String(n).padStart(4, '0')}`, { people: part });
    if (n % BATCH === BATCH - 1) await rows.commit();
  }
  const { title, text, audience } = asked;
  const now = toInstant(ctx.clock.now());
  rows.create('announcement', id, {
    ...{ announcement: id, by: at.person, title, text, audience },
    ...{ at: now, state: 'sending' },
  });
  audit(ctx, rows, { by: at.person, did: 'announce', about: id });
  rows.tell({ kind: 'sendAnnouncement', cohort: at.cohort, announcement: id });
  await rows.commit();
  if (people.length <= AT_ONCE) await sendAnnouncementNow(ctx, at.cohort, id);
  return id;
}

export const announcementChores: Chores<AnnouncementMessage> = {
  sendAnnouncement: (ctx, { cohort, announcement }) => sendAnnouncementNow(ctx, cohort, announcement),
};

/** Tells everybody of the audience. Goes on after a crash; who is told twice still hears it once. */
async function sendAnnouncementNow(
  ctx: Context,
  cohort: CohortId,
  announcement: AnnouncementId,
): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.openCohort(ctx, cohort, ['announcement', 'audience']);
    const known = rows.find('announcement', announcement)?.value;
    if (known?.state !== 'sending') return;
    for (const chunk of inChunks(peopleOf(rows, announcement), BATCH)) {
      for (const to of chunk) {
        const notice = { kind: 'announcement', cohort, announcement } as const;
        rows.tell({ kind: 'notify', job: jobOf(announcement), to, notice });
      }
      await rows.commit();
    }
    rows.put('announcement', announcement, { ...known, state: 'sent' });
    await rows.commit();
  });
}

const peopleOf = (rows: OpenCohort, announcement: AnnouncementId): PersonId[] =>
  rows
    .list('audience')
    .filter(({ id }) => id.startsWith(`${announcement}_`))
    .flatMap(({ value }) => value.people);

interface AnnouncementsAsked {
  /** Those older than this one; the newest without it. */
  before?: string | undefined;
  most?: number;
  locale?: string;
}

/** Announcements, newest first, with a state per person and the replies. No more people are read than those of `most`. */
export async function listAnnouncements(
  ctx: Context,
  at: InCohort,
  { before, most = Number.POSITIVE_INFINITY, locale = 'en' }: AnnouncementsAsked = {},
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
  return Promise.all(shown.map((one) => viewOfAnnouncement(ctx, rows, { ...one, contact, locale })));
}

async function viewOfAnnouncement(
  ctx: Context,
  rows: OpenCohort,
  {
    contact,
    locale,
    ...announcement
  }: Announcement & {
    contact: (person: PersonId) => Contact;
    locale: string;
  },
): Promise<AnnouncementSeen> {
  const id = announcement.announcement;
  const [deliveries, replies] = await Promise.all([
    listDeliveries(ctx, jobOf(id)),
    listReplies(ctx, rows, id),
  ]);
  const known = new Map(deliveries.map((delivery) => [delivery.person, delivery]));
  const people = peopleOf(rows, id).map((person) => ({
    ...{ person, name: contact(person).name, delivery: known.get(person) },
  }));
  people.sort(byName(locale));
  return { ...announcement, deliveries: people, replies };
}
