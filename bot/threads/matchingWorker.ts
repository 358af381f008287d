import { parentPort, workerData } from 'node:worker_threads';
import { matchCohort } from '#domain/matching/engine.ts';
import type { MatchOptions, MatchPerson } from '#domain/matching/types.ts';

const { people, options } = workerData as { people: MatchPerson[]; options: MatchOptions };
parentPort?.postMessage(matchCohort(people, options));
