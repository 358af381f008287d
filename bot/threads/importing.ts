import type { ChosenColumns } from '#domain/cohorts/attributes/chosen.ts';
import type { ReadImport } from '#domain/cohorts/import.ts';
import { Thread } from './thread.ts';

/** So many files are read at the same time; others wait for their turn. */
const AT_ONCE = 2;

/** What the thread is given. */
export interface ImportAsked {
  bytes: Uint8Array<ArrayBuffer>;
  chosen?: ChosenColumns;
}

let reading = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a CSV of people in a thread of its own, so that others are answered meanwhile. Rejects when the thread fails
 * or ends early.
 */
export async function readImportInThread(bytes: Uint8Array, chosen?: ChosenColumns): Promise<ReadImport> {
  if (reading >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  reading++;
  const thread = Thread.of('./importingWorker.ts');
  try {
    const copy = Uint8Array.from(bytes);
    const asked: ImportAsked = { bytes: copy, ...(chosen && { chosen }) };
    const read = await thread.ask<ImportAsked, never, ReadImport>(asked, undefined, [copy.buffer]);
    thread.release();
    return read;
  } catch (error) {
    thread.end();
    throw error;
  } finally {
    reading--;
    waiting.shift()?.();
  }
}
