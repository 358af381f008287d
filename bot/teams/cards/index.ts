import type { Facts } from '#usecases/home/notices.ts';
import type { Words } from '#words/words.ts';
import { announcementCards } from './announcements/notices.ts';
import { closingCards } from './closing/notices.ts';
import { cohortCards } from './cohorts/notices.ts';
import { concernCards } from './concerns/notices.ts';
import { gatheringCards } from './gatherings/notices.ts';
import { roundCards } from './matching/notices.ts';
import { meetingCards } from './meetings/notices.ts';
import { nudgeCards } from './nudges/notices.ts';
import { pairCards } from './pairs/notices.ts';
import type { Cards, Drawn, Reader } from './parts.ts';
import { searchCards } from './searches/notices.ts';
import { sponsorCards } from './sponsors/notices.ts';

const CARDS: Cards<Facts> = {
  ...cohortCards,
  ...sponsorCards,
  ...announcementCards,
  ...gatheringCards,
  ...pairCards,
  ...roundCards,
  ...searchCards,
  ...meetingCards,
  ...closingCards,
  ...nudgeCards,
  ...concernCards,
};

/** The card of a notice, in the reader's language and time zone. */
export function cardFor(facts: Facts, words: Words, reader: Reader): Drawn {
  const draw = CARDS[facts.kind] as (facts: Facts, words: Words, reader: Reader) => Drawn;
  return draw(facts, words, reader);
}
