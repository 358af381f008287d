import loadHighs from 'highs';
import type { CircleOptions, CircleResult, Solve } from '#domain/matching/circles/circle.ts';
import { findCircles } from '#domain/matching/circles/findCircles.ts';
import { flawOf } from '#domain/matching/circles/flawOf.ts';
import type { MatchPerson, Watch } from '#domain/matching/types.ts';

/** All that a round of circles may take. */
const SECONDS = 300;

/**
 * HiGHS, for one round and so many seconds altogether, loaded when it is first asked. What it solves is only
 * interrupted by ending its thread.
 */
export function aSolver(seconds = SECONDS): Solve {
  let loading: ReturnType<typeof loadHighs> | undefined;
  const endsAt = performance.now() + seconds * 1000;
  return async ({ text, relativeGap, absoluteGap }) => {
    loading ??= loadHighs();
    const highs = await loading;
    const left = (endsAt - performance.now()) / 1000;
    if (left <= 0) return 'outOfTime';
    const { Status, Columns } = highs.solve(text, {
      ...{ mip_rel_gap: relativeGap, mip_abs_gap: absoluteGap, time_limit: left },
      ...{ log_to_console: false, output_flag: false },
    });
    if (Status === 'Infeasible') return 'impossible';
    if (Status === 'Time limit reached') return 'outOfTime';
    if (Status !== 'Optimal') throw new Error(`HiGHS ended with “${Status}”.`);
    return new Map(Object.entries(Columns).map(([name, column]) => [name, column.Primal ?? 0]));
  };
}

/** Circles that the plain rules have been over; undefined when time ran out without any. Throws where a rule is broken. */
export async function checkedCircles(
  people: readonly MatchPerson[],
  options: CircleOptions,
  watch: Watch = () => undefined,
): Promise<CircleResult | undefined> {
  const endsAt = performance.now() + SECONDS * 1000;
  const isOver = () => performance.now() >= endsAt;
  const found = await findCircles(people, options, { solve: aSolver(), watch, isOver });
  if (!found) return undefined;
  watch('check', 0, 1);
  const flaw = flawOf(people, options, found);
  if (flaw) throw new Error(`The circles that were found break a rule: ${flaw}.`);
  return found;
}
