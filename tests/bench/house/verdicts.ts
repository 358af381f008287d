import { goal, say } from '../measure.ts';

export interface Verdict {
  name: string;
  wanted: string;
  measured: string;
  isMet: boolean;
}

export function sayVerdicts(verdicts: readonly Verdict[]): void {
  say('Goals');
  for (const { name, wanted, measured, isMet } of verdicts) goal(name, wanted, measured, isMet);
}

/** How often something asks the tables, against the most it may. */
export const callsGoal = (name: string, calls: number, most: number): Verdict => ({
  name: `Calls of tables, ${name}:`,
  wanted: `≤ ${most}`,
  measured: `${calls}`,
  isMet: calls <= most,
});

/** The worst of several figures decides. */
export function worstGoal(
  name: string,
  wanted: string,
  figures: readonly { of: string; figure: number }[],
  isMet: (figure: number) => boolean,
): Verdict {
  const unmet = figures.filter(({ figure }) => !isMet(figure));
  const sorted = [...figures].sort((a, b) => a.figure - b.figure);
  const shown = unmet.length > 0 ? unmet : [sorted[0], sorted.at(-1)].filter((one) => one !== undefined);
  const measured = [...new Set(shown)].map(({ of, figure }) => `${figure.toFixed(2)} (${of})`).join(', ');
  return { name, wanted, measured, isMet: unmet.length === 0 };
}
