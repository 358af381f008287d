import type { Activity } from 'botbuilder';
import type { FastifyInstance } from 'fastify';
import { countsOf, type Line } from './actions.ts';
import { openEcho } from './bareServer.ts';
import { compare } from './compare.ts';
import { aMessage, aPress, type Channel } from './connector.ts';
import { type Outside, openHouse } from './server.ts';
import type { Stage } from './storage.ts';
import { callsGoal, type Verdict, worstGoal } from './verdicts.ts';
import { FEEDBACK, type World } from './world.ts';

interface Turn {
  name: string;
  most: number;
  /** What the n-th person sends. */
  make(world: World, channel: Channel, n: number): object;
}

const at = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;

export const TURNS: readonly Turn[] = [
  {
    ...{ name: '"help"', most: 6 },
    make: ({ open }, channel, n) => aMessage(channel, at(open, n).executive, { text: 'help' }),
  },
  {
    ...{ name: 'an answer while enrolling', most: 6 },
    make: ({ talking }, channel, n) =>
      aMessage(channel, at(talking, n), { text: 'generative AI, and how people use TikTok' }),
  },
  {
    ...{ name: 'a pressed feedback button', most: 8 },
    make: ({ open }, channel, n) => {
      const { executive, pair, occurrence } = at(open, n);
      return aPress(channel, executive, 'feedback.give', { ...FEEDBACK, pair, occurrence });
    },
  },
];

export async function deliver(server: FastifyInstance, channel: Channel, payload: object): Promise<string> {
  const headers = { authorization: channel.token };
  const { statusCode, body } = await server.inject({
    method: 'POST',
    url: '/api/messages',
    headers,
    payload,
  });
  if (statusCode !== 200) throw new Error(`a turn ended with ${statusCode} ${body}`);
  return body;
}

/** A turn through the real entry with a real token, four people at once, against botbuilder's bare echo. */
export async function benchChat(stage: Stage, outside: Outside): Promise<Line[]> {
  const { channel } = outside;
  const house = await openHouse(stage.ctx, outside);
  const echo = openEcho(channel);
  const lines: Line[] = [];
  for (const { name, make } of TURNS) {
    stage.log.forget();
    const ours = await turnOf(house, channel, make(stage.world, channel, 0));
    echo.turn = { work: await stage.bare.replay([...stage.log.calls]), says: ours.says };
    const calls = countsOf(stage.log);
    const theirs = await turnOf(echo.server, channel, make(stage.world, channel, 0));
    if (theirs.says.length !== ours.says.length || theirs.body !== ours.body)
      throw new Error(`the echo of ${name} says something else`);
    await stage.restore();
    const compared = await compare(
      (n) => deliver(house, channel, make(stage.world, channel, n)),
      (n) => deliver(echo.server, channel, make(stage.world, channel, n)),
      { rounds: 10, each: stage.world.open.length, atOnce: 4, between: () => stage.restore() },
    );
    lines.push({ name, compared, calls });
  }
  await Promise.all([house.close(), echo.server.close()]);
  if (stage.world.ctx.log.errors.length > 0) throw new Error(JSON.stringify(stage.world.ctx.log.errors[0]));
  return lines;
}

/** What one turn is answered with: messages through the connector, and the body of an invoke. */
async function turnOf(server: FastifyInstance, channel: Channel, payload: object) {
  const before = channel.sent;
  const body = await deliver(server, channel, payload);
  const { text, attachments, summary } = channel.last;
  const message = { type: 'message', ...(text ? { text } : {}), attachments, summary } as Partial<Activity>;
  const says = Array.from({ length: channel.sent - before }, () => message);
  if (body) says.push({ type: 'invokeResponse', value: { status: 200, body: JSON.parse(body) } });
  return { body, says };
}

export const chatVerdicts = (lines: readonly Line[]): Verdict[] => [
  worstGoal(
    'Chat turns per second',
    '≥ 0.80 of the echo',
    lines.map((line) => ({ of: line.name, figure: line.compared.rateRatio })),
    (ratio) => ratio >= 0.8,
  ),
  ...lines.map((line, n) => callsGoal(line.name, line.calls.tables, TURNS[n]?.most ?? 0)),
];
