import type { FastifyInstance } from 'fastify';
import { showPanel } from '#usecases/meetings/panel.ts';
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

/** A panel that waits: its looks, against the bare reads. */
async function benchLook({ world, ctx, log, bare }: Stage): Promise<Line> {
  const { executive, pair, occurrence } = at(world.open, 0);
  const { panel } = await showPanel(readingOnce(ctx), executive.id, pair, occurrence);
  const leaving = new AbortController();
  const waiting = ctx.changes.waitFor(pair, panel.turn, { waitMs: 600_000, signal: leaving.signal });
  // The first also tidies.
  await ctx.changes.look();
  log.forget();
  await ctx.changes.look();
  const look = await bare.replay(log.calls.slice());
  const compared = await compare(
    () => ctx.changes.look(),
    () => look(),
    { rounds: 20, each: 4, between: async () => log.forget() },
  );
  leaving.abort();
  await waiting;
  await ctx.changes.look();
  return { name: 'a look of a waiting panel', compared, calls: countsOf(log) };
}

const MOST = [...WRITES.map(({ most }) => most), 1];
export const writeVerdicts = (lines: readonly Line[]): Verdict[] =>
  lines.map((line, n) => callsGoal(line.name, line.calls.tables, MOST[n] ?? 0));
