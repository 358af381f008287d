import { GONE } from '#domain/basics/privacy.ts';
import { byPartition, byPlace, type Invariant, type Kept, rowsOf } from '#tests/soak/books.ts';

/**
 * Each change of a panel is one draw or one keeping, so that nothing was skipped or counted twice, however many
 * pressed at once; what lies there was drawn, in a meeting of theirs, for one of them. What was kept and is drawn again
 * is no longer told apart: worlds that are checked never do that.
 */
export const panels: Invariant = {
  name: 'a panel counts each draw and each keeping once',
  check: (books) => {
    const pairs = byPartition(books, 'pairs', 'pair');
    const meetings = byPlace(books, 'pairs', 'meeting');
    const uses = Map.groupBy(rowsOf(books, 'pairs', 'prompt'), ({ partition }) => partition);
    return rowsOf(books, 'pairs', 'panel').flatMap(({ partition: pair, value }) => {
      const { turn, prompt, occurrence, first } = value;
      const drawn = uses.get(pair) ?? [];
      const known = pairs.get(pair);
      const people = [...(known?.members ?? []), ...(known?.apart ?? [])].map(({ person }) => person);
      const changes = sumOf(drawn);
      return [
        ...(changes === turn ? [] : [`The panel of ${pair} changed ${turn} times, by ${changes} presses.`]),
        ...(drawn.some(({ id }) => id === prompt)
          ? []
          : [`${prompt} lies before ${pair} and was never drawn.`]),
        ...(meetings.has(`${pair}/${occurrence}`)
          ? []
          : [`The panel of ${pair} lies in no meeting of theirs.`]),
        ...(first === GONE || people.includes(first) ? [] : [`In ${pair} somebody else is to answer first.`]),
      ];
    });
  },
};

const sumOf = (uses: readonly Kept<{ drawn: number; state: string }>[]): number =>
  uses.reduce((sum, { value }) => sum + value.drawn + (value.state === 'kept' ? 1 : 0), 0);
