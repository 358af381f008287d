import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

/** Starts a thread's work with modules that Node compiled before, where it can keep them. */
enableCompileCache();
await import(workerData.file);
