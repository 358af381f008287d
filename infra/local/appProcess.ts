import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Config } from '#bot/config.ts';
import type { Activity } from './activities.ts';
import type { AppBody, StatusAnswer } from './contract.ts';

/** What the app process is told when it starts. */
export interface AppSettings {
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
  settings: () => AppSettings;
  issuer: { channelToken(serviceUrl: string): Promise<string> };
  /** What the process writes to its log, line by line or in pieces. */
  onOutput: (text: string) => void;
  /** A sentence for the one who watches. */
  onNews: (sentence: string) => void;
  onState: () => void;
}

const START_MS = 60_000;
const STOP_MS = 5_000;
const POST_MS = 30_000;
const ENTRY = new URL('./app.ts', import.meta.url);

/** The app as a process of its own, so that it can be killed and started like a server in a data centre. */
export class AppProcess {
  state: State = 'stopped';
  starts = 0;
  killAt: KillAt | undefined;
  private child: ChildProcess | undefined;
  private isWanted = false;
  private ticks = 0;
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  status(): Pick<StatusAnswer, 'app' | 'pid' | 'starts'> {
    return { app: this.state, pid: this.pid, starts: this.starts };
  }

  /** Answers when the app listens. Throws when it ends instead. */
  async start(): Promise<void> {
    if (this.state === 'running') return;
    this.isWanted = true;
    if (this.state !== 'starting') this.spawn();
    await this.untilRunning(START_MS);
  }

  /** SIGKILL: nothing is written any more, nothing is said goodbye to. It stays down until it is started. */
  async kill(): Promise<void> {
    this.isWanted = false;
    await this.end(this.child, 'SIGKILL');
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    const child = this.child;
    if (!child) return;
    child.send({ tell: 'stop' } satisfies ToApp, () => undefined);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await this.end(child);
    clearTimeout(timer);
  }

  /** Tells the app the time and waits until it has done what is due then. */
  async tick(offsetMs: number): Promise<void> {
    const child = this.child;
    if (!child || this.state !== 'running') return;
    this.ticks += 1;
    const number = this.ticks;
    const answered = new Promise<FromApp | undefined>((resolve) => {
      const hear = (message: FromApp) => {
        if (message.told !== 'ticked' || message.number !== number) return;
        child.off('message', hear);
        resolve(message);
      };
      child.on('message', hear);
      child.once('exit', () => resolve(undefined));
    });
    child.send({ tell: 'tick', offsetMs, number } satisfies ToApp, () => undefined);
    const answer = await answered;
    if (answer?.told === 'ticked' && answer.error) this.parts.onNews(`The tick failed: ${answer.error}`);
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

  /** Posts an activity to the bot as Teams does. Status 0: nobody answered. */
  async post(activity: Activity): Promise<{ status: number; body: unknown }> {
    if (!(await this.isReachable())) return { status: 0, body: undefined };
    const { port } = this.parts.settings().config;
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await this.parts.issuer.channelToken(String(activity.serviceUrl))}`,
        },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(POST_MS),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json');
      return { status: response.status, body: isJson && text ? JSON.parse(text) : text };
    } catch (error) {
      this.parts.onOutput(`${activity.type} did not reach the bot: ${String(error)}\n`);
      return { status: 0, body: undefined };
    }
  }

  /** True when the app runs, or comes up while we wait. */
  async isReachable(): Promise<boolean> {
    if (this.state === 'running') return true;
    if (!this.isWanted) return false;
    return this.untilRunning(START_MS).then(
      () => true,
      () => false,
    );
  }

  private spawn(): void {
    this.setState('starting');
    this.starts += 1;
    const child = fork(ENTRY, [], { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.child = child;
    child.stdout?.on('data', (data: Buffer) => this.parts.onOutput(data.toString()));
    child.stderr?.on('data', (data: Buffer) => this.parts.onOutput(data.toString()));
    child.on('message', (message: FromApp) => {
      if (message.told === 'started' && this.child === child) this.setState('running');
    });
    child.on('exit', (code, signal) => this.gone(child, signal ?? `code ${code}`));
    child.on('error', (error) => this.parts.onNews(`The app process: ${error.message}`));
    child.send({ tell: 'start', settings: this.parts.settings() } satisfies ToApp, () => undefined);
  }

  private gone(child: ChildProcess, how: string): void {
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
    this.spawn();
  }

  private async end(child: ChildProcess | undefined, signal?: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    if (signal) child.kill(signal);
    await ended;
  }

  private async untilRunning(withinMs: number): Promise<void> {
    const until = Date.now() + withinMs;
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
