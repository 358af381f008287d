import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const REMEMBERED_LENGTH = 1_000_000;
const FILE_BYTES = 10_000_000;

export interface AppLog {
  add(text: string): void;
  /** The last megabyte since the start. */
  text(): string;
}

/** What the app writes: in memory, and in `app.log` of the folder, which makes room when it has grown. */
export function keepLog(dataDir: string | undefined): AppLog {
  let kept = '';
  const file = dataDir && join(dataDir, 'app.log');
  if (dataDir && file) {
    mkdirSync(dataDir, { recursive: true });
    const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes > FILE_BYTES) renameSync(file, `${file}.old`);
  }
  return {
    add: (text) => {
      kept = (kept + text).slice(-REMEMBERED_LENGTH);
      if (file) appendFileSync(file, text);
    },
    text: () => kept,
  };
}
