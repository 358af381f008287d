import { createHash } from 'node:crypto';
import { Refusal } from '#domain/basics/refusal.ts';
import { VERBS } from '#teams/verbs/index.ts';
import type { Answer, Presser, Ready } from '#teams/verbs/verb.ts';
import { faultOf } from '#usecases/story/fault.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { type Parts, speakerOf, strangerOf, type Turn } from './turn.ts';

/**
 * A button was pressed. Always answers with something kind: a rule's refusal in its own words, a lost race with
 * "press again", an unknown verb with a way on. What goes wrong on our side is thrown.
 */
export async function pressed(parts: Parts, turn: Turn, verb: string, data: unknown): Promise<Answer> {
  if (!turn.chat.isPersonal) return { text: strangerOf(parts, turn).words('bot:pressed.ownChat') };
  const speaker = await speakerOf(parts, turn);
  if (!speaker) return { text: strangerOf(parts, turn).words('bot:pressed.unknown') };
  const by: Presser = { ...speaker, parts };
  const ready = VERBS.get(verb);
  if (!ready) return { text: by.words('bot:pressed.unknown') };
  try {
    return { ...(await once(turn, ready(data), by)), person: by.person };
  } catch (error) {
    return { text: kindly(error, by), isOpen: true };
  }
}

/** A press that must count once per card counts once, however often it arrives. */
async function once(turn: Turn, ready: Ready, by: Presser): Promise<Answer> {
  if (!ready.once || !turn.card) return ready.run(by);
  const { presses } = by.parts;
  const id = createHash('sha256')
    .update([turn.chat.id, turn.card, by.person, ready.once].join('\n'))
    .digest('hex');
  const sight = await presses.begin(id);
  if (sight !== 'first') return { text: by.words(`bot:pressed.${sight === 'done' ? 'already' : 'busy'}`) };
  const answer = await ready.run(by).catch(async (error: unknown) => {
    await presses.release(id);
    throw error;
  });
  await presses.finish(id).catch((error: unknown) => {
    // What was pressed for has happened: the person is told so, whatever became of the mark.
    by.parts.ctx.log.warn({ err: faultOf(error) }, 'a press could not be marked as done');
  });
  return answer;
}

/** What a person hears when a rule or another person was in the way. */
export function kindly(error: unknown, { words }: Pick<Presser, 'words'>): string {
  if (error instanceof Refusal) return words(error.word, error.values);
  if (error instanceof Conflict) return words('bot:pressed.again');
  throw error;
}
