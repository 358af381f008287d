import { type Change, TooLarge } from '#usecases/story/ports.ts';
import { type Properties, toProperties } from './entity.ts';
import { escapeKey } from './keys.ts';

const MOST_CHANGES = 100;
/** Below Azure's 4 MiB for one transaction, envelope included. */
const LARGEST_COMMIT_BYTES = 3_500_000;

/** A change as it is stored: keys escaped, the value as properties. */
export type StoredChange =
  | { op: 'create'; key: string; properties: Properties }
  | { op: 'replace'; key: string; properties: Properties; etag: string }
  | { op: 'remove'; key: string; etag: string };

/**
 * The changes of one transaction, checked before anything is sent: 1–100, each key once, within the limits.
 * Throws `TooLarge`, or `RangeError` for a wrong number of changes or a key named twice.
 */
export function toStoredChanges(where: string, changes: readonly Change[]): StoredChange[] {
  if (changes.length < 1 || changes.length > MOST_CHANGES) {
    throw new RangeError(
      `one transaction has 1 to ${MOST_CHANGES} changes, not ${changes.length} (${where})`,
    );
  }
  const stored = changes.map((change) => toStoredChange(where, change));
  const twice = stored.find(({ key }, n) => stored.findIndex((other) => other.key === key) !== n);
  if (twice) throw new RangeError(`one transaction changes a row once, not twice (${where}/${twice.key})`);
  const bytes = stored.reduce((sum, change) => sum + Buffer.byteLength(JSON.stringify(change)), 0);
  if (bytes > LARGEST_COMMIT_BYTES) throw new TooLarge(`a change of ${changes.length} rows of ${where}`);
  return stored;
}

function toStoredChange(where: string, change: Change): StoredChange {
  const key = escapeKey(change.key);
  if (change.op === 'remove') return { op: 'remove', key, etag: change.etag };
  const properties = toProperties(change.value, `${where}/${change.key}`);
  if (change.op === 'create') return { op: 'create', key, properties };
  return { op: 'replace', key, properties, etag: change.etag };
}
