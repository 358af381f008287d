import { greet } from '#usecases/enrolment/talk.ts';
import { findPerson, markChannel } from '#usecases/people/people.ts';
import { converse } from './converse.ts';
import { kindly } from './pressing.ts';
import { type Parts, speakerOf, strangerOf, type Turn } from './turn.ts';

/** Somebody wrote. In their own chat the conversation answers; elsewhere one line shows the way there. */
export async function wrote(parts: Parts, turn: Turn): Promise<void> {
  if (!turn.chat.isPersonal) return sayInGroup(parts, turn);
  const speaker = await speakerOf(parts, turn);
  if (!speaker) return;
  const by = { ...speaker, parts };
  try {
    const answer = await converse.hear(turn.text, by);
    if (answer) await turn.send(answer);
  } catch (error) {
    await turn.send({ text: kindly(error, by) });
  }
}

/** The bot was added. Installing arrives as two activities; the first of them is answered with a welcome. */
export async function installed(parts: Parts, turn: Turn): Promise<void> {
  if (!turn.chat.isPersonal) {
    await helloOnce(parts, turn);
    return;
  }
  const speaker = await speakerOf(parts, turn);
  if (!speaker?.isNew) return;
  const welcome = converse.show(await greet(parts.ctx, speaker.person), speaker);
  if (welcome) await turn.send(welcome);
}

async function helloOnce(parts: Parts, turn: Turn): Promise<void> {
  const hello = `hello ${turn.chat.id}`;
  if ((await parts.activities.begin(hello)) !== 'first') return;
  try {
    await sayInGroup(parts, turn);
  } catch (error) {
    await parts.activities.release(hello);
    throw error;
  }
  await parts.activities.finish(hello);
}

/** The app was removed by its person: nothing is sent there until they come back. */
export async function uninstalled({ ctx }: Parts, turn: Turn): Promise<void> {
  if (!turn.chat.isPersonal || !turn.from.directoryId) return;
  const person = await findPerson(ctx, 'oid', turn.from.directoryId);
  if (person) await markChannel(ctx, person, 'uninstalled');
}

const sayInGroup = (parts: Parts, turn: Turn): Promise<void> =>
  turn.send({ text: strangerOf(parts, turn).words('bot:group.hello') });
