import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Short-lived objects may fill so much of a thread before it tidies up: more takes memory and saves no time. */
const YOUNG_MB = 8;
/** Where Node keeps compiled modules between threads; it does without when it can't write there. */
const COMPILED = join(tmpdir(), 'turntable-compiled');

/** Starts a thread beside this file with what it is to work on. */
export const startThread = (file: string, workerData: unknown): Worker =>
  new Worker(new URL(file, import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    env: { ...process.env, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? COMPILED },
  });
