import type { InsightsView } from '#api/contract/insights.ts';

export type Shown = Extract<InsightsView, { state: 'there' }>;
export type Cell = Shown['cells'][number];
export type Opinion = Cell['of'];
export type StepShown = Shown['steps']['signed'][number];

/** Whose figures there may be, in the order in which they are read. */
export const WHO = ['executive', 'mentor', 'all'] as const;
export type Who = (typeof WHO)[number];

/** Cells of one opinion about the last months of which something was published, for each role there is. */
export function latestOf(cells: readonly Cell[], of: Opinion): Cell[] {
  const own = cells.filter((cell) => cell.of === of);
  const last = own
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return WHO.flatMap((who) => own.filter(({ to, role }) => to === last && role === who));
}

/** One line per role over the months of an opinion. */
export function linesOf(cells: readonly Cell[], of: Opinion) {
  const own = cells.filter((cell) => cell.of === of);
  const spans = [...new Map(own.map((cell) => [cell.to, cell])).values()].toSorted((a, b) =>
    a.to < b.to ? -1 : 1,
  );
  const lines = WHO.filter((who) => own.some(({ role }) => role === who)).map((who) => ({
    who,
    cells: spans.map(({ to }) => own.find((cell) => cell.to === to && cell.role === who)),
  }));
  return { spans: spans.map(({ from, to }) => ({ from, to })), lines };
}

/** Whether an opinion has grown or fallen between the first and the last months, where the same are asked. */
export function trendOf(cells: readonly Cell[], of: Opinion): 'up' | 'down' | 'level' | undefined {
  const moves = linesOf(cells, of).lines.flatMap(({ cells: line }) => {
    const there = line.filter((cell) => cell !== undefined);
    const [first, last] = [there[0], there.at(-1)];
    return first && last && first !== last ? [last.value - first.value] : [];
  });
  if (moves.length === 0) return undefined;
  if (moves.every((move) => move >= 0) && moves.some((move) => move > 0)) return 'up';
  if (moves.every((move) => move <= 0) && moves.some((move) => move < 0)) return 'down';
  return 'level';
}

/** The part of a whole that a step is, 0–1; undefined where it reads a word. */
export const partOf = ({ reads, count, of }: StepShown): number | undefined =>
  reads === 'some' && of > 0 ? count / of : undefined;
