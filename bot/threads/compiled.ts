import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

/** Starts a thread's work with modules that Node compiled before, where it can keep them. */
enableCompileCache();
// oxlint-disable-next-line import/no-dynamic-require -- the file was named by Thread.of, in this folder
await import(workerData.file);
