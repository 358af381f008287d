import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#bot/config.ts';
import type { AppBody, StatusAnswer } from '#local/contract.ts';

/** What the app process is told when it starts. */
interface AppSettings {
  config: Config;
  offsetMs: number;
  /** Where the bot gets its tokens for the connector. */
  credentials: { tokenUrl: string; secret: string };
}
export type ToApp =
  | { tell: 'start'; settings: AppSettings }
  | { tell: 'tick'; offsetMs: number; number: number }
  | { tell: 'stop' };
export type FromApp = { told: 'started' } | { told: 'ticked'; number: number; error?: string };

type State = StatusAnswer['app'];
type KillAt = NonNullable<AppBody['at']>;

interface Parts {
  /** The module the process runs. */
  entry: URL;
  settings: () => AppSettings;
  /** What the process writes to its log, in pieces. */
  onOutput: (text: string) => void;
  /** A sentence for the one who watches. */
  onNews: (sentence: string) => void;
  onState: () => void;
}

/** Where Node keeps what it compiled: the next start takes two thirds of the time. */
const COMPILED = join(tmpdir(), 'node-compile-cache');
const START_MS = 60_000;
const STOP_MS = 5_000;

/** The app as a process of its own, so that it can be killed and started like a server in a data centre. */
export class AppProcess {
  state: State = 'stopped';
  starts = 0;
  killAt: KillAt | undefined;
  private child: ChildProcess | undefined;
  /** Settled when no process is left. */
  private ended: Promise<void> = Promise.resolve();
  private isWanted = false;
  private ticks = 0;
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  status(): Pick<StatusAnswer, 'app' | 'pid' | 'starts'> {
    const pid = this.state === 'stopped' ? 0 : (this.child?.pid ?? 0);
    return { app: this.state, pid, starts: this.starts };
  }

  /** Answers when the app listens. Throws when it ends instead. */
  async start(): Promise<void> {
    this.isWanted = true;
    if (this.state === 'stopped') await this.launch();
    await this.untilRunning();
  }

  /** SIGKILL: nothing is written any more, nothing is said goodbye to. It stays down until it is started. */
  async kill(): Promise<void> {
    this.isWanted = false;
    this.child?.kill('SIGKILL');
    this.child = undefined;
    // Stopped from this moment on, although the system takes a while to clear it away.
    this.setState('stopped');
    await this.ended;
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    const { child } = this;
    child?.send({ tell: 'stop' } satisfies ToApp, () => undefined);
    const timer = setTimeout(() => child?.kill('SIGKILL'), STOP_MS);
    await this.ended;
    clearTimeout(timer);
  }

  /** Tells the app the time, also one on its way up, and waits until it has done what is due then. */
  async tick(offsetMs: number): Promise<void> {
    if (!(await this.isReachable())) return;
    const { child } = this;
    if (!child) return;
    this.ticks += 1;
    const number = this.ticks;
    const answered = new Promise<string | undefined>((resolve) => {
      const end = (error?: string) => {
        child.off('message', hear).off('exit', leave);
        resolve(error);
      };
      const hear = (message: FromApp) => {
        if (message.told === 'ticked' && message.number === number) end(message.error);
      };
      const leave = () => end();
      child.on('message', hear).once('exit', leave);
    });
    child.send({ tell: 'tick', offsetMs, number } satisfies ToApp, () => undefined);
    const error = await answered;
    if (error) this.parts.onNews(`Doing what is due failed: ${error}`);
  }

  /** Counts a write of the app to its storage; true when this was the one to die at. */
  async countWrite(moment: KillAt['moment']): Promise<boolean> {
    if (this.killAt?.moment !== moment) return false;
    this.killAt.write -= 1;
    if (this.killAt.write > 0) return false;
    this.killAt = undefined;
    await this.kill();
    return true;
  }

  /** True when the app runs, or comes up while we wait. */
  async isReachable(): Promise<boolean> {
    if (this.state === 'running') return true;
    if (!this.isWanted) return false;
    return this.untilRunning().then(
      () => true,
      () => false,
    );
  }

  private async launch(): Promise<void> {
    this.setState('starting');
    await this.ended;
    if (!this.isWanted) return this.setState('stopped');
    this.starts += 1;
    const child = fork(this.parts.entry, [], {
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    child.stdout?.on('data', (data: Buffer) => this.parts.onOutput(data.toString()));
    child.stderr?.on('data', (data: Buffer) => this.parts.onOutput(data.toString()));
    child.on('message', (message: FromApp) => {
      if (message.told === 'started' && this.child === child) this.setState('running');
    });
    child.on('error', (error) => this.parts.onNews(`The app process: ${error.message}`));
    this.ended = once(child, 'exit').then(([code, signal]) => this.gone(child, signal ?? `code ${code}`));
    child.send({ tell: 'start', settings: this.parts.settings() } satisfies ToApp, () => undefined);
  }

  private gone(child: ChildProcess, how: string): void {
    // Killed: another may be on its way already.
    if (this.child !== child) return;
    const wasRunning = this.state === 'running';
    this.child = undefined;
    this.setState('stopped');
    if (!this.isWanted) return;
    if (!wasRunning) {
      this.isWanted = false;
      this.parts.onNews(`The app could not start (${how}).`);
      return;
    }
    this.parts.onNews(`The app ended by itself (${how}); starting it again.`);
    void this.launch();
  }

  private async untilRunning(): Promise<void> {
    const until = Date.now() + START_MS;
    while (this.state !== 'running') {
      if (this.state === 'stopped') throw new Error('The app ended before it listened; see its log.');
      if (Date.now() > until) throw new Error('The app did not listen in time; see its log.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private setState(state: State): void {
    this.state = state;
    this.parts.onState();
  }
}
