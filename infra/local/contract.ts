/**
 * What the local Teams page and the tests may ask of the local Teams. JSON under `/local/api`, errors as
 * `{ error: string }`. Times are ISO 8601 of the product clock unless a name says `real`.
 *
 * | call                                        | body                 | answer                    |
 * |---------------------------------------------|----------------------|---------------------------|
 * | GET  people                                 |                      | `PeopleAnswer`            |
 * | POST tokens                                 | `{ person, flaw? }`  | `TokenAnswer`             |
 * | GET  chats/:person                          |                      | `ChatAnswer`              |
 * | POST chats/:person/messages                 | `{ text }`           | `SaidAnswer`              |
 * | POST chats/:person/actions                  | `PressBody`          | `PressAnswer`             |
 * | POST chats/:person/install, …/uninstall     |                      | `LocalPerson`             |
 * | GET  meetings                               |                      | `LocalMeeting[]`          |
 * | POST meetings                               | `MeetingBody`        | `LocalMeeting`            |
 * | GET  meetings/:id/messages                  |                      | `ChatAnswer`              |
 * | POST meetings/:id/start                     |                      | `LocalMeeting`            |
 * | POST meetings/:id/presence                  | `PresenceBody`       | `LocalMeeting`            |
 * | POST meetings/:id/end                       | `{ loseEvent? }`     | `LocalMeeting`            |
 * | GET  clock                                  |                      | `ClockAnswer`             |
 * | POST clock                                  | `{ advanceMs }`      | `ClockAnswer`, after tick |
 * | GET  faults                                 |                      | `Fault[]` still waiting   |
 * | POST faults                                 | `Fault[]` (replaces) | `Fault[]`                 |
 * | POST conditions                             | `Conditions`, a part | `StatusAnswer`            |
 * | GET  log?after=N                            |                      | `LogEntry[]`              |
 * | POST app                                    | `AppBody`            | `StatusAnswer`            |
 * | GET  status                                 |                      | `StatusAnswer`            |
 *
 * `:person` is a person's key (`clara`) or directory id; `:id` a meeting id, URI-encoded.
 * The WebSocket `/local/ws` pushes one `LocalEvent` per frame, for all people; it hears nothing.
 */

/** One demo person, as everybody in the local Teams sees them. */
export interface LocalPerson {
  /** Short name for addresses: the first name in lower-case ASCII. */
  key: string;
  name: string;
  /** Empty where the directory has none. */
  mail: string;
  /** User principal name: where it differs from the mail address, nobody writes to it. */
  signInName: string;
  /** Entra object id. */
  directoryId: string;
  /** What the person is in the story. */
  part: 'executive' | 'mentor' | 'champion' | 'sponsor' | 'contact';
  /** App roles in the token: Champion, Sponsor. */
  roles: string[];
  city: string;
  timeZone: string;
  /** BCP 47 tag of the Teams client. */
  locale: string;
  /** ISO 639-1 codes. */
  languages: string[];
  /** `#rrggbb` for avatar and frame; dark enough for white text. */
  colour: string;
  /** Bot-scoped id (`29:…`). */
  userId: string;
  /** Id of the personal chat with the bot (`a:…`). */
  chatId: string;
  /** Whether the app is installed for this person. */
  installed: boolean;
}

export interface PeopleAnswer {
  tenantId: string;
  /** Entra app id: audience of the tab tokens. */
  clientId: string;
  /** What the organisation's catalogue calls the app: links lead there, and tabs are told so. */
  teamsAppId: string;
  /** What its manifest calls it; nothing in Teams answers to that. */
  manifestAppId: string;
  bot: { id: string; name: string };
  people: LocalPerson[];
}

/** A way in which a token is wrong, for tests of refusal. */
export type Flaw = 'expired' | 'audience' | 'tenant' | 'issuer' | 'scope' | 'key' | 'unsigned';
export interface TokenAnswer {
  token: string;
  realExpiresAt: string;
}

/** One message of a chat. A card that was replaced keeps its id. */
export interface ChatMessage {
  id: string;
  chat: string;
  /** `bot` or a person's key. */
  from: string;
  at: string;
  /** Set when the message was changed after it was sent. */
  updatedAt?: string;
  text: string;
  textFormat: 'plain' | 'markdown' | 'xml';
  /** Adaptive Card payloads, as sent. */
  cards: object[];
  /** Suggested actions (`imBack`): what to show and what to say back. */
  suggestions: { title: string; value: string }[];
  replyTo?: string;
  /** Deleted by its sender; text and cards are empty. */
  deleted?: boolean;
}
export interface ChatAnswer {
  chat: string;
  messages: ChatMessage[];
}
/** The message stands in the chat; `status` is what the bot answered over HTTP, 0 when it could not be reached. */
export interface SaidAnswer {
  message: ChatMessage;
  status: number;
}

export interface PressBody {
  /** Id of the message whose card has the button. */
  message: string;
  action: {
    type: 'Action.Execute' | 'Action.Submit';
    id?: string | undefined;
    verb?: string | undefined;
    data?: unknown;
  };
  /** Values of the card's inputs by id. */
  inputs?: Record<string, unknown> | undefined;
  /** For cards in a meeting chat. */
  chat?: string | undefined;
}
/**
 * What pressing did. `card`: the card of the message is replaced already (and pushed); `message`: show `text`
 * beside the button; `error`: the bot refused or failed; `none`: nothing to show.
 */
export interface PressAnswer {
  status: number;
  kind: 'card' | 'message' | 'error' | 'none';
  text?: string;
  card?: object;
  message?: ChatMessage;
}

export interface MeetingBody {
  title: string;
  /** Keys of the people in it; the first is the organiser. */
  people: string[];
  startsAt?: string | undefined;
  plannedEnd?: string | undefined;
}
/** Somebody comes into a running meeting, invited or not, or leaves it. */
export interface PresenceBody {
  person: string;
  isIn: boolean;
}
export interface LocalMeeting {
  /** As the bot's `channelData.meeting.id` and as TeamsJS `meeting.id`. */
  id: string;
  /** `19:meeting_…@thread.v2` */
  chatId: string;
  title: string;
  people: string[];
  /** Keys of those who are in it at this moment. */
  present: string[];
  startsAt: string;
  plannedEnd: string;
  joinUrl: string;
  state: 'planned' | 'running' | 'ended';
  startedAt?: string;
  endedAt?: string;
}

export interface ClockAnswer {
  now: string;
  offsetMs: number;
}

/**
 * What the connector does wrong to the next calls that fit. Tried in order; the first that fits is used up by
 * one. `refuse` answers the status, `accept` takes the activity first and answers the status afterwards,
 * `hang` never answers, `kill` kills the app before the activity is taken, `acceptAndKill` after.
 */
export interface Fault {
  do: 'refuse' | 'accept' | 'hang' | 'kill' | 'acceptAndKill';
  /** 429, 412, 403, 404, 413, 500, 502, 503, 504 … */
  status?: number | undefined;
  /** Error code in the body; made from the status when absent. */
  code?: string | undefined;
  retryAfterS?: number | undefined;
  /** Only calls to the chat of this person's key. */
  person?: string | undefined;
  /** Only this kind of call; default `send`. */
  call?: ConnectorCall | 'any' | undefined;
  /** Let so many fitting calls through first. */
  skip?: number | undefined;
  /** How often; default 1. */
  times?: number | undefined;
}
export type ConnectorCall = 'send' | 'update' | 'delete' | 'create' | 'members' | 'meeting';

/** One call the bot made to the connector, in order; never changed afterwards. */
export interface LogEntry {
  seq: number;
  realAt: string;
  at: string;
  call: ConnectorCall;
  method: string;
  path: string;
  /** 0: never answered. */
  status: number;
  /** The activity stands in the chat, whatever was answered. */
  accepted: boolean;
  chat?: string;
  person?: string;
  /** Id of the accepted activity. */
  activity?: string;
  activityType?: string;
  /** Text, or the card's `speak`/first text, at most 200 characters. */
  gist?: string;
}

/**
 * `at`: kill not now but at the n-th request from now that the app sends to its tables or queue, before or
 * after the storage has taken it.
 */
export interface AppBody {
  do: 'kill' | 'start';
  at?: { write: number; moment: 'before' | 'after' };
}
/** What is out of order around the app until somebody says otherwise. */
export interface Conditions {
  /** Tables and queue do not answer the app. */
  isStorageAway: boolean;
  /** How far the clock that signs the tokens of tabs is ahead. */
  tokensAheadS: number;
}
export interface StatusAnswer {
  url: string;
  conditions: Conditions;
  app: 'starting' | 'running' | 'stopped';
  pid: number;
  /** How often the app was started. */
  starts: number;
  clock: ClockAnswer;
}

/** `people`: keys of those who are in the chat. */
export type LocalEvent =
  | { kind: 'message'; chat: string; people: string[]; message: ChatMessage }
  | { kind: 'messageUpdated'; chat: string; people: string[]; message: ChatMessage }
  | { kind: 'typing'; chat: string; people: string[] }
  | { kind: 'person'; person: LocalPerson }
  | { kind: 'meeting'; meeting: LocalMeeting }
  | { kind: 'clock'; clock: ClockAnswer }
  | { kind: 'app'; status: StatusAnswer };
