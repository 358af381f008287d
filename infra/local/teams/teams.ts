import type { Post } from '#local/connector/channel.ts';
import { Faults } from '#local/connector/faults.ts';
import type { Conditions, LocalPerson, LogEntry } from '#local/contract.ts';
import { Journal, JsonFile } from '#local/control/jsonFile.ts';
import type { Issuer } from '#local/issuer/issuer.ts';
import type { AppProcess } from '#local/process/appProcess.ts';
import { Chats } from './chats.ts';
import { LocalClock } from './clock.ts';
import type { Events } from './events.ts';
import { Meetings } from './meetings.ts';
import { PEOPLE, type SeededPerson } from './people.ts';

interface State {
  offsetMs: number;
  /** Keys of the people who have the app. */
  installed: string[];
  /** Whether the six were given the app once. */
  isSettled: boolean;
  /** The connector address the bot was last told. */
  serviceUrl: string;
  pseudonymKey: string;
}

/** Everything the local Teams knows and does, built once by `startLocal`. */
export interface LocalTeams {
  /** Address of the front server, without a slash at the end. */
  url: string;
  /** Address of the connector, with a slash at the end. */
  serviceUrl: string;
  issuer: Issuer;
  app: Pick<AppProcess, 'kill' | 'start' | 'tick' | 'killAt' | 'status'>;
  /** Brings an activity to the bot. */
  post: Post;
  state: JsonFile<State>;
  clock: LocalClock;
  events: Events;
  meetings: Meetings;
  chats: Chats;
  faults: Faults;
  conditions: Conditions;
  /** What somebody’s client speaks, where that is another language than their own. */
  languages: Map<string, string>;
  log: Journal<LogEntry>;
}

interface Parts extends Pick<LocalTeams, 'url' | 'issuer' | 'app' | 'post'> {
  events: Events;
  state: JsonFile<State>;
  dataDir: string | undefined;
}

export const openState = (dataDir: string | undefined): JsonFile<State> =>
  new JsonFile<State>(dataDir, 'state.json', () => ({
    offsetMs: 0,
    installed: [],
    isSettled: false,
    serviceUrl: '',
    pseudonymKey: crypto.randomUUID() + crypto.randomUUID(),
  }));

export function openTeams({ url, issuer, app, post, events, state, dataDir }: Parts): LocalTeams {
  const clock = new LocalClock(state);
  const meetings = new Meetings({ dataDir, clock, events });
  const peopleOf = (chat: string): string[] =>
    meetings.find(chat)?.people ?? PEOPLE.filter(({ chatId }) => chatId === chat).map(({ key }) => key);
  return {
    url,
    serviceUrl: `${url}/local/connector/`,
    languages: new Map(),
    issuer,
    app,
    post,
    state,
    clock,
    events,
    meetings,
    chats: new Chats({ dataDir, clock, events, peopleOf }),
    faults: new Faults(),
    conditions: { isStorageAway: false, tokensAheadS: 0 },
    log: new Journal<LogEntry>(dataDir, 'connector.jsonl'),
  };
}

export const hasApp = ({ state }: LocalTeams, person: SeededPerson): boolean =>
  state.value.installed.includes(person.key);

export const presentPerson = (teams: LocalTeams, person: SeededPerson): LocalPerson => ({
  ...person,
  installed: hasApp(teams, person),
});
