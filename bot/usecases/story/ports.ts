/** What the use cases need from outside. Implemented in storage/, teams/, app.ts; faked in tests/fakes. */

export const TABLES = ['people', 'pairs', 'cohorts', 'concerns', 'deliveries', 'due', 'lookups'] as const;
export type TableName = (typeof TABLES)[number];

/** A value of a row: an object of primitives, arrays and nested objects that survives JSON. */
export type Value = object;

export interface Row<T extends Value = Value> {
  /** Unescaped row key, at most 400 characters. */
  key: string;
  etag: string;
  value: T;
}

export type Change =
  | { op: 'create'; key: string; value: Value }
  | { op: 'replace'; key: string; value: Value; etag: string }
  | { op: 'remove'; key: string; etag: string };

/** Row keys `>= from` and `< to`, both optional, ordinal order. */
export interface KeyRange {
  from?: string;
  to?: string;
  limit?: number;
}

/**
 * Azure Tables in the words we need. Partition and row keys are plain text: the store escapes `/ \ # ?` and
 * controls. Values over 32,000 UTF-16 units in one property, or about 900 KB in one row, throw `TooLarge`.
 */
export interface Tables {
  find(table: TableName, partition: string, key: string): Promise<Row | undefined>;
  /** Ordered by key. */
  list(table: TableName, partition: string, range?: KeyRange): Promise<Row[]>;
  /**
   * One entity-group transaction: all or nothing, 1–100 changes, each key once. Answers the new ETags in the
   * order of the changes (empty for removals). Throws `Conflict` when a row exists already (create), is gone,
   * or has another ETag.
   */
  commit(table: TableName, partition: string, changes: readonly Change[]): Promise<string[]>;
  /** True when the service answers. */
  isReady(): Promise<boolean>;
}

/** A row with the partition it stands in. */
export interface PlacedRow extends Row {
  partition: string;
}

/** The tables as they stand, also rows that cannot be read; for what has to be complete, never for what is shown. */
export interface Scan extends Pick<Tables, 'find' | 'list'> {
  /**
   * A page of a table and where to go on, empty at its end; `after` is empty at its beginning. `key`: only rows under
   * this key, whatever their partition.
   */
  page(table: TableName, after: string, key?: string): Promise<{ rows: PlacedRow[]; next: string }>;
}

export class Conflict extends Error {
  constructor(where: string) {
    super(`somebody else changed ${where} first`);
    this.name = 'Conflict';
  }
}

/** Storage does not answer now; whether the last change was written is not known. */
export class Away extends Error {
  constructor(cause: unknown) {
    super('storage does not answer', { cause });
    this.name = 'Away';
  }
}

export class TooLarge extends Error {
  constructor(where: string) {
    super(`${where} is larger than a row may be`);
    this.name = 'TooLarge';
  }
}

/** Points to an outbox row; the queue carries nothing else, so a repeat is harmless. */
export interface QueueItem {
  table: TableName;
  partition: string;
  outbox: string;
}

export interface ReceivedItem {
  item: QueueItem;
  attempts: number;
  done(): Promise<void>;
}

export interface Queue {
  send(item: QueueItem, delayMs?: number): Promise<void>;
  /** Up to `max` items, hidden from others for `hiddenMs`. */
  receive(max: number, hiddenMs: number): Promise<ReceivedItem[]>;
  isReady(): Promise<boolean>;
}

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

/** Unguessable, URL-safe ids of 12 or more characters. */
export interface Ids {
  next(noun: string): string;
}

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What sending a message ended in. `unknown`: it may or may not have arrived, never repeat it in silence. */
export type SendOutcome =
  | { state: 'sent'; activity: string }
  /** It was not taken. `isTooMuch`: nothing else would be taken either before that time is over. */
  | { state: 'later'; afterMs: number; isTooMuch?: true }
  | { state: 'failed'; reason: 'blocked' | 'disabled' | 'notInstalled' | 'refused' }
  | { state: 'unknown' };

/** What the bot is told: words, a button, the app itself coming or going, or what Teams says of a meeting. */
export type TurnKind = 'message' | 'press' | 'arrival' | 'event';

/** Where a meeting is asked about. `serviceUrl` is the way to Teams that somebody's own chat has; may be empty. */
export interface MeetingAsked {
  serviceUrl: string;
  teamsMeeting: string;
  teamsChat: string;
}

/** What Teams says of somebody and a meeting. */
export interface Presence {
  isInvited: boolean;
  /** In it at this moment. */
  isIn: boolean;
  /** The chat of that meeting, as Teams says it; empty when it does not. */
  teamsChat: string;
}

/** Teams, asked by the bot about its meetings. Undefined is what Teams cannot or will not say. */
export interface TeamsMeetings {
  findPresence(asked: MeetingAsked & { directoryId: string }): Promise<Presence | undefined>;
  /** When it is planned, as ISO 8601; of a recurring meeting its first date. */
  findTimes(asked: MeetingAsked): Promise<{ startsAt: string; plannedEnd: string } | undefined>;
}
