import { createContext, useContext } from 'react';
import { useReader } from './Frame.tsx';
import { withReader } from './names.ts';

const OthersContext = createContext<readonly string[]>([]);

/** First names of those whom the reader is with, around whatever speaks of them. */
export const OthersProvider = OthersContext.Provider;

/** The others' names, also with the reader among them; `names` as they are listed, where nobody says who they are. */
export function useOthers(names: string) {
  const { locale } = useReader();
  const others = useContext(OthersContext);
  return withReader(locale, others.length > 0 ? others : [names]);
}
