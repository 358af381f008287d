/** Stands in for the worker whose vectors are of another catalogue. */
import type { Listened } from '#threads/hearingWorker.ts';
import { serve } from '#threads/thread.ts';

serve((): Listened => 'stale');
