import { useEffect, useState } from 'react';
import { useLocalTeams } from './LocalTeams.tsx';

const TICK_MS = 1000;

/** The product's present moment in milliseconds, moving on. */
export const useNow = (): number => {
  const { world } = useLocalTeams();
  const [realMs, setRealMs] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => setRealMs(Date.now()), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
  return realMs + (world.clock?.offsetMs ?? 0);
};

/** A moment as people write it, in one time zone. */
export const writeTime = (ms: number, style: Intl.DateTimeFormatOptions, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-GB', { ...style, timeZone }).format(ms);
