import { isLentPlace } from '#domain/cohorts/member.ts';
import { type Books, byPlace, type Invariant, rowsOf } from '#tests/soak/books.ts';

/** What a person's own rows say of their programmes, and what the programmes say of them, is the same. */
export const memberships: Invariant = {
  name: 'people and programmes say the same of each other',
  check: (books) => [...membersOf(books), ...seatsIn(books), ...named(books)],
};

/** `<a>/<b>` from `<b>/<a>`: what stands in a person's partition by cohort stands in the cohort's by person. */
const turned = (place: string): string => place.split('/').reverse().join('/');

function membersOf(books: Books): string[] {
  const members = byPlace(books, 'cohorts', 'member');
  const enrolments = byPlace(books, 'people', 'enrolment');
  const own = [...enrolments].flatMap(([place, { state, role, movedTo }]) => {
    const [person, cohort] = place.split('/');
    const member = members.get(turned(place));
    // A list may name them here again.
    if (movedTo && (!member || member.state === 'imported')) return [];
    if (movedTo)
      return [`${person} was moved from ${cohort} to ${movedTo}, and is ${member?.state} here still.`];
    if (!member) return [`${person} has an answer to ${cohort}, which does not know them.`];
    if (member.state === state && member.role === role) return [];
    return [
      `${person} is ${role} and ${state} by their own word, ${member.role} and ${member.state} to ${cohort}.`,
    ];
  });
  const asked = [...members].filter(([, member]) => member.state !== 'imported' && !isLentPlace(member));
  const without = asked.filter(([place]) => !enrolments.has(turned(place)));
  return [
    ...own,
    ...without.map(([place]) => `The member ${place} was asked and has no invitation of their own.`),
  ];
}

/** Who runs, backs and hears a programme stands on both sides. */
const SEATS = ['champion', 'contact', 'sponsor'] as const;

function seatsIn(books: Books): string[] {
  return SEATS.flatMap((seat) => {
    const there = new Set(byPlace(books, 'cohorts', seat).keys());
    const own = new Set([...byPlace(books, 'people', seat).keys()].map(turned));
    return [
      ...[...there]
        .filter((place) => !own.has(place))
        .map((place) => `The ${seat} ${place} does not find the cohort.`),
      ...[...own]
        .filter((place) => !there.has(place))
        .map((place) => `The cohort does not know the ${seat} ${place}.`),
    ];
  });
}

/** Nobody is named to those who are invited who does not take part there. */
function named(books: Books): string[] {
  const members = byPlace(books, 'cohorts', 'member');
  return rowsOf(books, 'cohorts', 'named').flatMap(({ partition, id }) => {
    const person = id.slice(id.indexOf('_') + 1);
    return members.get(`${partition}/${person}`)?.state === 'joined'
      ? []
      : [`${person} is named in ${partition}, where they do not take part.`];
  });
}
