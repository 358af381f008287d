import type { Problem } from '#api/contract/basics.ts';

/** What the server refused, with its sentence for people. Status 0: it could not be reached at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly type: string;
  readonly reference: string;
  readonly problems: { where: string; what: string }[];
  /** How many more there are than are listed. */
  readonly more: number;
  /** How many lines of a file could be imported without the others. */
  readonly good: number;
  /** After so many seconds the server may be able to answer; 0 where it doesn't say. */
  readonly retryAfterS: number;

  constructor(problem: Partial<Problem>, retryAfterS = 0) {
    super(problem.detail ?? problem.title ?? '');
    this.name = 'ApiProblem';
    this.status = problem.status ?? 0;
    this.type = problem.type ?? 'about:blank';
    this.reference = problem.reference ?? '';
    this.problems = problem.problems ?? [];
    this.more = problem.more ?? 0;
    this.good = problem.good ?? 0;
    this.retryAfterS = retryAfterS;
  }

  /** Somebody changed the same thing in the meantime. */
  get isConflict(): boolean {
    return this.status === 412;
  }
}

/** Reads RFC 9457 problem details; what isn't that keeps its status. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const isProblem = answer.headers.get('content-type')?.includes('json') ?? false;
  const body: Partial<Problem> = isProblem ? ((await answer.json()) as Partial<Problem>) : {};
  const retryAfterS = Number(answer.headers.get('retry-after')) || 0;
  return new ApiProblem({ ...body, status: answer.status }, retryAfterS);
}

export const isConflict = (problem: unknown): boolean => problem instanceof ApiProblem && problem.isConflict;
