import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { etagOf, watchPanel } from '#usecases/meetings/panel.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';
import { countsOf, type Line } from './actions.ts';
import { compare } from './compare.ts';
import { type Outside, openHouse, tabToken } from './server.ts';
import type { Stage } from './storage.ts';
import { callsGoal, type Verdict } from './verdicts.ts';
import { GOAL, type Member, type World } from './world.ts';

interface Write {
  name: string;
  most: number;
  make(world: World, n: number): { by: Member; method: 'POST' | 'PUT'; url: string; payload: object };
}

const at = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;

const WRITES: readonly Write[] = [
  {
    ...{ name: 'a new goal (POST)', most: 4 },
    make: ({ open }, n) => {
      const { executive: by, pair } = at(open, n);
      return { by, method: 'POST', url: `/api/pairs/${pair}/goals`, payload: GOAL };
    },
  },
  {
    ...{ name: 'a reworded goal (PUT)', most: 4 },
    make: ({ open }, n) => {
      const { executive: by, pair, goal } = at(open, n);
      const payload = { ...GOAL, confidence: 4 };
      return { by, method: 'PUT', url: `/api/pairs/${pair}/goals/${goal}`, payload };
    },
  },
  {
    ...{ name: 'an answered introduction', most: 4 },
    make: ({ introduced }, n) => {
      const { executive: by, pair } = at(introduced, n);
      return { by, method: 'POST', url: `/api/pairs/${pair}/answer`, payload: { answer: 'yes' } };
    },
  },
];

/** Saving through the real server, against nothing but the calls of the storage SDK. */
export async function benchWrites(stage: Stage, outside: Outside): Promise<Line[]> {
  const house = await openHouse(stage.ctx, outside);
  const lines: Line[] = [];
  for (const { name, make } of WRITES) {
    const { by } = make(stage.world, 0);
    const tokens = new Map([[by.id, await tabToken(outside, by)]]);
    const save = async (n: number) => {
      const asked = make(stage.world, n);
      return inject(house, asked, tokens.get(asked.by.id) ?? '');
    };
    for (let n = 1; n < stage.world.open.length; n++) {
      const { by } = make(stage.world, n);
      tokens.set(by.id, await tabToken(outside, by));
    }
    stage.log.forget();
    await save(0);
    const calls = countsOf(stage.log);
    const replay = await stage.bare.replay([...stage.log.calls]);
    await stage.restore();
    const how = { rounds: 5, each: stage.world.open.length, between: () => stage.restore() };
    const compared = await compare(save, replay, how);
    lines.push({ name, compared, calls });
  }
  await house.close();
  return [...lines, await benchLook(stage)];
}

async function inject(
  server: FastifyInstance,
  { method, url, payload }: ReturnType<Write['make']>,
  authorization: string,
): Promise<void> {
  const headers = { authorization, 'if-match': '"1"' };
  const answer = await server.inject({ method, url, headers, payload });
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
}

const LOOKS = 20;

/** A panel that waits: its looks a millisecond apart, against the same timer and the bare read. */
async function benchLook({ world, ctx, log, bare }: Stage): Promise<Line> {
  const { executive, pair, occurrence } = at(world.open, 0);
  const watch = async (after: string, waitMs: number) => {
    const asked = { occurrence, after, signal: new AbortController().signal, everyMs: 1, waitMs };
    return watchPanel(readingOnce(ctx), executive.id, pair, asked);
  };
  const after = etagOf((await watch('', 0)).panel);
  log.forget();
  await watch(after, 1);
  const [opened, looked] = [log.calls.slice(0, -1), log.calls.slice(-1)];
  const [open, look] = [await bare.replay(opened), await bare.replay(looked)];
  const compared = await compare(
    () => watch(after, LOOKS),
    async () => {
      await open();
      for (let n = 0; n < LOOKS; n++) {
        await pause(1);
        await look();
      }
    },
    { rounds: 6, each: 4, between: async () => log.forget() },
  );
  for (const side of [compared.house, compared.bare]) {
    side.ms /= LOOKS;
    side.cpuMs /= LOOKS;
  }
  await watch(after, 1);
  log.calls.splice(0, opened.length);
  return { name: 'a look of a waiting panel', compared, calls: countsOf(log) };
}

const MOST = [...WRITES.map(({ most }) => most), 1];
export const writeVerdicts = (lines: readonly Line[]): Verdict[] =>
  lines.map((line, n) => callsGoal(line.name, line.calls.tables, MOST[n] ?? 0));
