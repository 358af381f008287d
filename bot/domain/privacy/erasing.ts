import type { Instant } from '#domain/basics/ids.ts';
import type { Somebody } from '#domain/basics/privacy.ts';

/**
 * Row `erasing` of a person: they asked to be erased. It holds what they are found by once their own rows are gone, and
 * how far whole tables were looked through; it goes last.
 */
export interface Erasing extends Somebody {
  askedAt: Instant;
  /** Lower-case addresses under which they are looked up. */
  addresses: string[];
  /** Names that are whole: the only ones that count outside their own `pairs`. */
  wholeNames: string[];
  pairs: string[];
  /** Stands in keys where they stood; of this erasure alone, so that two who are erased never share a key. */
  gone: string;
  /** Which table is looked through now, and from where on: see `Scan`. */
  table: number;
  after: string;
  /** Whether this time through the tables something was found; if so they are looked through once more. */
  hasFound: boolean;
}
