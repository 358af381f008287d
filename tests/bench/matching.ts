import type { CohortSize } from './cohort.ts';
import { busy, goal, say } from './measure.ts';
import { againstFirstCome, shapes, shortlists } from './quality.ts';
import { wholeRounds } from './rounds.ts';
import { againstOthers } from './solvers.ts';

const SIZES: CohortSize[] = [
  { executives: 90, mentors: 110 },
  { executives: 1000, mentors: 1000 },
  { executives: 5000, mentors: 5000 },
  { executives: 22_000, mentors: 28_000 },
];

/** `npm run bench -- matching`: everything; a number leaves out the sizes above it, or asks for more. */
export async function benchMatching(args: string[]): Promise<void> {
  const most = Number(args[0] ?? 5000);
  say(`Only ratios within one run count on a shared machine (${busy()}).`);
  const rounds = new Map<number, number | undefined>();
  for (const size of SIZES.filter(({ executives }) => executives <= most))
    rounds.set(size.executives, wholeRounds(size, 5));
  for (const n of [200, 1000, 5000].filter((one) => one <= most)) {
    const { denseSeconds } = await againstOthers(n, n > 1000 ? 5 : 9);
    scaleAsRatio(rounds.get(n), denseSeconds);
  }
  shapes();
  for (const size of [
    { executives: 1000, mentors: 1200 },
    { executives: 2200, mentors: 2800 },
  ].filter(({ executives }) => executives <= most))
    againstFirstCome(size);
  shortlists({ executives: 1000, mentors: 1200 });
}

/** A second is longer on some machines: the goal was set where scipy's dense solver took 7.67 s for 5,000 × 5,000. */
function scaleAsRatio(seconds: number | undefined, denseSeconds: number): void {
  if (!seconds || denseSeconds === 0) return;
  const ratio = seconds / denseSeconds;
  goal(
    'Scale as a ratio',
    '≤ 1.5 s ÷ 7.67 s = 0.20 of scipy dense, all pairs',
    ratio.toFixed(2),
    ratio <= 0.2,
  );
}
