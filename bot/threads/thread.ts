import { extname } from 'node:path';
import { parentPort, type Transferable, Worker } from 'node:worker_threads';

/** Short-lived objects may fill so much of a thread before it tidies up: more takes memory and saves no time. */
const YOUNG_MB = 8;
/** A thread without work is kept so long for the next: it takes a tenth of a second to start, more to warm up. */
const IDLE_MS = 60_000;

/** What the files of threads end in: `.ts` from source, `.js` in the bundle, where they lie beside this one too. */
const ENDING = extname(import.meta.filename);

type Said<Told, Answer> = { told: Told } | { answer: Answer };

const idle = new Map<string, Thread[]>();

/** A thread that does one piece of work at a time, and is kept for a while for the next. */
export class Thread {
  readonly #file: string;
  readonly #worker: Worker;
  #ending: NodeJS.Timeout | undefined;
  #isOver = false;
  #hasWorked = false;

  private constructor(file: string) {
    this.#file = file;
    this.#worker = new Worker(new URL(`./compiled${ENDING}`, import.meta.url), {
      workerData: { file: file.replace(/\.ts$/, ENDING) },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.once('error', () => this.#leave()).once('exit', () => this.#leave());
  }

  /** A thread for the work of a file beside this one, which calls `serve`. */
  static of(file: string): Thread {
    const thread = idle.get(file)?.pop() ?? new Thread(file);
    clearTimeout(thread.#ending);
    thread.#worker.ref();
    return thread;
  }

  /** It has done a piece of work before: whatever that needed is loaded. */
  get hasWorked(): boolean {
    return this.#hasWorked;
  }

  /** Hands over one piece of work. Rejects when the thread fails or ends. */
  ask<Work, Told, Answer>(
    work: Work,
    hear: (told: Told) => void = () => undefined,
    handedOver: Transferable[] = [],
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const worker = this.#worker;
      const listen = (said: Said<Told, Answer>) => {
        if ('told' in said) return hear(said.told);
        worker.off('message', listen).off('error', reject).off('exit', fail);
        this.#hasWorked = true;
        resolve(said.answer);
      };
      const fail = (code: number) => reject(new Error(`A thread ended early, with code ${code}.`));
      worker.on('message', listen).once('error', reject).once('exit', fail);
      worker.postMessage(work, handedOver);
    });
  }

  /** There is no more work for now: keeps the thread for the next, so long at most, and not the process alive. */
  release(idleMs: number = IDLE_MS): void {
    if (this.#isOver) return;
    this.#worker.unref();
    this.#ending = setTimeout(() => this.end(), idleMs).unref();
    idle.set(this.#file, [...(idle.get(this.#file) ?? []), this]);
  }

  /** Nobody is given this thread any more. */
  #leave(): void {
    this.#isOver = true;
    clearTimeout(this.#ending);
    const others = (idle.get(this.#file) ?? []).filter((other) => other !== this);
    idle.set(this.#file, others);
  }

  /** At once, whatever it is doing. */
  end(): void {
    this.#leave();
    void this.#worker.terminate();
  }
}

/** In a thread: does each piece of work that it is asked, and may tell things meanwhile. */
export function serve<Work, Told, Answer>(
  does: (work: Work, tell: (told: Told) => void) => Answer | Promise<Answer>,
): void {
  const say = (said: Said<Told, Answer>) => parentPort?.postMessage(said);
  parentPort?.on('message', async (work: Work) => say({ answer: await does(work, (told) => say({ told })) }));
}
