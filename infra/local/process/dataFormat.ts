import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Counts up when rows are no longer what an older version wrote. */
const FORMAT = '2';
/** What a world keeps; whatever else lies in the folder is not ours to move. */
const KEPT = ['azurite', 'teams', 'app.log'];

/**
 * Rows of an older version would be misread: they are set aside, whole, and a new world begins. Says so in a
 * sentence, or answers undefined where there was nothing to set aside.
 */
export function setAsideOlder(dataDir: string, now: Date): string | undefined {
  const file = join(dataDir, 'format');
  const format = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  const found = readdirSync(dataDir).filter((name) => KEPT.includes(name));
  writeFileSync(file, `${FORMAT}\n`);
  if (format === FORMAT || found.length === 0) return undefined;
  const aside = join(dataDir, `before-${now.toISOString().slice(0, 19).replaceAll(':', '')}`);
  mkdirSync(aside, { recursive: true });
  for (const name of found) renameSync(join(dataDir, name), join(aside, name));
  return `What lay in ${basename(dataDir)} is from an older Turntable. It was set aside in ${basename(aside)}; a new world begins.`;
}
