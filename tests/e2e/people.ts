import type { ChatAnswer, ChatMessage, PressAnswer, SaidAnswer, TokenAnswer } from '#local/contract.ts';
import type { Local } from '#local/startLocal.ts';

/** Nobody was there: the app is down, or went down before it could answer. Nothing is known of what it did. */
export class Unreachable extends Error {}

/** A button of a card, where it stands. */
export interface Button {
  message: string;
  verb: string;
  data: Record<string, unknown>;
}

/** What the API answered. */
export interface Answered<T> {
  status: number;
  body: T;
  /** Without its quotes. */
  etag: string;
}

/** A file is sent as the bytes it is. */
const isFile = (body: unknown): body is Uint8Array<ArrayBuffer> => body instanceof Uint8Array;

interface Drawn {
  type?: string;
  verb?: string;
  data?: Record<string, unknown>;
  actions?: Drawn[];
  /** Of a card, and of a container in it. */
  body?: Drawn[];
  items?: Drawn[];
  columns?: Drawn[];
  /** What a tap on it does. */
  selectAction?: Drawn;
  card?: Drawn;
}

/** One of the six, with hands: the tab through its API, the chat with the bot, the buttons of its cards. */
export class Person {
  readonly key: string;
  readonly #local: Local;
  #token = '';

  constructor(local: Local, key: string) {
    this.#local = local;
    this.key = key;
  }

  /** Asks the API as the tab does. `token` in the place of the own one. */
  async call<T>(
    route: string,
    { body, etag, token }: { body?: unknown; etag?: string | undefined; token?: string } = {},
  ): Promise<Answered<T>> {
    const [method = 'GET', path = ''] = route.split(' ');
    const bearer = token ?? (await this.#ownToken());
    const response = await fetch(this.#local.url + path, {
      method,
      headers: {
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        ...(body === undefined ? {} : { 'content-type': isFile(body) ? 'text/csv' : 'application/json' }),
        ...(etag === undefined ? {} : { 'if-match': `"${etag}"` }),
      },
      ...(body === undefined ? {} : { body: isFile(body) ? body : JSON.stringify(body) }),
    });
    if (response.status === 503) throw new Unreachable(`${this.key}: ${route}`);
    const text = await response.text();
    const answer = (text === '' ? undefined : JSON.parse(text)) as T;
    return { status: response.status, body: answer, etag: (response.headers.get('etag') ?? '').slice(1, -1) };
  }

  /** What the API answers when all is well; throws the whole answer otherwise. */
  async ask<T>(route: string, body?: unknown, etag?: string): Promise<T> {
    const answer = await this.call<T>(route, { body, etag });
    if (answer.status < 300) return answer.body;
    throw new Error(`${this.key}: ${route} ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  async #ownToken(): Promise<string> {
    if (!this.#token) {
      const { token } = await this.#local.ask<TokenAnswer>('tokens', { person: this.key });
      this.#token = token;
    }
    return this.#token;
  }

  async chat(): Promise<ChatMessage[]> {
    return (await this.#local.ask<ChatAnswer>(`chats/${this.key}`)).messages;
  }

  async say(text: string): Promise<void> {
    const { status } = await this.#local.ask<SaidAnswer>(`chats/${this.key}/messages`, { text });
    this.#check(status, `says “${text.slice(0, 40)}”`);
  }

  async press({ message, verb, data }: Button, inputs?: Record<string, unknown>): Promise<PressAnswer> {
    const action = { type: 'Action.Execute', verb, data };
    const pressed = await this.#local.ask<PressAnswer>(`chats/${this.key}/actions`, {
      ...{ message, action },
      ...(inputs ? { inputs } : {}),
    });
    this.#check(pressed.status, `presses ${verb}`);
    return pressed;
  }

  #check(status: number, what: string): void {
    if (status === 0) throw new Unreachable(`${this.key} ${what}`);
    if (status >= 300) throw new Error(`${this.key} ${what}: the bot answered ${status}`);
  }

  /** The newest button in the chat that does `verb` with these data. */
  async findButton(verb: string, data: Record<string, unknown> = {}): Promise<Button | undefined> {
    const buttons = (await this.chat()).flatMap(buttonsOf);
    return buttons.findLast(
      (button) =>
        button.verb === verb && Object.entries(data).every(([name, value]) => button.data[name] === value),
    );
  }
}

/** Every button of a message that leads to the bot, also those in its text and inside a card that opens. */
export function buttonsOf(message: ChatMessage): Button[] {
  const within = ({ type, verb, data, ...parts }: Drawn): Button[] => [
    ...(type === 'Action.Execute' && verb ? [{ message: message.id, verb, data: data ?? {} }] : []),
    ...[parts.body, parts.items, parts.columns, parts.actions, parts.selectAction ?? [], parts.card ?? []]
      .flat()
      .flatMap((one) => (one ? within(one) : [])),
  ];
  return (message.cards as Drawn[]).flatMap(within);
}

/** Everything a message shows, letter by letter. */
export const textOf = (message: ChatMessage): string =>
  [
    message.text,
    ...[...JSON.stringify(message.cards).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)].map(unquote),
  ].join('\n');

const unquote = ([, text = '""']: RegExpMatchArray): string => JSON.parse(text) as string;
