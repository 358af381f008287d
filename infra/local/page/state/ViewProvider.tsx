import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { PeopleAnswer } from '#local/contract.ts';
import { readView, type Seat, type Side, type View, writeView } from './view.ts';

interface Viewing {
  view: View;
  change: (change: Partial<View>) => void;
  /** Changes one column; `right` is opened when it is not there. */
  seat: (side: Side, change: Partial<Seat>) => void;
}

const Shared = createContext<Viewing | undefined>(undefined);

/** What is shown where; kept in the address. */
export const ViewProvider = ({ people, children }: { people: PeopleAnswer; children: ReactNode }) => {
  const [view, setView] = useState(() => readView(window.location.search, people));

  useEffect(() => window.history.replaceState(null, '', writeView(view)), [view]);

  // Whoever writes another look into the address of the open page sees it, without reading anything anew.
  useEffect(() => {
    const look = () => {
      const { theme, width } = readView(window.location.search, people);
      setView((now) => ({ ...now, theme, width }));
    };
    window.addEventListener('popstate', look);
    return () => window.removeEventListener('popstate', look);
  }, [people]);

  const change = useCallback((some: Partial<View>) => setView((now) => ({ ...now, ...some })), []);
  const seat = useCallback(
    (side: Side, some: Partial<Seat>) =>
      setView((now) => ({ ...now, [side]: { ...now.left, ...now[side], subPageId: '', ...some } })),
    [],
  );
  const shared = useMemo(() => ({ view, change, seat }), [view, change, seat]);
  return <Shared value={shared}>{children}</Shared>;
};

export const useView = (): Viewing => {
  const shared = useContext(Shared);
  if (!shared) throw new Error('useView needs a ViewProvider around it');
  return shared;
};
