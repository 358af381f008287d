import { countsOf, type Line } from './actions.ts';
import { openBareApi } from './bareServer.ts';
import { compare } from './compare.ts';
import { type Outside, openHouse, tabToken } from './server.ts';
import type { Stage } from './storage.ts';
import { callsGoal, type Verdict, worstGoal } from './verdicts.ts';

const HOMES = [
  { who: 'nothing', name: 'nothing', most: 2 },
  { who: 'one', name: 'one pair', most: 3 },
  { who: 'year', name: 'a pair of a full year', most: 3 },
  { who: 'three', name: 'three cohorts, two pairs', most: 4 },
] as const;

/** `GET /api/me` with a real token, against a route that checks the token and asks the same rows. */
export async function benchHome(stage: Stage, outside: Outside, people: string): Promise<Line[]> {
  const house = await openHouse(stage.ctx, outside);
  const lines: Line[] = [];
  for (const { who, name } of HOMES) {
    const me = stage.world.homes[who];
    const ask = async (server: typeof house, url: string, authorization: string) => {
      const answer = await server.inject({ url, headers: { authorization } });
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
      return answer.json();
    };
    let authorization = await tabToken(outside, me);
    stage.log.forget();
    const answer = await ask(house, '/api/me', authorization);
    const calls = countsOf(stage.log);
    const replay = await stage.bare.replay([...stage.log.calls]);
    const bare = await openBareApi(outside, replay, answer);
    const compared = await compare(
      () => ask(house, '/api/me', authorization),
      () => ask(bare, '/bare', authorization),
      {
        ...{ rounds: 8, each: 10 },
        // The server counts the requests of each token.
        between: async () => {
          stage.log.forget();
          authorization = await tabToken(outside, me);
        },
      },
    );
    await bare.close();
    lines.push({ name: `${people}: ${name}`, compared, calls });
  }
  await house.close();
  return lines;
}

export const homeVerdicts = (lines: readonly Line[]): Verdict[] => [
  worstGoal(
    'Home',
    '≤ 2 × its bare reads',
    lines.map((line) => ({ of: line.name, figure: line.compared.timeRatio })),
    (ratio) => ratio <= 2,
  ),
  ...lines.map((line, n) =>
    callsGoal(`home, ${line.name}`, line.calls.tables, HOMES[n % HOMES.length]?.most ?? 0),
  ),
];
