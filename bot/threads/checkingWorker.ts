import { parentPort, workerData } from 'node:worker_threads';
import type { Claim } from '#domain/matching/certificate.ts';
import { Checker } from '#domain/matching/checker.ts';
import type { RoundToMatch } from './matchingWorker.ts';

const { written, options } = workerData as RoundToMatch;
const checker = new Checker(JSON.parse(written), options);
checker.prepare();
parentPort?.once('message', (claim: Claim) => parentPort?.postMessage(checker.flawOf(claim)));
