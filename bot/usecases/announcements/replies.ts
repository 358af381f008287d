import { createHash } from 'node:crypto';
import type { Reply } from '#domain/announcements/announcement.ts';
import { REPLY_MAX } from '#domain/announcements/announcement.ts';
import {
  type AnnouncementId,
  asId,
  type CohortId,
  type Instant,
  type PersonId,
  toInstant,
} from '#domain/basics/ids.ts';
import { oldestFirst } from '#domain/basics/inTime.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { isSeen } from '#domain/basics/visible.ts';
import { type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { contactsOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { findRow, keyOf } from '#usecases/story/rows.ts';
import { getAnnouncement } from './writing.ts';

export interface ReplySeen {
  name: string;
  text: string;
  at: Instant;
}

/**
 * A recipient answers an announcement; each champion of the cohort is told. The words stay in the writer's own
 * rows, the cohort only learns where. The same words twice are one reply: a button is sometimes pressed twice.
 */
export async function replyToAnnouncement(
  ctx: Context,
  person: PersonId,
  cohort: CohortId,
  announcement: AnnouncementId,
  text: string,
): Promise<{ repeated: boolean }> {
  const said = text.trim();
  if (!isSeen(said)) throw new Refusal('invalid', 'cohort:reply.empty');
  if (said.length > REPLY_MAX) throw new Refusal('invalid', 'cohort:reply.tooLong', { max: REPLY_MAX });
  const rows = await Partition.openCohort(ctx, cohort, ['announcement', 'audience', 'champion']);
  if (!isRecipient(rows, announcement, person)) throw new Refusal('missing', 'cohort:announcement.missing');
  const id = createHash('sha256').update(`${announcement}\n${person}\n${said}`).digest('hex').slice(0, 24);
  const reply: Reply = { announcement, from: person, text: said, at: toInstant(ctx.clock.now()) };
  const champions = rows.list('champion').map((row) => asId<PersonId>(row.id));
  if (!(await openToReply(ctx, reply, id))) return { repeated: true };
  await pointTo(rows, id, reply);
  return retrying(ctx, () => keep(ctx, { cohort, id, reply, champions }), TRIES_AT_ONCE);
}

const isRecipient = (rows: OpenCohort, announcement: AnnouncementId, person: PersonId): boolean =>
  rows.find('announcement', announcement) !== undefined &&
  rows
    .list('audience')
    .some(({ id, value }) => id.startsWith(`${announcement}_`) && value.people.includes(person));

/** Written before the reply: a pointer to a reply that never came to be is passed over. */
async function pointTo(rows: OpenCohort, id: string, { announcement, from, at }: Reply): Promise<void> {
  rows.create('replyref', `${announcement}_${id}`, { from, reply: id, at });
  try {
    await rows.commit();
  } catch (error) {
    // It was there already.
    if (!(error instanceof Conflict)) throw error;
  }
}

async function keep(
  ctx: Context,
  { cohort, id, reply, champions }: { cohort: CohortId; id: string; reply: Reply; champions: PersonId[] },
): Promise<{ repeated: boolean }> {
  const { announcement, from } = reply;
  const own = await openToReply(ctx, reply, id);
  if (!own) return { repeated: true };
  const me = own.find('person');
  if (me) own.put('person', '', me.value);
  own.create('reply', id, reply);
  for (const to of champions) {
    const notice = { kind: 'announcementReply', cohort, announcement, from, reply: id } as const;
    own.tell({ kind: 'notify', job: keyOf('reply', id), to, notice });
  }
  await own.commit();
  return { repeated: false };
}

/** The writer's rows while there is room for this reply; undefined where it is there already. */
async function openToReply(ctx: Context, { announcement, from }: Reply, id: string) {
  const own = await Partition.open(ctx, 'people', from);
  if (own.find('reply', id)) return undefined;
  const given = own.list('reply').filter(({ value }) => value.announcement === announcement);
  requireRoom('replies', given.length);
  return own;
}

/**
 * The replies to one announcement, oldest first, read from their writers' rows: all, or so many of the newest. `before`
 * says how many came before these.
 */
export async function listReplies(
  ctx: Context,
  rows: OpenCohort,
  announcement: AnnouncementId,
  most = Number.POSITIVE_INFINITY,
): Promise<{ replies: ReplySeen[]; before: number }> {
  const all = rows.list('replyref').filter(({ id }) => id.startsWith(`${announcement}_`));
  const before = Math.max(0, all.length - most);
  const refs = all.sort((a, b) => oldestFirst(a.value, b.value)).slice(before);
  const contact = await contactsOf(
    ctx,
    refs.map(({ value }) => value.from),
  );
  const replies = await inParallel(refs, async ({ value }) => {
    const reply = (await findRow(ctx, 'people', value.from, 'reply', value.reply))?.value;
    return reply ? [{ name: contact(value.from).name, text: reply.text, at: reply.at }] : [];
  });
  return { replies: replies.flat(), before };
}

/** Every reply to one announcement, oldest first, for a champion. */
export async function listAllReplies(ctx: Context, at: InCohort, id: AnnouncementId): Promise<ReplySeen[]> {
  const rows = await openAsChampion(ctx, at, ['announcement', 'replyref']);
  getAnnouncement(rows, id);
  return (await listReplies(ctx, rows, id)).replies;
}
