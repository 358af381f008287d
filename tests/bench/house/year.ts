import {
  asId,
  type GoalId,
  type OccurrenceId,
  type PairId,
  type PersonId,
  toInstant,
} from '#domain/basics/ids.ts';
import { PROMPTS } from '#domain/meetings/prompts/library.ts';
import type { TestContext } from '#tests/fakes/context.ts';
import { Partition } from '#usecases/story/partition.ts';

/** Whose year it is. */
interface Lived {
  executive: { id: PersonId };
  mentor: { id: PersonId };
  pair: PairId;
  goal: GoalId;
}

const DAY_MS = 86_400_000;
/** Every two weeks, with a summer. */
const MEETINGS = 24;
const EVERY_DAYS = 14;
const PROMPTS_EACH = 4;
const WORDS = 'How the quarter looks from the second floor, and whom to ask about it.';

/** What a year leaves in a pair: 24 meetings with what two people say, draw, jot and note around each; about 300 rows. */
export async function livesAYear(ctx: TestContext, { executive, mentor, pair, goal }: Lived): Promise<void> {
  const nowMs = ctx.clock.now();
  for (let n = 1; n <= MEETINGS; n++) {
    const rows = await Partition.open(ctx, 'pairs', pair);
    const startMs = nowMs - n * EVERY_DAYS * DAY_MS;
    const at = toInstant(startMs);
    const endedAt = toInstant(startMs + 3_600_000);
    const occurrence = asId<OccurrenceId>(`met-${n}`);
    rows.create('meeting', occurrence, {
      ...{ occurrence, teamsMeeting: '', teamsChat: '', startedAt: at, plannedEnd: endedAt },
      ...{ state: 'ended', endedAt, hasBegun: true },
    });
    for (const { id } of [executive, mentor]) {
      rows.create('feedback', `${occurrence}_${id}`, {
        ...{
          occurrence,
          person: id,
          worthTheHour: 4,
          learned: WORDS,
          surprised: '',
          shared: id === mentor.id,
        },
        ...{ balanced: 'yes', candid: 'partly', goOn: 'yes', at: endedAt, from: 'card' },
      });
      const learning = asId<never>(`learning-${n}-${id}`);
      rows.create('learning', learning, {
        ...{ learning, writer: id, kind: 'learned', text: WORDS, shared: true, at: endedAt, seq: 1 },
      });
      const exchange = asId<never>(`exchange-${n}-${id}`);
      rows.create('exchange', exchange, {
        ...{ exchange, by: id, to: id === mentor.id ? executive.id : mentor.id, kind: 'skill' },
        ...{ text: WORDS, writer: id, at: endedAt },
      });
    }
    const jotting = asId<never>(`jotting-${n}`);
    rows.create('jotting', jotting, {
      ...{ jotting, person: mentor.id, occurrence, text: WORDS, shared: n % 2 === 0, at, seq: 1 },
    });
    const step = rows.find('goal', goal)?.value;
    if (step) {
      const next = { ...step, confidence: 1 + (n % 5), seq: step.seq + 1, at: endedAt };
      rows.put('goal', goal, next);
      rows.create('goalstep', `${goal}_${String(next.seq).padStart(4, '0')}`, next);
    }
    for (const { id } of PROMPTS.slice(n * PROMPTS_EACH, (n + 1) * PROMPTS_EACH))
      rows.put('prompt', id, { prompt: id, drawn: n, state: n % 3 ? 'drawn' : 'kept', at });
    await rows.commit();
  }
}
