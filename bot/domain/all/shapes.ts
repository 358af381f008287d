import { announcementShapes, replyShapes } from '#domain/announcements/shapes.ts';
import {
  type Check,
  fields,
  flag,
  id,
  instant,
  listOf,
  maybe,
  number,
  oneOf,
  type ShapesOf,
  text,
} from '#domain/basics/shape.ts';
import { closingShapes } from '#domain/closing/shapes.ts';
import { cohortShapes, ownCohortShapes } from '#domain/cohorts/shapes.ts';
import { concernShapes } from '#domain/concerns/shapes.ts';
import { conversationShapes } from '#domain/enrolment/shapes.ts';
import { exchangeShapes } from '#domain/exchanges/shapes.ts';
import { gatheringShapes } from '#domain/gatherings/shapes.ts';
import { insightShapes } from '#domain/insights/shapes.ts';
import { roundShapes } from '#domain/matching/shapes.ts';
import { meetingShapes } from '#domain/meetings/shapes.ts';
import { deliveryShapes } from '#domain/notices/shapes.ts';
import { nudgeShapes } from '#domain/nudges/shapes.ts';
import { ownPairShapes, pairShapes } from '#domain/pairs/shapes.ts';
import { personShapes } from '#domain/people/shapes.ts';
import { erasingShapes } from '#domain/privacy/shapes.ts';
import { profileShapes } from '#domain/profile/shapes.ts';
import { searchShapes } from '#domain/searches/shapes.ts';
import { ownSponsorShapes, sponsorShapes } from '#domain/sponsors/shapes.ts';
import type { Account, LookupRows, Mark, Unsaid } from './lookups.ts';
import type { Outbox } from './messages.ts';
import type { RowsOf } from './rows.ts';

const outbox = fields<Outbox>({ message: fields({ kind: id }), at: instant });
const mark = fields<Mark>({ id, state: oneOf(['begun', 'done']), atMs: number });
/** Kept as it is, whatever it is. */
const unreadable: Check = () => true;
const account = fields<Account>({ person: id, isMet: flag, isAsked: flag, seen: listOf(text) });

/** What every row of a table of truth must look like to be read, by its kind. */
const OF_TRUTH: { readonly [Table in keyof RowsOf]: ShapesOf<RowsOf[Table]> } = {
  people: {
    ...{
      ...personShapes,
      ...profileShapes,
      ...ownCohortShapes,
      ...ownSponsorShapes,
      ...replyShapes,
      ...ownPairShapes,
    },
    ...{ ...searchShapes, ...nudgeShapes, ...conversationShapes, ...erasingShapes, unreadable, outbox },
  },
  pairs: {
    ...{ ...pairShapes, ...meetingShapes, ...exchangeShapes, ...closingShapes },
    ...{ unreadable, outbox },
  },
  cohorts: {
    ...cohortShapes,
    ...sponsorShapes,
    ...announcementShapes,
    ...gatheringShapes,
    ...roundShapes,
    ...insightShapes,
    outbox,
  },
  concerns: { ...concernShapes, unreadable, outbox },
};

const LOOKUPS: ShapesOf<LookupRows> = {
  oid: account,
  mail: fields<LookupRows['mail']>({ person: id }),
  meeting: fields<LookupRows['meeting']>({ pair: id }),
  seen_activity: mark,
  seen_press: mark,
  unsaid: fields<Unsaid>({
    ...{ person: id, channel: personShapes.channel },
    ...{ replyTo: text, message: text, rest: maybe(text), sinceMs: number },
  }),
  lease: fields<LookupRows['lease']>({ holder: text, until: number }),
  budget: fields<LookupRows['budget']>({ until: number, pausedUntil: maybe(number) }),
  changed: fields<LookupRows['changed']>({ pair: id, turn: number }),
};

const checksOf = (shapes: object): ReadonlyMap<string, Check> => new Map(Object.entries(shapes));
const TRUTH = new Map(Object.entries(OF_TRUTH).map(([table, shapes]) => [table, checksOf(shapes)]));
const BY_LOOKUP = checksOf(LOOKUPS);
/** The key of a row of a table of truth begins with its kind. */
export const kindOf = (key: string): string => key.split('_', 1)[0] ?? key;

/** Some lookups are spread over partitions of a number each. */
const lookupKindOf = (partition: string): string => partition.replace(/_\d+$/, '');

/** The check of one row; undefined for a kind that this version does not know and therefore never reads. */
export function shapeOf(table: string, partition: string, key: string): Check | undefined {
  if (table === 'lookups') return BY_LOOKUP.get(lookupKindOf(partition));
  if (table === 'deliveries') return deliveryShapes.person;
  return TRUTH.get(table)?.get(kindOf(key));
}
