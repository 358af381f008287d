import type { ChatMessage, PressAnswer, PressBody, SaidAnswer } from '#local/contract.ts';
import { invokeActivity, submitActivity, textActivity } from '#local/teams/activities.ts';
import type { SeededPerson } from '#local/teams/people.ts';
import { hasApp, type LocalTeams } from '#local/teams/teams.ts';
import { LocalRefusal } from './localRefusal.ts';

/** A person writes to the bot. Answers when the bot has answered the post. */
export async function say(teams: LocalTeams, person: SeededPerson, text: string): Promise<SaidAnswer> {
  needApp(teams, person);
  const message = teams.chats.add(said(person, text));
  const { status } = await teams.post(textActivity(teams, person, message));
  return { message, status };
}

/** A person presses a button of a card: the inputs join the button's data, as in Teams. */
export async function press(teams: LocalTeams, person: SeededPerson, body: PressBody): Promise<PressAnswer> {
  needApp(teams, person);
  const message = teams.chats.findAnywhere(body.message);
  if (!message) throw new LocalRefusal(404, `There is no message ${body.message}.`);
  const chat = body.chat ?? message.chat;
  const data =
    typeof body.action.data === 'object' ? { ...body.action.data, ...body.inputs } : body.action.data;
  if (body.action.type === 'Action.Execute') {
    const action = {
      type: body.action.type,
      id: body.action.id,
      verb: body.action.verb,
      data: data ?? body.inputs,
    };
    const answer = await teams.post(invokeActivity(teams, person, { chat, message: message.id, action }));
    return showAnswer(teams, message, answer);
  }
  return submit(teams, person, { chat, message: message.id, value: data ?? body.inputs ?? {} });
}

/** Some buttons speak for the person (`imBack`, `messageBack`): the chat shows what they say. */
async function submit(
  teams: LocalTeams,
  person: SeededPerson,
  pressed: { chat: string; message: string; value: unknown },
): Promise<PressAnswer> {
  const spoken = (pressed.value as { msteams?: Record<string, unknown> }).msteams ?? {};
  const word = (name: string): string => (typeof spoken[name] === 'string' ? spoken[name] : '');
  if (spoken.type === 'imBack') {
    const { status } = await say(teams, person, word('value'));
    return { status, kind: status >= 200 && status < 300 ? 'none' : 'error' };
  }
  const shown = word('displayText');
  if (shown) teams.chats.add(said(person, shown));
  const { status } = await teams.post(submitActivity(teams, person, { ...pressed, text: word('text') }));
  return status >= 200 && status < 300 ? { status, kind: 'none' } : failed(status);
}

/** What the bot answers to Action.Execute: another card in the place of the first, or a sentence. */
function showAnswer(
  teams: LocalTeams,
  message: ChatMessage,
  { status, body }: { status: number; body: unknown },
): PressAnswer {
  const { type, value } = (body ?? {}) as { type?: string; value?: unknown };
  if (type === 'application/vnd.microsoft.card.adaptive') {
    const card = value as object;
    // The bot may have changed or removed the message itself while it worked.
    const newest = teams.chats.findAnywhere(message.id) ?? message;
    return { status, kind: 'card', card, message: teams.chats.change(newest, { cards: [card] }) };
  }
  if (type === 'application/vnd.microsoft.activity.message')
    return value ? { status, kind: 'message', text: String(value) } : { status, kind: 'none' };
  if (type === 'application/vnd.microsoft.error')
    return { ...failed(status), text: (value as { message?: string }).message ?? failed(status).text };
  return status >= 200 && status < 300 ? { status, kind: 'none' } : failed(status);
}

const failed = (status: number) => ({
  status,
  kind: 'error' as const,
  text: status === 0 ? 'The bot could not be reached. Try again.' : 'Something went wrong. Try again.',
});

const said = (person: SeededPerson, text: string) => ({
  chat: person.chatId,
  from: person.key,
  text,
  textFormat: 'plain' as const,
  cards: [],
  suggestions: [],
});

const needApp = (teams: LocalTeams, person: SeededPerson): void => {
  if (!hasApp(teams, person)) throw new LocalRefusal(409, `${person.name} has not added Turntable.`);
};
