import type { Day, Instant, OccurrenceId, PersonId } from '#domain/basics/ids.ts';
import { latestFirst } from '#domain/basics/inTime.ts';
import { type Feedback, seenBy } from '#domain/meetings/feedback.ts';
import { isHeld, type Meeting } from '#domain/meetings/meetings.ts';
import { type Agreements, signaturesOf, unsignedBy } from '#domain/pairs/agreement.ts';
import type { Pair } from '#domain/pairs/pair.ts';
import type { MeetingWay } from '#domain/profile/profile.ts';
import type { Exchange } from './exchange.ts';
import { type Learning, learningsFor } from './learning.ts';

/** What somebody wrote after a meeting, as its reader may know it. */
interface WordsOfMeeting {
  kind: 'learned' | 'surprised';
  text: string;
  writer: PersonId;
  shared: boolean;
}

/** One thing that happened between the people of a pair. `at` is when it stands on the line. */
export type Moment =
  | {
      kind: 'meeting';
      at: Instant;
      occurrence: OccurrenceId;
      /** How they met, where somebody told of it; `''` where nobody said how. */
      told: { day: Day; way: MeetingWay | '' } | undefined;
      words: WordsOfMeeting[];
    }
  | { kind: 'learning'; at: Instant; learning: Learning }
  | { kind: 'exchange'; at: Instant; exchange: Exchange }
  | { kind: 'signature'; at: Instant; version: number };

interface Happened {
  pair: Pair;
  agreements: Agreements;
  meetings: readonly Meeting[];
  feedback: readonly Feedback[];
  exchanges: readonly Exchange[];
  learnings: readonly Learning[];
}

/** Everything that happened between them, as one of them may see it, latest first. */
export function timelineFor(reader: PersonId, happened: Happened, nowMs: number): Moment[] {
  const { exchanges, learnings } = happened;
  return [
    ...meetingsIn(happened, reader, nowMs),
    ...learningsFor(learnings, reader).map(
      (learning): Moment => ({ kind: 'learning', at: learning.at, learning }),
    ),
    ...exchanges.map((exchange): Moment => ({ kind: 'exchange', at: exchange.at, exchange })),
    ...signaturesIn(happened),
  ].sort(latestFirst);
}

/** Meetings that began and took place; planned and missed ones are no part of the way. */
function meetingsIn({ meetings, feedback }: Happened, reader: PersonId, nowMs: number): Moment[] {
  return meetings
    .filter((meeting) => isHeld(meeting, nowMs))
    .map(({ occurrence, startedAt, offScreen }) => ({
      ...{ kind: 'meeting', at: startedAt, occurrence, told: offScreen },
      words: feedback.filter((one) => one.occurrence === occurrence).flatMap((one) => wordsIn(one, reader)),
    }));
}

function wordsIn(one: Feedback, reader: PersonId): WordsOfMeeting[] {
  const { learned = '', surprised = '' } = seenBy(one, one.person === reader ? 'me' : 'partner');
  const about = { writer: one.person, shared: one.shared };
  return [
    { kind: 'learned' as const, text: learned, ...about },
    { kind: 'surprised' as const, text: surprised, ...about },
  ].filter(({ text }) => text !== '');
}

/** A version of the agreement, at the moment the last of them signed it. */
function signaturesIn({ pair, agreements }: Happened): Moment[] {
  return agreements.versions
    .filter(({ version }) => unsignedBy(pair, agreements, version).length === 0)
    .map(({ version }) => {
      const [last] = signaturesOf(agreements, version)
        .map(({ at }) => at)
        .sort()
        .reverse();
      return { kind: 'signature', at: last as Instant, version };
    });
}
