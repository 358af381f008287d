import type { SearchView } from '#api/contract/searches.ts';

export interface Turn {
  person: string;
  name: string;
  /** past: it did not come about · now · next: the one after · later. */
  turn: 'past' | 'now' | 'next' | 'later';
}

/** Whose turn it is and whose it was or will be, in that order; whoever will not be asked is left out. */
export function turnsOf({ mentors }: Pick<SearchView, 'mentors'>): Turn[] {
  const next = mentors.find(({ state }) => state === 'open');
  const turnOf = (mentor: SearchView['mentors'][number]): Turn['turn'] | undefined => {
    if (mentor.state === 'left') return undefined;
    if (mentor.state === 'open') return mentor === next ? 'next' : 'later';
    return mentor.state === 'asked' ? 'now' : 'past';
  };
  return mentors.flatMap((mentor) => {
    const turn = turnOf(mentor);
    return turn ? [{ person: mentor.person, name: mentor.name, turn }] : [];
  });
}
