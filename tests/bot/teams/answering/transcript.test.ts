import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Line, Talk } from './transcript.ts';
import { FIRST } from './transcriptFirst.ts';
import { HELD_BACK } from './transcriptHeldBack.ts';
import { differences, faultOf } from './transcriptJudge.ts';
import { LATE } from './transcriptLate.ts';
import { Stage } from './transcriptStage.ts';

const stage = new Stage();

beforeAll(() => stage.open());
afterAll(() => stage.close());

const shownOf = ({ says, presses, ticks }: Line): string =>
  (says ?? `[${presses ?? ticks ?? 'own words'}]`).slice(0, 60);

/** Plays a talk to its end: each line that was not answered with one fitting message, and what was stored amiss. */
async function play(talk: Talk) {
  const visitor = await stage.enter(talk);
  const faults: string[] = [];
  for (const line of talk.lines) {
    const answers = await visitor.hear(line);
    const fault = answers.length === 1 ? faultOf(answers[0] ?? '', line, talk) : `${answers.length} answers`;
    if (fault) faults.push(`${shownOf(line)} → ${fault}`);
  }
  return { faults, amiss: differences(await visitor.profile(), talk.meant) };
}

describe('the real bot', { timeout: 60_000 }, () => {
  it.each([...FIRST, ...HELD_BACK, ...LATE])(
    'understands $name, turn by turn, and keeps exactly what was meant',
    async (talk) => {
      const { faults, amiss } = await play(talk);
      expect(faults).toEqual([]);
      expect(amiss).toEqual({});
      expect(stage.bot.ctx.log.errors).toEqual([]);
      expect(stage.teams.unverified).toBe(0);
    },
  );

  it('explains, helps, tells who sees what and waits at every question, and loses its place at none', async () => {
    const talk = { name: 'Wilma Warum', role: 'mentor' } as const;
    const visitor = await stage.enter(talk);
    for (const asks of ['offers', 'wants', 'interests', 'meet', 'languages', 'excludes', 'review'] as const) {
      const lines: Line[] = [
        { says: 'Why do you ask?', asks, with: `why.${asks}` },
        { says: 'help', asks, with: `help.${asks}` },
        { says: 'who sees this?', asks, with: 'privacy' },
        { says: 'stop', asks: 'stopped' },
        { says: 'continue', asks, with: `welcomeBack.${asks}` },
        { says: 'hi', afterDays: 7, asks, with: `welcomeBack.${asks}` },
      ];
      for (const line of lines) {
        const [answer = '', ...more] = await visitor.hear(line);
        expect([faultOf(answer, line, talk), ...more], `${asks}: ${line.says}`).toEqual(['']);
      }
      await visitor.hear({ says: asks === 'offers' ? 'Excel' : 'skip', asks });
    }
  });
});

it('plays more than a hundred turns, and a straightforward person needs at most eight', () => {
  expect([...FIRST, ...HELD_BACK, ...LATE].flatMap(({ lines }) => lines).length).toBeGreaterThan(100);
  expect(FIRST[0]?.lines.filter(({ says }) => says).length).toBeLessThanOrEqual(8);
});
