import type { News } from '#domain/announcements/announcement.ts';
import type { ChosenColumns } from '#domain/cohorts/attributes/chosen.ts';
import type { ReadImport } from '#domain/cohorts/import.ts';
import type { TopicReader } from '#domain/hearing/topicReader.ts';
import type { CircleOptions } from '#domain/matching/circles/circle.ts';
import type { MatchOptions, MatchPerson, MatchResult, RoundResult, Watch } from '#domain/matching/types.ts';
import type { Changes } from './changes.ts';
import type { Due } from './due.ts';
import type { Clock, Ids, Log, Queue, Scan, Tables, TeamsMeetings } from './ports.ts';

/** Everything a use case may reach, built once in app.ts and in tests. */
export interface Context {
  tables: Tables;
  /** The same tables as they stand: nothing is remembered, nothing left out. */
  scan: Scan;
  queue: Queue;
  clock: Clock;
  ids: Ids;
  log: Log;
  due: Due;
  /** Who waits for a live panel is told here. */
  changes: Changes;
  /** Without it nobody is known to be in a meeting. */
  teamsMeetings?: TeamsMeetings;
  /** For so many days after their last programme people are kept. */
  keptDays: number;
  /** Secret of this installation for pseudonyms of measures. */
  pseudonymKey: string;
  /** Runs the matching engine beside the event loop; without it the engine runs where it is asked. */
  match?: (
    people: MatchPerson[],
    options: MatchOptions,
    going?: { watch?: Watch; signal?: AbortSignal },
  ) => Promise<MatchResult>;
  /** Finds circles and checks them; undefined when time ran out. Without it there are no rounds of circles. */
  matchCircles?: (
    people: MatchPerson[],
    options: CircleOptions,
    going?: { watch?: Watch; signal?: AbortSignal },
  ) => Promise<RoundResult | undefined>;
  /** Draws the card of an announcement, to be looked at and measured before it is sent. */
  drawNews?: (news: News, reader: { locale: string; timeZone: string }) => object;
  /** Hears topics by their meaning as well; without it they are heard by their names alone. */
  readTopics?: TopicReader;
  /** Reads a CSV of people beside the event loop; without it the file is read where it is asked. */
  readImport?: (bytes: Uint8Array, chosen?: ChosenColumns) => Promise<ReadImport>;
}
