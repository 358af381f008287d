import type { Delivery } from '#domain/notices/delivery.ts';
import { type Books, byPartition, deliveriesIn, type Invariant, type Taken } from '#tests/soak/books.ts';

/**
 * Rows and the connector agree: what says *sent* was taken once, and whatever was taken is known, by its id or as one
 * of which nobody knows.
 */
export const toldOnce: Invariant = {
  name: 'nobody is told twice, and nothing is told that nobody knows of',
  check: (books) => {
    const deliveries = deliveriesIn(books);
    return [...notTaken(books, deliveries), ...sentTwice(deliveries), ...notKnown(books, deliveries)];
  },
};

const chatsOf = (books: Books): Map<string, string> =>
  new Map(
    [...byPartition(books, 'people', 'channel')].map(([person, { conversationId }]) => [
      person,
      conversationId,
    ]),
  );

const placeOf = ({ chat, activity }: Taken): string => `${chat} ${activity}`;
const isSent = ({ state }: Delivery): boolean => state === 'sent';

function notTaken(books: Books, deliveries: readonly Delivery[]): string[] {
  const chats = chatsOf(books);
  const taken = Map.groupBy(books.taken, placeOf);
  return deliveries.filter(isSent).flatMap(({ job, person, activity }) => {
    const chat = chats.get(person);
    // Whoever took the app away took the way to their chat with it.
    const times = chat === undefined ? 1 : (taken.get(placeOf({ chat, activity }))?.length ?? 0);
    return times === 1 ? [] : [`${job} says sent to ${person}, and the connector took it ${times} times.`];
  });
}

function sentTwice(deliveries: readonly Delivery[]): string[] {
  const byMessage = Map.groupBy(deliveries.filter(isSent), ({ person, activity }) => `${person} ${activity}`);
  return [...byMessage.values()]
    .filter((same) => same.length > 1)
    .map((same) => `${same.map(({ job }) => job).join(' and ')} say the same message to ${same[0]?.person}.`);
}

/** As many messages may stand unknown in a chat as deliveries to it say so. */
function notKnown(books: Books, deliveries: readonly Delivery[]): string[] {
  const people = new Map([...chatsOf(books)].map(([person, chat]) => [chat, person]));
  const byPerson = Map.groupBy(deliveries, ({ person }) => person as string);
  return [...Map.groupBy(books.taken, ({ chat }) => chat)].flatMap(([chat, taken]) => {
    const person = people.get(chat);
    if (person === undefined) return [];
    const own = byPerson.get(person) ?? [];
    const known = new Set(own.filter(isSent).map(({ activity }) => activity));
    const strange = taken.filter(({ activity }) => !known.has(activity)).length;
    const unknown = own.filter(({ state }) => state === 'unknown').length;
    if (strange <= unknown) return [];
    return [
      `${person} has ${strange} messages that no delivery names, and ${unknown} are said to be unknown.`,
    ];
  });
}
