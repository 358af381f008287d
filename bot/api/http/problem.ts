import { randomUUID } from 'node:crypto';
import { ZodError } from 'zod';
import type { Problem } from '#api/contract/basics.ts';
import { Refusal, type RefusalKind } from '#domain/basics/refusal.ts';
import { Away, type Log } from '#usecases/story/ports.ts';
import type { Words } from '#words/words.ts';
import { TooEarly } from './auth.ts';

const STATUS: Record<RefusalKind, number> = {
  invalid: 422,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  gone: 410,
};

/** A refused input with every problem in it (a body, a CSV). */
export class Invalid extends Error {
  readonly problems: { where: string; what: string }[];
  readonly more: number;
  readonly good: number;
  /** `more` are not listed; of a file `good` lines could do without the others. */
  constructor(problems: { where: string; what: string }[], more = 0, good = 0) {
    super('invalid input');
    this.name = 'Invalid';
    this.problems = problems;
    this.more = more;
    this.good = good;
  }
}

/** Any error as RFC 9457 problem details: a sentence for people, a reference for the log, never a stack. */
export function toProblem(error: unknown, words: Words, log: Log): Problem {
  const problem = describe(error, words);
  const reference = randomUUID().slice(0, 8);
  if (problem.status >= 500) log.error({ err: error, reference }, 'request failed');
  return { ...problem, reference };
}

type Unreferenced = Omit<Problem, 'reference'>;

function describe(error: unknown, words: Words): Unreferenced {
  if (error instanceof Refusal) {
    const status = STATUS[error.kind];
    return { ...named(error.kind, status, words), detail: words(error.word, error.values) };
  }
  if (error instanceof Invalid)
    return { ...named('invalid', 422, words), problems: error.problems, more: error.more, good: error.good };
  if (error instanceof ZodError)
    return {
      ...named('invalid', 422, words),
      problems: error.issues.map((issue) => ({ where: issue.path.join('.'), what: issue.message })),
    };
  if (error instanceof Error && error.name === 'Conflict') return named('changedMeanwhile', 412, words);
  if (error instanceof Error && error.name === 'TooLarge') return named('tooLarge', 413, words);
  if (error instanceof TooEarly) return named('clock', 401, words);
  if (error instanceof Away) return named('away', 503, words);
  const status = statusOf(error);
  if (status === 413) return named('tooLarge', 413, words);
  if (status === 429) return named('tooMany', 429, words);
  if (status >= 400 && status < 500) return named('invalid', status, words);
  return named('unexpected', 500, words);
}

/** What a library of the server says of its own refusals. */
const statusOf = (error: unknown): number =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;

/** A problem whose words stand in the catalogue under its type. */
export const named = (type: string, status: number, words: Words): Unreferenced => ({
  type: `urn:turntable:${type}`,
  title: words(`common:problem.${type}.title`),
  status,
  detail: words(`common:problem.${type}.detail`),
});

export const unauthorised = (words: Words): Unreferenced => named('unauthorised', 401, words);
