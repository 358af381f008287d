/** Stands in for the worker that hears by meaning: does what the text says. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Listened, Listening } from '#threads/hearingWorker.ts';
import { serve } from '#threads/thread.ts';

const HEARD = { acts: [], noted: [], offered: [], denied: [], own: 'by meaning', isHeavy: false };

serve(async ({ text = '' }: Listening): Promise<Listened> => {
  if (text.includes('broken')) throw new Error(text);
  if (text.includes('slow')) await wait(600);
  return text === '' ? 'ready' : HEARD;
});
