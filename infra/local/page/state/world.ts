import type {
  ChatMessage,
  ClockAnswer,
  LocalEvent,
  LocalMeeting,
  LocalPerson,
  PeopleAnswer,
  StatusAnswer,
} from '#local/contract.ts';

/** Everything the page knows of the local Teams. */
export interface World {
  people: PeopleAnswer | undefined;
  /** By chat id, oldest first. */
  chats: Record<string, ChatMessage[]>;
  /** By chat id: the bot is writing. */
  typing: Record<string, boolean>;
  /** By person's key: messages of the bot not yet looked at. */
  unread: Record<string, number>;
  meetings: LocalMeeting[];
  /** By meeting id and person's key: who walked in (true) or left (false), where that differs from the list. */
  presence: Record<string, Record<string, boolean>>;
  /** The next meeting that ends does so without telling the bot. */
  losesEnd: boolean;
  clock: ClockAnswer | undefined;
  status: StatusAnswer | undefined;
  connected: boolean;
}

export type Heard =
  | LocalEvent
  | { kind: 'connected'; connected: boolean }
  | { kind: 'people'; people: PeopleAnswer }
  | { kind: 'meetings'; meetings: LocalMeeting[] }
  | { kind: 'chat'; chat: string; messages: ChatMessage[] }
  | { kind: 'seen'; person: string }
  | { kind: 'losesEnd'; losesEnd: boolean }
  | { kind: 'present'; meeting: string; person: string; present: boolean };

export const emptyWorld: World = {
  people: undefined,
  chats: {},
  typing: {},
  unread: {},
  meetings: [],
  presence: {},
  losesEnd: false,
  clock: undefined,
  status: undefined,
  connected: false,
};

/** A list with one thing put in or replaced, told apart by `same`. */
const withOne = <T>(list: T[], one: T, same: (other: T) => boolean): T[] =>
  list.some(same) ? list.map((other) => (same(other) ? one : other)) : [...list, one];

const withMessage = (world: World, message: ChatMessage): Record<string, ChatMessage[]> => ({
  ...world.chats,
  [message.chat]: withOne(world.chats[message.chat] ?? [], message, (other) => other.id === message.id),
});

/** Fetched messages, and those that were pushed while fetching. */
const withLate = (world: World, chat: string, fetched: ChatMessage[]): ChatMessage[] => {
  const ids = new Set(fetched.map((message) => message.id));
  return [...fetched, ...(world.chats[chat] ?? []).filter((message) => !ids.has(message.id))];
};

/** Only the personal chat has a mark; what the bot says in a meeting's chat is seen there. */
const withUnread = (world: World, chat: string): Record<string, number> => {
  const unread = { ...world.unread };
  const person = world.people?.people.find((one) => one.chatId === chat)?.key;
  if (person) unread[person] = (unread[person] ?? 0) + 1;
  return unread;
};

const withPerson = (people: PeopleAnswer, person: LocalPerson): PeopleAnswer => ({
  ...people,
  people: withOne(people.people, person, (other) => other.key === person.key),
});

/** The world after something was heard from the local Teams. */
export const hear = (world: World, heard: Heard): World => {
  switch (heard.kind) {
    case 'connected':
      return { ...world, connected: heard.connected };
    case 'people':
      return { ...world, people: heard.people };
    case 'person':
      return world.people ? { ...world, people: withPerson(world.people, heard.person) } : world;
    case 'chat':
      return {
        ...world,
        chats: { ...world.chats, [heard.chat]: withLate(world, heard.chat, heard.messages) },
      };
    case 'message':
      return {
        ...world,
        chats: withMessage(world, heard.message),
        typing: { ...world.typing, [heard.chat]: false },
        unread: heard.message.from === 'bot' ? withUnread(world, heard.chat) : world.unread,
      };
    case 'messageUpdated':
      return { ...world, chats: withMessage(world, heard.message) };
    case 'typing':
      return { ...world, typing: { ...world.typing, [heard.chat]: true } };
    case 'seen':
      return { ...world, unread: { ...world.unread, [heard.person]: 0 } };
    case 'meetings':
      return { ...world, meetings: heard.meetings };
    case 'meeting':
      return {
        ...world,
        presence:
          heard.meeting.state === 'ended' ? { ...world.presence, [heard.meeting.id]: {} } : world.presence,
        meetings: withOne(world.meetings, heard.meeting, (other) => other.id === heard.meeting.id),
      };
    case 'present':
      return {
        ...world,
        presence: {
          ...world.presence,
          [heard.meeting]: { ...world.presence[heard.meeting], [heard.person]: heard.present },
        },
      };
    case 'losesEnd':
      return { ...world, losesEnd: heard.losesEnd };
    case 'clock':
      return { ...world, clock: heard.clock };
    case 'app':
      return { ...world, status: heard.status, clock: heard.status.clock };
    default:
      return heard satisfies never;
  }
};

export const isIn = (world: World, meeting: LocalMeeting, person: string): boolean =>
  world.presence[meeting.id]?.[person] ?? meeting.people.includes(person);

/** The running meeting that somebody is in; the one started last when there are several. */
export const runningMeetingOf = (world: World, person: string): LocalMeeting | undefined =>
  world.meetings.findLast((meeting) => meeting.state === 'running' && isIn(world, meeting, person));
