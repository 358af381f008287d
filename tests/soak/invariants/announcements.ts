import type { Announcement } from '#domain/announcements/announcement.ts';
import type { AnnouncementId } from '#domain/basics/ids.ts';
import { type Delivery, groupOf } from '#domain/notices/delivery.ts';
import { type Books, byPlace, deliveriesIn, type Invariant, type Kept, rowsOf } from '#tests/soak/books.ts';
import { jobOf } from '#usecases/announcements/view.ts';

const IS_OUT: readonly Announcement['state'][] = ['sent', 'stopped', 'recalled'];

/** What was sent went to those it is said to be for, one delivery each; whoever was erased since is taken out. */
export const announcementCounts: Invariant = {
  name: 'announcements count as many as there are',
  check: (books) => {
    const byJob = Map.groupBy(deliveriesIn(books), ({ job }) => job);
    const news = rowsOf(books, 'cohorts', 'announcement');
    return [
      ...news
        .filter(({ value }) => IS_OUT.includes(value.state))
        .flatMap((row) => wrongIn(books, row, byJob)),
      ...strayReplies(books),
    ];
  },
};

function wrongIn(
  books: Books,
  { partition, id, value }: Kept<Announcement>,
  byJob: ReadonlyMap<string, readonly Delivery[]>,
): string[] {
  const audience = rowsOf(books, 'cohorts', 'audience')
    .filter((part) => part.partition === partition && part.id.startsWith(`${id}_`))
    .flatMap((part) => part.value.people);
  const told = new Set(byJob.get(jobOf(id as AnnouncementId, 1))?.map(({ person }) => person));
  const { people = 0 } = value;
  const wrong: string[] = [];
  if (new Set(audience).size !== audience.length) wrong.push(`The announcement ${id} names somebody twice.`);
  if (audience.length > people || audience.length < people - books.erased.length)
    wrong.push(`The announcement ${id} says ${people} people, and names ${audience.length}.`);
  const untold = value.state === 'sent' ? audience.filter((person) => !told.has(person)) : [];
  const extra = [...told].filter((person) => !audience.includes(person));
  return [
    ...wrong,
    ...untold.map((person) => `The announcement ${id} has no delivery to ${person}.`),
    ...extra.map((person) => `The announcement ${id} has a delivery to ${person}, for whom it was not.`),
    ...stillUnderWay(id, byJob.get(jobOf(id as AnnouncementId, 1)) ?? []),
  ];
}

/** On its way for ever; who is not at work is told in the morning. */
const stillUnderWay = (id: string, deliveries: readonly Delivery[]): string[] =>
  deliveries
    .filter((one) => groupOf(one) === 'onTheWay' && one.reason !== 'quietHours')
    .map(({ person, state }) => `The announcement ${id} to ${person} is still ${state}.`);

/** A reply is found where it stands. */
function strayReplies(books: Books): string[] {
  const replies = byPlace(books, 'people', 'reply');
  return rowsOf(books, 'cohorts', 'replyref')
    .filter(({ value }) => !replies.has(`${value.from}/${value.reply}`))
    .map(({ id, value }) => `The reply ${id} is not there where ${value.from} wrote it.`);
}
