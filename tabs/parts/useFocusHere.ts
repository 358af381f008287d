import { useEffect, useRef } from 'react';
import { focusOn } from './keepFocus.ts';

/** Focus goes to the heading of what has just come on screen, for an element that holds it; not unless `isWanted`. */
export function useFocusHere(isWanted = true) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const heading = here.current?.querySelector('h1, h2, h3');
    if (heading && isWanted) focusOn(heading);
  }, [isWanted]);
  return here;
}
