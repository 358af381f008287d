import type { FastifyInstance } from 'fastify';
import { SilentLog } from '#tests/fakes/log.ts';
import { HearingThread } from '#threads/hearing.ts';
import { deliver } from '../house/chat.ts';
import { table } from '../house/compare.ts';
import { aMessage } from '../house/connector.ts';
import { openHouse, startOutside } from '../house/server.ts';
import { aStage, startStorage } from '../house/storage.ts';
import type { Verdict } from '../house/verdicts.ts';
import { aWorld } from '../house/world.ts';
import { median, mostly, say } from '../measure.ts';

const EACH = 12;
const ROUNDS = 10;
const ANSWER = 'I get stage fright in front of a big room, and wonder how people use TikTok';
const MOST = { own: 1.5, others: 1.2 };

interface Times {
  own: number[];
  others: number[];
}

/** Turns with and without the model, in turns: the answer itself, and what others ask for meanwhile. */
export async function benchTurns(): Promise<Verdict[]> {
  const azurite = await startStorage();
  const outside = await startOutside();
  const hearing = new HearingThread(new SilentLog());
  try {
    const { serviceUrl } = outside.channel;
    const world = await aWorld({ people: 12, each: EACH, serviceUrl, start: new Date().toISOString() });
    const stage = await aStage(azurite, world, 'hearing');
    await hearing.warm();
    const houses = [
      await openHouse({ ...stage.ctx, readTopics: hearing.read }, outside),
      await openHouse(stage.ctx, outside),
    ] as const;
    const took = houses.map((): Times => ({ own: [], others: [] }));
    const turn = async (house: FastifyInstance, times: number[], payload: object) => {
      const startedMs = performance.now();
      await deliver(house, outside.channel, payload);
      times.push(performance.now() - startedMs);
    };
    const side = async (which: number, n: number) => {
      const [house, times] = [houses[which], took[which]];
      const [talking, other] = [world.talking[n], world.open[n]?.executive];
      if (!house || !times || !talking || !other) return;
      await Promise.all([
        turn(house, times.own, aMessage(outside.channel, talking, { text: ANSWER })),
        turn(house, times.others, aMessage(outside.channel, other, { text: 'help' })),
      ]);
    };
    for (let round = -1; round < ROUNDS; round++) {
      if (round === 0) for (const times of took) Object.assign(times, { own: [], others: [] });
      for (let n = 0; n < EACH; n++) for (const which of n % 2 ? [0, 1] : [1, 0]) await side(which, n);
      await stage.restore();
    }
    await Promise.all(houses.map((house) => house.close()));
    return verdictsOf(took);
  } finally {
    hearing.stop();
    outside.stop();
    await azurite.stop();
  }
}

function verdictsOf([meant, named]: Times[]): Verdict[] {
  if (!meant || !named) return [];
  say('A chat turn through the real entry, ms');
  const row = (name: string, times: number[]) => [name, median(times).toFixed(0), mostly(times).toFixed(0)];
  table(
    ['', 'p50', 'p95'],
    [
      row('an answer, by meaning', meant.own),
      row('an answer, by names', named.own),
      row('others meanwhile, by meaning', meant.others),
      row('others meanwhile, by names', named.others),
    ],
  );
  return (['own', 'others'] as const).map((whose) => {
    const ratio = mostly(meant[whose]) / mostly(named[whose]);
    const name =
      whose === 'own' ? 'A turn that is read, p95 with ÷ without' : 'Others’ turns, p95 with ÷ without';
    return {
      name,
      wanted: `≤ ${MOST[whose]} ×`,
      measured: `${ratio.toFixed(2)} ×`,
      isMet: ratio <= MOST[whose],
    };
  });
}
