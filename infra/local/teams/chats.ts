import type { ChatMessage } from '#local/contract.ts';
import { Journal } from '#local/control/jsonFile.ts';
import type { LocalClock } from './clock.ts';
import type { Events } from './events.ts';

export type NewMessage = Omit<ChatMessage, 'id' | 'at'>;

interface ChatParts {
  dataDir: string | undefined;
  clock: LocalClock;
  events: Events;
  /** Keys of the people who are in a chat. */
  peopleOf: (chat: string) => string[];
}

/** Every chat of the local Teams, in the order of its messages. The journal's last word on a message counts. */
export class Chats {
  private readonly journal: Journal<ChatMessage>;
  private readonly messages = new Map<string, ChatMessage>();
  private readonly parts: ChatParts;
  private lastId = 0;

  constructor(parts: ChatParts) {
    this.parts = parts;
    this.journal = new Journal(parts.dataDir, 'chats.jsonl');
    for (const message of this.journal.entries) this.keep(message);
  }

  list(chat: string): ChatMessage[] {
    return [...this.messages.values()].filter((message) => message.chat === chat);
  }

  find(chat: string, id: string): ChatMessage | undefined {
    const message = this.messages.get(id);
    return message?.chat === chat ? message : undefined;
  }

  /** Where a message stands, whatever the chat. */
  findAnywhere(id: string): ChatMessage | undefined {
    return this.messages.get(id);
  }

  /** Ids are made as Teams makes them: milliseconds, never twice the same. */
  add(message: NewMessage): ChatMessage {
    const id = String(Math.max(this.lastId + 1, this.parts.clock.now()));
    return this.write('message', { id, at: this.parts.clock.instant(), ...message });
  }

  change(message: ChatMessage, changes: Partial<NewMessage>): ChatMessage {
    return this.write('messageUpdated', { ...message, ...changes, updatedAt: this.parts.clock.instant() });
  }

  private write(kind: 'message' | 'messageUpdated', message: ChatMessage): ChatMessage {
    this.keep(message);
    this.journal.add(message);
    const { chat } = message;
    this.parts.events.tell({ kind, chat, people: this.parts.peopleOf(chat), message });
    return message;
  }

  private keep(message: ChatMessage): void {
    this.messages.set(message.id, message);
    this.lastId = Math.max(this.lastId, Number(message.id));
  }
}
