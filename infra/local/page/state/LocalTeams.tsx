import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useState,
} from 'react';
import { t } from '../words.ts';
import { LocalError, local } from './local.ts';
import { listen } from './socket.ts';
import { emptyWorld, type Heard, hear, type World } from './world.ts';

interface LocalTeams {
  world: World;
  tell: (heard: Heard) => void;
  /** Does something and shows the sentence when it fails; undefined then. */
  attempt: <T>(work: () => Promise<T>) => Promise<T | undefined>;
  trouble: string;
  forgetTrouble: () => void;
}

const Shared = createContext<LocalTeams | undefined>(undefined);

const fetchWorld = async (tell: (heard: Heard) => void): Promise<void> => {
  const [people, meetings, status] = await Promise.all([local.people(), local.meetings(), local.status()]);
  tell({ kind: 'people', people });
  tell({ kind: 'meetings', meetings });
  tell({ kind: 'app', status });
};

const sentenceOf = (error: unknown): string =>
  error instanceof LocalError ? error.message : t('trouble.unreachable');

/** Keeps one connection to the local Teams for the whole page. */
export const LocalTeamsProvider = ({ children }: { children: ReactNode }) => {
  const [world, tell] = useReducer(hear, emptyWorld);
  const [trouble, setTrouble] = useState('');

  const attempt = useCallback(async <T,>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      const done = await work();
      setTrouble('');
      return done;
    } catch (error) {
      setTrouble(sentenceOf(error));
      return undefined;
    }
  }, []);

  useEffect(
    () =>
      listen({
        hear: tell,
        open: () => {
          tell({ kind: 'connected', connected: true });
          void attempt(() => fetchWorld(tell));
        },
        closed: () => tell({ kind: 'connected', connected: false }),
      }),
    [attempt],
  );

  const shared = useMemo(
    () => ({ world, tell, attempt, trouble, forgetTrouble: () => setTrouble('') }),
    [world, attempt, trouble],
  );
  return <Shared value={shared}>{children}</Shared>;
};

export const useLocalTeams = (): LocalTeams => {
  const shared = useContext(Shared);
  if (!shared) throw new Error('useLocalTeams needs a LocalTeamsProvider around it');
  return shared;
};
