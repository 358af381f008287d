import { hearByNames } from '#domain/hearing/byNames.ts';
import type { Heard } from '#domain/hearing/heard.ts';
import { languageOf } from '#domain/hearing/text/language.ts';
import type { TopicReader } from '#domain/hearing/topicReader.ts';
import { isWorthReading } from '#domain/hearing/worthReading.ts';
import type { Log } from '#usecases/story/ports.ts';
import type { Listened, Listening } from './hearingWorker.ts';
import { Thread } from './thread.ts';

/** Nobody waits longer for what a message means. */
const LATE_MS = 300;
/** So long for one message, or to load, and the thread is given up. */
const STUCK_MS = 10_000;
const LOAD_MOST_MS = 60_000;
/** So many messages may wait; further ones are heard by names. */
const WAITING_MAX = 50;
/** Without messages the thread ends, and gives its memory back. */
const IDLE_MS = 15 * 60_000;
/** After a failure no thread is started for so long. */
const REST_MS = 60_000;

/** Whatever is heard first takes a tenth of a second: names are indexed, patterns compiled. */
const FIRST = 'How people use what they have learnt.';

interface Waiting {
  listening: Listening;
  answer: (heard: Heard | undefined) => void;
}

interface HearingOptions {
  lateMs: number;
  idleMs: number;
  /** What the thread runs. */
  file: string;
}

/**
 * Hears messages by names and by meaning, in a thread of its own, one after the other. Where that is still loading,
 * late, busy or broken, a message is heard by names alone.
 */
export class HearingThread {
  readonly #log: Log;
  readonly #options: HearingOptions;
  #waiting: Waiting[] = [];
  /** The thread while it works. */
  #thread: Thread | undefined;
  #loading: Promise<void> | undefined;
  #isWorking = false;
  #hasBeenLate = false;
  #restsUntilMs = 0;

  constructor(log: Log, options: Partial<HearingOptions> = {}) {
    this.#log = log;
    this.#options = { lateMs: LATE_MS, idleMs: IDLE_MS, file: './hearingWorker.ts', ...options };
  }

  readonly read: TopicReader = async (text, asked) => {
    const isReady = this.#isReady();
    if (!isReady || !isWorthReading(text) || languageOf(text) !== 'en') return hearByNames(text, asked);
    return (await this.#hear({ text, asked })) ?? hearByNames(text, asked);
  };

  /** Loads ahead of the first message, in the thread and here. Settles when that is done, or failed. */
  async warm(): Promise<void> {
    this.#isReady();
    hearByNames(FIRST, undefined);
    await this.#loading;
  }

  /** Ends the thread; everything from now on is heard by names. */
  stop(): void {
    this.#restsUntilMs = Number.POSITIVE_INFINITY;
    (this.#thread ?? Thread.of(this.#options.file)).end();
  }

  /** Whether a thread stands ready; where none does, one starts to load. */
  #isReady(): boolean {
    if (this.#loading || this.#isResting()) return false;
    if (this.#thread) return true;
    const thread = Thread.of(this.#options.file);
    thread.release(this.#options.idleMs);
    if (!thread.hasWorked)
      this.#loading = this.#ask({}).then((said) => {
        this.#loading = undefined;
        if (said === 'stale') this.#rest(Number.POSITIVE_INFINITY, 'the vectors are of another catalogue');
      });
    return thread.hasWorked;
  }

  /** Undefined when it is late, or too many wait. */
  #hear(listening: Listening): Promise<Heard | undefined> {
    if (this.#waiting.length >= WAITING_MAX) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const one: Waiting = {
        listening,
        answer: (heard) => {
          clearTimeout(timer);
          this.#waiting = this.#waiting.filter((other) => other !== one);
          resolve(heard);
        },
      };
      const timer = setTimeout(() => this.#beLate(one), this.#options.lateMs);
      this.#waiting.push(one);
      if (!this.#isWorking) void this.#work();
    });
  }

  #beLate(one: Waiting): void {
    one.answer(undefined);
    if (!this.#hasBeenLate) this.#log.warn({}, 'hearing by meaning was late for the first time');
    this.#hasBeenLate = true;
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    for (let one = this.#waiting[0]; one; one = this.#waiting[0]) {
      const heard = this.#isResting() ? undefined : await this.#ask(one.listening);
      one.answer(typeof heard === 'object' ? heard : undefined);
    }
    this.#isWorking = false;
  }

  #isResting(): boolean {
    return performance.now() < this.#restsUntilMs;
  }

  /** Undefined when the thread fails or is stuck. */
  async #ask(listening: Listening): Promise<Listened | undefined> {
    const thread = Thread.of(this.#options.file);
    this.#thread = thread;
    const most = listening.text === undefined ? LOAD_MOST_MS : STUCK_MS;
    const stuck = setTimeout(() => thread.end(), most);
    try {
      const said = await thread.ask<Listening, never, Listened>(listening);
      thread.release(this.#options.idleMs);
      return said;
    } catch (error) {
      this.#rest(REST_MS, (error as { code?: string }).code ?? 'the thread failed');
      return undefined;
    } finally {
      clearTimeout(stuck);
      this.#thread = undefined;
    }
  }

  /** Says why, and never what was heard. */
  #rest(forMs: number, reason: string): void {
    if (this.#restsUntilMs === Number.POSITIVE_INFINITY) return;
    this.#restsUntilMs = performance.now() + forMs;
    this.#log.error({ reason }, 'topics are heard by names alone');
  }
}
