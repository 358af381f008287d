import type { Books, Invariant } from './books.ts';
import { announcementCounts } from './invariants/announcements.ts';
import { circles } from './invariants/circles.ts';
import { concerns } from './invariants/concerns.ts';
import { erasedPeople } from './invariants/erased.ts';
import { figures } from './invariants/figures.ts';
import { pairLists } from './invariants/lists.ts';
import { lookups } from './invariants/lookups.ts';
import { memberships } from './invariants/memberships.ts';
import { outboxes } from './invariants/outboxes.ts';
import { panels } from './invariants/panels.ts';
import { places } from './invariants/places.ts';
import { readable } from './invariants/readable.ts';
import { searches } from './invariants/searches.ts';
import { signatures } from './invariants/signatures.ts';
import { toldOnce } from './invariants/told.ts';
import { nothingUndone } from './invariants/undone.ts';

/** What holds of every table once a world has come to rest, whatever happened to it before. */
export const INVARIANTS: readonly Invariant[] = [
  ...[readable, pairLists, memberships, places, signatures, lookups],
  ...[circles, searches, panels, concerns],
  ...[toldOnce, announcementCounts, outboxes, nothingUndone, figures, erasedPeople],
];

export interface Violation {
  invariant: string;
  sentence: string;
}

/** Every breach of every invariant; none in a good world. */
export const violationsIn = (books: Books): Violation[] =>
  INVARIANTS.flatMap(({ name, check }) =>
    check(books).map((sentence): Violation => ({ invariant: name, sentence })),
  );
