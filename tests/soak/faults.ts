import type { Invariant } from './books.ts';
import * as people from './faultsOfPeople.ts';
import * as rows from './faultsOfRows.ts';
import * as work from './faultsOfWork.ts';
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
import type { Fault, Planting } from './planting.ts';

const breaking = ({ name }: Invariant, all: readonly Planting[]): Fault[] =>
  all.map((one) => ({ ...one, breaks: name }));

/** Of every invariant, ways in which it can be broken. */
export const FAULTS: readonly Fault[] = [
  ...breaking(readable, rows.readable),
  ...breaking(pairLists, rows.pairLists),
  ...breaking(memberships, rows.memberships),
  ...breaking(places, rows.places),
  ...breaking(signatures, rows.signatures),
  ...breaking(lookups, rows.lookups),
  ...breaking(circles, people.circles),
  ...breaking(searches, people.searches),
  ...breaking(panels, people.panels),
  ...breaking(concerns, people.concerns),
  ...breaking(toldOnce, work.toldOnce),
  ...breaking(announcementCounts, work.announcements),
  ...breaking(outboxes, work.outboxes),
  ...breaking(nothingUndone, work.undone),
  ...breaking(figures, work.figures),
  ...breaking(erasedPeople, work.erased),
];
