import { useEffect } from 'react';
import { focusOn } from '../parts/keepFocus.ts';

/**
 * Whoever comes by a deep link begins at the heading of what they came for, as soon as it stands there; unless they
 * went somewhere else meanwhile. `isLink` is false for whoever just opens the tab.
 */
export function useArrival(screen: string, isLink: boolean): void {
  useEffect(() => {
    if (!isLink) return;
    const look = () => {
      const isFree = document.activeElement === null || document.activeElement === document.body;
      const heading = document.getElementById(screen)?.querySelector('h1');
      if (isFree && !heading) return;
      observer.disconnect();
      if (isFree && heading) focusOn(heading);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, [screen, isLink]);
}
