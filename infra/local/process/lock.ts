import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One Turntable per data folder: two would write over each other. Answers how to let it go. */
export function lockFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'lock');
  const holder = holderOf(file);
  if (holder && isAlive(holder))
    throw new Error(`Turntable is running already on ${dataDir} (process ${holder}). Stop that one first.`);
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

const holderOf = (file: string): number => {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
