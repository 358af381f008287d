import { QueueClient, RestError } from '@azure/storage-queue';
import {
  type Queue,
  type QueueItem,
  type ReceivedItem,
  TABLES,
  type TableName,
} from '#usecases/story/ports.ts';
import { READY_TIMEOUT_MS, type StorageAccount } from './account.ts';
import { inTime, QUEUE_RETRIES } from './inTime.ts';

/** Attempts after which an item goes to `<name>-poison`; what it points to stays and is looked at by the tick. */
const POISON_AFTER = 8;
const MOST_PER_RECEIVE = 32;
const LONGEST_HIDDEN_MS = 7 * 24 * 3_600_000;

interface QueueMessage {
  messageId: string;
  popReceipt: string;
  dequeueCount: number;
  messageText: string;
}

/** The port `Queue` over an Azure storage queue, at least once. Items are JSON in base64, as Azure's tools read. */
export class AzureQueue implements Queue {
  readonly #queue: QueueClient;
  readonly #poison: QueueClient;
  readonly #answered = inTime();

  readonly #onPoison: () => unknown;

  /** `onPoison` hears of every message that was put aside. */
  constructor(
    account: StorageAccount,
    name = 'turntable-deliveries',
    onPoison: () => unknown = () => undefined,
  ) {
    this.#onPoison = onPoison;
    this.#queue = clientOf(account, name);
    this.#poison = clientOf(account, `${name}-poison`);
  }

  /** Makes the queues that are missing. */
  async createQueues(): Promise<void> {
    await Promise.all([this.#queue.createIfNotExists(), this.#poison.createIfNotExists()]);
  }

  async send(item: QueueItem, delayMs = 0): Promise<void> {
    const text = Buffer.from(JSON.stringify({ ...item, dueAt: Date.now() + delayMs })).toString('base64');
    const when = { visibilityTimeout: toSeconds(delayMs), messageTimeToLive: -1 };
    await this.#answered((abortSignal) => this.#queue.sendMessage(text, { ...when, abortSignal }));
  }

  async receive(max: number, hiddenMs: number): Promise<ReceivedItem[]> {
    const asked = {
      numberOfMessages: Math.min(max, MOST_PER_RECEIVE),
      visibilityTimeout: Math.max(1, toSeconds(hiddenMs)),
    };
    const { receivedMessageItems } = await this.#answered((abortSignal) =>
      this.#queue.receiveMessages({ ...asked, abortSignal }),
    );
    const received: ReceivedItem[] = [];
    for (const message of receivedMessageItems) {
      const item = toItem(message.messageText);
      if (!item || message.dequeueCount > POISON_AFTER) await this.#putAside(message);
      else received.push({ item, attempts: message.dequeueCount, done: () => this.#remove(message) });
    }
    return received;
  }

  async isReady(): Promise<boolean> {
    try {
      await this.#queue.getProperties({ abortSignal: AbortSignal.timeout(READY_TIMEOUT_MS) });
      return true;
    } catch {
      // Whatever the reason: it does not answer now, and that is the answer.
      return false;
    }
  }

  /**
   * How many items there are, those that rest among them, and for how many seconds the one that is most overdue of
   * the first 32 that could be received has waited since it was due.
   */
  async standing(nowMs = Date.now()): Promise<{ waiting: number; lateS: number }> {
    const [{ approximateMessagesCount = 0 }, { peekedMessageItems }] = await this.#answered((abortSignal) =>
      Promise.all([
        this.#queue.getProperties({ abortSignal }),
        this.#queue.peekMessages({ numberOfMessages: MOST_PER_RECEIVE, abortSignal }),
      ]),
    );
    const lateMs = peekedMessageItems.map(({ messageText }) => nowMs - (dueAtOf(messageText) ?? nowMs));
    return { waiting: approximateMessagesCount, lateS: Math.round(Math.max(0, ...lateMs) / 1_000) };
  }

  async #putAside(message: QueueMessage): Promise<void> {
    await this.#answered((abortSignal) =>
      this.#poison.sendMessage(message.messageText, { messageTimeToLive: -1, abortSignal }),
    );
    await this.#remove(message);
    this.#onPoison();
  }

  /** A message that somebody else received since is theirs; removing it then changes nothing. */
  async #remove(message: QueueMessage): Promise<void> {
    try {
      await this.#answered((abortSignal) =>
        this.#queue.deleteMessage(message.messageId, message.popReceipt, { abortSignal }),
      );
    } catch (error) {
      const isTheirs = error instanceof RestError && (error.statusCode === 404 || error.statusCode === 400);
      if (!isTheirs) throw error;
    }
  }
}

const toSeconds = (ms: number): number => Math.ceil(Math.min(Math.max(ms, 0), LONGEST_HIDDEN_MS) / 1_000);

function clientOf(account: StorageAccount, name: string): QueueClient {
  const options = { retryOptions: QUEUE_RETRIES };
  if ('connectionString' in account) return new QueueClient(account.connectionString, name, options);
  return new QueueClient(`${account.queuesUrl.replace(/\/$/, '')}/${name}`, account.credential, options);
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

interface Written extends QueueItem {
  /** Milliseconds since 1970; absent in what older servers wrote. */
  dueAt?: number;
}

const dueAtOf = (text: string): number | undefined => read(text)?.dueAt;

/** An item we wrote, or undefined for anything else that lies in the queue. */
function toItem(text: string): QueueItem | undefined {
  const written = read(text);
  return written && { table: written.table, partition: written.partition, outbox: written.outbox };
}

function read(text: string): Written | undefined {
  try {
    const item: Partial<Written> | null = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
    const isOurs =
      TABLES.includes(item?.table as TableName) && isText(item?.partition) && isText(item?.outbox);
    return isOurs ? (item as Written) : undefined;
  } catch {
    // Not JSON: not ours.
    return undefined;
  }
}
