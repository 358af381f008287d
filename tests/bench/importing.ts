import type { FastifyInstance } from 'fastify';
import { createWorker } from '#delivery/worker.ts';
import { asId, type CohortId } from '#domain/basics/ids.ts';
import { longestTurnMs } from '#tests/bot/busyTurns.ts';
import { aContext } from '#tests/fakes/context.ts';
import { type Call, type CallLog, counted } from '#tests/fakes/counting.ts';
import { sendingBy } from '#tests/fakes/messenger.ts';
import { freely } from '#tests/fakes/rate.ts';
import { guidOf } from '#tests/guid.ts';
import { readImportInThread } from '#threads/importing.ts';
import { createCohort } from '#usecases/cohorts/cohorts.ts';
import { carryOut } from '#usecases/home/chores.ts';
import { composeNotice } from '#usecases/home/notices.ts';
import { personOf } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import type { BareStorage } from './house/bareStorage.ts';
import { inMs, table, x } from './house/compare.ts';
import { type Outside, openHouse, startOutside, tabToken } from './house/server.ts';
import { aMirror, aStage, type Stage, startStorage } from './house/storage.ts';
import { sayVerdicts, type Verdict } from './house/verdicts.ts';
import { aWorld } from './house/world.ts';
import { busy, say } from './measure.ts';

const SIZES = [1_200, 50_000];
/** As many as an import asks of storage at once. */
const AT_ONCE = 16;
const SLOWEST = 1.5;
const MOST_CALLS = 4;
const LONGEST_MS = 50;

const NOOR = { directoryId: guidOf('noor'), mail: 'noor.prove@turntable.example', name: 'Noor Prøve' };

interface Line {
  name: string;
  lines: number;
  seconds: number;
  /** Bare calls: of new people nothing but the inserts of what they are written as, else all that was asked. */
  bareSeconds: number;
  calls: number;
  longestMs: number;
  grownMb: number;
}

/** `npm run bench -- import [LINES…]`: whole imports, against nothing but inserts of the same rows. */
export async function benchImport(args: string[]): Promise<void> {
  const azurite = await startStorage();
  const outside = await startOutside();
  const verdicts: Verdict[] = [];
  say(
    `Check, confirm and import: new people against inserts of their rows, others against the same calls, ${AT_ONCE} at once (${busy()}).`,
  );
  try {
    for (const size of args.length > 0 ? args.map(Number) : SIZES) {
      const world = await aWorld({ people: 1, each: 0, serviceUrl: outside.channel.serviceUrl });
      const stage = await aStage(azurite, world, `import${size}`);
      const mirror = await aMirror(azurite, `import${size}`);
      const lines = await ofSize({ stage, mirror, outside }, size);
      verdicts.push(...lines.flatMap(verdictsOn));
    }
  } finally {
    outside.stop();
    await azurite.stop();
  }
  sayVerdicts(verdicts);
  say(`(${busy()})`);
}

async function ofSize(
  { stage, mirror, outside }: Pick<Surroundings, 'stage' | 'mirror' | 'outside'>,
  size: number,
): Promise<Line[]> {
  const { ctx, log } = counted({ ...aContext(), ...stage.ctx, readImport: readImportInThread });
  const person = await personOf(ctx, { ...NOOR, signInName: NOOR.mail });
  const actor = { person, directoryId: NOOR.directoryId, roles: ['Champion' as const] };
  const today = new Date();
  const day = (years: number) =>
    asId<never>(new Date(today.getTime() + years * 31_536e6).toISOString().slice(0, 10));
  const { cohort } = await createCohort(
    ctx,
    { ...actor, locale: 'en', timeZone: 'UTC' },
    { name: 'Large wave', kind: 'pilot', fitFloor: 0, startsOn: day(0), endsOn: day(1) },
  );
  const house = await openHouse(ctx, outside);
  const one = new Importing({ ctx, log, stage, mirror, house, outside, cohort });
  const lines: Line[] = [];
  for (const [name, csv] of [
    [`${size} new, each with a manager`, aFile(size)],
    [`${size} again, nothing new`, aFile(size)],
    [`${size}, half of them changed`, aFile(size, 2)],
  ] as const) {
    lines.push(await one.take(name, csv, { isFirst: lines.length === 0 }));
    sayLines(lines.slice(-1));
  }
  await house.close();
  return lines;
}

/** Everybody has a manager who has a line as well; every `changed`-th has moved to another department. */
function aFile(size: number, changed = 0): string {
  const mail = (n: number) => `person${String(n).padStart(6, '0')}@turntable.example`;
  const lines = Array.from({ length: size }, (_, n) => {
    const department = changed > 0 && n % changed === 0 ? 'Law' : 'Tax';
    const manager = n === 0 ? '' : mail(Math.floor((n - 1) / 8));
    return `Person Exampleton ${n},${mail(n)},${n % 3 === 0 ? 'executive' : 'mentor'},${manager},${department},Bern`;
  });
  return `Name,Mail,Role,Manager,Department,Location\n${lines.join('\n')}\n`;
}

interface Surroundings {
  ctx: Context;
  log: CallLog;
  stage: Stage;
  mirror: BareStorage;
  house: FastifyInstance;
  outside: Outside;
  cohort: CohortId;
}

class Importing {
  readonly #in: Surroundings;
  #isFirst = true;
  #line: Line = { name: '', lines: 0, seconds: 0, bareSeconds: 0, calls: 0, longestMs: 0, grownMb: 0 };

  constructor(surroundings: Surroundings) {
    this.#in = surroundings;
  }

  /** One file from the first byte to the last member. */
  async take(name: string, csv: string, { isFirst }: { isFirst: boolean }): Promise<Line> {
    this.#isFirst = isFirst;
    const lines = csv.trimEnd().split('\n').length - 1;
    this.#line = { ...{ name, lines, seconds: 0, bareSeconds: 0, calls: 0 }, longestMs: 0, grownMb: 0 };
    globalThis.gc?.();
    const beforeMb = process.memoryUsage().rss / 2 ** 20;
    const look = setInterval(() => {
      const grownMb = process.memoryUsage().rss / 2 ** 20 - beforeMb;
      this.#line.grownMb = Math.max(this.#line.grownMb, grownMb);
    }, 20);
    try {
      const checked = await this.#ask('POST', 'import?name=people.csv', csv);
      await this.#work();
      if (checked.state !== 'applied') await this.#ask('POST', `import/${checked.import}/confirmation`);
      await this.#work();
      const { last } = await this.#ask('GET', 'import');
      if (checked.state !== 'applied' && last?.state !== 'applied') throw new Error(JSON.stringify(last));
    } finally {
      clearInterval(look);
    }
    return this.#line;
  }

  async #ask(method: 'GET' | 'POST', path: string, csv?: string) {
    const { house, outside, cohort } = this.#in;
    const authorization = await tabToken(outside, { ...NOOR, id: asId<never>('') } as never);
    const answer = await this.#step(() =>
      house.inject({
        ...{ method, url: `/api/cohorts/${cohort}/${path}` },
        headers: { authorization, ...(csv !== undefined && { 'content-type': 'text/csv' }) },
        ...(csv !== undefined && { payload: csv }),
      }),
    );
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  }

  async #work(): Promise<void> {
    const { ctx } = this.#in;
    const worker = createWorker({
      ...{ ctx, composeNotice, carryOut, pollMs: 1, rate: freely },
      messenger: sendingBy(async () => ({ state: 'sent', activity: '1' })),
    });
    while ((await this.#step(() => worker.runOnce())) > 0);
  }

  /** A piece of the import, then the bare calls, in tables that hold as much; rows that do not stay come after. */
  async #step<R>(work: () => Promise<R>): Promise<R> {
    const { log, mirror } = this.#in;
    log.forget();
    let answer: R | undefined;
    const startedMs = performance.now();
    const longestMs = await longestTurnMs(async () => {
      answer = await work();
    });
    this.#line.seconds += (performance.now() - startedMs) / 1000;
    this.#line.longestMs = Math.max(this.#line.longestMs, longestMs);
    this.#line.calls += log.tables;
    const [bare, rest] = this.#isFirst ? partedBy(staysOf, log.calls) : [[...log.calls], []];
    const bareMs = performance.now();
    await mirror.repeat(bare, AT_ONCE);
    this.#line.bareSeconds += (performance.now() - bareMs) / 1000;
    await mirror.repeat(rest, AT_ONCE);
    return answer as R;
  }
}

/** It writes what stays of people: who they are, what is said of them, their addresses, their places. */
const staysOf = (call: Call): boolean =>
  call.does === 'commit' &&
  call.changes.some(({ key }) => /^(person|said_|member_)/.test(key) || key.includes('@'));

const partedBy = (isIn: (call: Call) => boolean, calls: readonly Call[]): [Call[], Call[]] => [
  calls.filter(isIn),
  calls.filter((call) => call.does === 'commit' && !isIn(call)),
];

function sayLines(lines: readonly Line[]): void {
  table(
    ['import', 'seconds', 'bare calls', 'ratio', 'calls a line', 'longest turn', 'memory'],
    lines.map(({ name, lines: count, seconds, bareSeconds, calls, longestMs, grownMb }) => [
      ...[name, seconds.toFixed(1), bareSeconds.toFixed(1), x(seconds / bareSeconds)],
      ...[(calls / count).toFixed(2), inMs(longestMs), `+${grownMb.toFixed(0)} MB`],
    ]),
  );
}

function verdictsOn({ name, lines, seconds, bareSeconds, calls, longestMs }: Line): Verdict[] {
  const ratio = seconds / bareSeconds;
  return [
    { name: `${name}, time:`, wanted: `≤ ${SLOWEST} ×`, measured: x(ratio), isMet: ratio <= SLOWEST },
    {
      ...{ name: `${name}, calls of tables a line:`, wanted: `≤ ${MOST_CALLS}` },
      ...{ measured: (calls / lines).toFixed(2), isMet: calls / lines <= MOST_CALLS },
    },
    {
      ...{ name: `${name}, longest turn:`, wanted: `≤ ${LONGEST_MS} ms` },
      ...{ measured: inMs(longestMs), isMet: longestMs <= LONGEST_MS },
    },
  ];
}
