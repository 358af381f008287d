import type {
  AppBody,
  ChatAnswer,
  ClockAnswer,
  Conditions,
  Fault,
  LocalMeeting,
  LocalPerson,
  LogEntry,
  MeetingBody,
  PeopleAnswer,
  PressAnswer,
  PressBody,
  SaidAnswer,
  StatusAnswer,
  TokenAnswer,
} from '#local/contract.ts';

/** The local Teams refused or could not be reached; the message is a sentence. */
export class LocalError extends Error {}

const ask = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
  const answer = await fetch(`/local/api/${path}`, {
    method,
    cache: 'no-store',
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const json: unknown = await answer.json();
  if (answer.ok) return json as T;
  const said = json && typeof json === 'object' && 'error' in json ? String(json.error) : '';
  throw new LocalError(said || `${answer.status}`);
};

const of = encodeURIComponent;

/** Every call of `/local/api` that the page makes; types and meaning stand in `infra/local/contract.ts`. */
export const local = {
  people: () => ask<PeopleAnswer>('GET', 'people'),
  token: (person: string) => ask<TokenAnswer>('POST', 'tokens', { person }),
  chat: (person: string) => ask<ChatAnswer>('GET', `chats/${of(person)}`),
  say: (person: string, text: string) => ask<SaidAnswer>('POST', `chats/${of(person)}/messages`, { text }),
  speak: (person: string, locale: string) => ask<object>('POST', `chats/${of(person)}/language`, { locale }),
  press: (person: string, body: PressBody) => ask<PressAnswer>('POST', `chats/${of(person)}/actions`, body),
  install: (person: string) => ask<LocalPerson>('POST', `chats/${of(person)}/install`, {}),
  uninstall: (person: string) => ask<LocalPerson>('POST', `chats/${of(person)}/uninstall`, {}),
  meetings: () => ask<LocalMeeting[]>('GET', 'meetings'),
  newMeeting: (body: MeetingBody) => ask<LocalMeeting>('POST', 'meetings', body),
  meetingChat: (id: string) => ask<ChatAnswer>('GET', `meetings/${of(id)}/messages`),
  startMeeting: (id: string) => ask<LocalMeeting>('POST', `meetings/${of(id)}/start`, {}),
  moveIn: (id: string, person: string, isIn: boolean) =>
    ask<LocalMeeting>('POST', `meetings/${of(id)}/presence`, { person, isIn }),
  endMeeting: (id: string, loseEvent: boolean) =>
    ask<LocalMeeting>('POST', `meetings/${of(id)}/end`, { loseEvent }),
  clock: () => ask<ClockAnswer>('GET', 'clock'),
  advance: (advanceMs: number) => ask<ClockAnswer>('POST', 'clock', { advanceMs }),
  faults: () => ask<Fault[]>('GET', 'faults'),
  setFaults: (faults: Fault[]) => ask<Fault[]>('POST', 'faults', faults),
  log: () => ask<LogEntry[]>('GET', 'log'),
  app: (body: AppBody) => ask<StatusAnswer>('POST', 'app', body),
  setConditions: (body: Partial<Conditions>) => ask<StatusAnswer>('POST', 'conditions', body),
  status: () => ask<StatusAnswer>('GET', 'status'),
};
