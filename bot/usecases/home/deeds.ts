import type { Outbox } from '#domain/all/messages.ts';
import type { Change, TableName } from '#usecases/story/ports.ts';

/**
 * What a programme lives by, as it may be counted: that it happened, never to whom or where. What somebody keeps to
 * themselves is not among them: no concern, no wish to stop and no end, no *not this time*, and not what somebody said.
 */
export const DEEDS = [
  'joined',
  'introduced',
  'paired',
  'signed',
  'met',
  'feedbackGiven',
  'announced',
] as const;
export type Deed = (typeof DEEDS)[number];

type Written = Exclude<Change, { op: 'remove' }>;

/** The deeds that stand in changes of one partition which were just written; each once. */
export function deedsIn(table: TableName, changes: readonly Change[]): Deed[] {
  const written = changes.filter((change): change is Written => change.op !== 'remove');
  const happened = HAPPENED.filter(([, where, is]) => where === table && is(written));
  return happened.map(([deed]) => deed);
}

const isMade = (written: readonly Written[], kind: string): boolean =>
  written.some(({ op, key }) => op === 'create' && kindOf(key) === kind);

/** A row of a kind stands like this now. */
const stands = (written: readonly Written[], kind: string, like: object): boolean =>
  written.some(
    ({ key, value }) =>
      Object.entries(like).every(([name, wanted]) => (value as Record<string, unknown>)[name] === wanted) &&
      kindOf(key) === kind,
  );

/** A message, or the notice it brings, is of this kind. */
const isTold = (written: readonly Written[], kind: string): boolean =>
  written
    .filter(({ key }) => kindOf(key) === 'outbox')
    .map(({ value }) => (value as Outbox).message)
    .some((message) => message.kind === kind || ('notice' in message && message.notice.kind === kind));

const kindOf = (key: string): string => key.split('_', 1)[0] ?? '';

const HAPPENED: readonly [deed: Deed, table: TableName, is: (written: readonly Written[]) => boolean][] = [
  [
    'joined',
    'people',
    (written) => stands(written, 'enrolment', { state: 'joined' }) && isTold(written, 'projectEnrolment'),
  ],
  ['introduced', 'pairs', (written) => isMade(written, 'pair')],
  ['paired', 'pairs', (written) => isTold(written, 'paired')],
  ['signed', 'pairs', (written) => isMade(written, 'signature')],
  // Once for a pair, with its executive's first meeting.
  ['met', 'cohorts', (written) => isMade(written, 'measure') && stands(written, 'measure', { kind: 'met' })],
  ['feedbackGiven', 'pairs', (written) => isMade(written, 'feedback')],
  [
    'announced',
    'cohorts',
    (written) => stands(written, 'announcement', { state: 'sent' }) && isTold(written, 'broadcast'),
  ],
];
