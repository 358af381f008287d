import { Worker } from 'node:worker_threads';

/** Short-lived objects may fill so much of a thread before it tidies up: more takes memory and saves no time. */
const YOUNG_MB = 8;

/** Starts a thread with a file beside this one and with what it is to work on. */
export const startThread = (file: string, work: object): Worker =>
  new Worker(new URL('./compiled.ts', import.meta.url), {
    workerData: { ...work, file },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
