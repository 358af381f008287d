import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One small JSON document that survives a restart; in memory alone when there is no folder. */
export class JsonFile<T extends object> {
  value: T;
  private readonly file: string | undefined;

  constructor(dir: string | undefined, name: string, fresh: () => T) {
    this.file = dir && join(dir, name);
    const isThere = this.file !== undefined && existsSync(this.file);
    this.value = isThere
      ? { ...fresh(), ...(JSON.parse(readFileSync(this.file as string, 'utf8')) as T) }
      : fresh();
    if (!isThere) this.save();
  }

  /** Writes beside and renames, so that a crash leaves the old or the new document, never half of one. */
  save(): void {
    if (!this.file) return;
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(this.value, null, 2), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}

/** Lines of JSON that are only ever added; in memory alone when there is no folder. */
export class Journal<T> {
  readonly entries: T[] = [];
  private readonly file: string | undefined;

  constructor(dir: string | undefined, name: string) {
    this.file = dir && join(dir, name);
    if (!this.file) return;
    mkdirSync(dirname(this.file), { recursive: true });
    if (existsSync(this.file)) this.entries.push(...readLines<T>(this.file));
  }

  add(entry: T): void {
    this.entries.push(entry);
    if (this.file) appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
  }
}

/** A last line without its end is what a crash left behind: it never happened. */
function readLines<T>(file: string): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const torn = lines.pop();
  if (torn) writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return lines.map((line) => JSON.parse(line) as T);
}
