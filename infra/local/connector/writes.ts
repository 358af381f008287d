import type { NewMessage } from '#local/teams/chats.ts';
import { findPerson } from '#local/teams/people.ts';
import { hasApp, type LocalTeams } from '#local/teams/teams.ts';
import { TENANT_ID } from '#local/teams/tenant.ts';
import { type Call, type CallAnswer, membersOf, refused, whyNot } from './call.ts';

interface SentActivity {
  type?: string;
  text?: string;
  textFormat?: NewMessage['textFormat'];
  speak?: string;
  attachments?: { contentType?: string; content?: unknown }[];
  suggestedActions?: { actions?: { title?: string; value?: unknown }[] };
  replyToId?: string;
}

/** Teams refuses messages over about 100 KB, counted in UTF-16. */
const LARGEST_BYTES = 102_400;
const CARD = 'application/vnd.microsoft.card.adaptive';

/** A personal chat for exactly one member of the tenant; the same member always gets the same chat. */
export function createConversation(teams: LocalTeams, { body }: Call): CallAnswer {
  const members = (body?.members ?? []) as { id?: string }[];
  const person = findPerson(members[0]?.id ?? '');
  if (members.length !== 1 || body?.isGroup === true || !body?.tenantId) return refused(400);
  if (!person || body.tenantId !== TENANT_ID) return refused(403, 'BotNotInConversationRoster');
  if (!hasApp(teams, person)) return refused(403, 'BotNotInConversationRoster');
  const sent = body.activity ? take(teams, person.chatId, body.activity as SentActivity) : undefined;
  return {
    ...sent,
    status: 201,
    chat: person.chatId,
    body: { id: person.chatId, activityId: sent?.activity, serviceUrl: teams.serviceUrl },
  };
}

export function sendActivity(teams: LocalTeams, { params, body }: Call): CallAnswer {
  const no = whyNot(teams, params.chat);
  if (no) return no;
  if (isTooLarge(body)) return refused(413);
  return take(teams, params.chat, { replyToId: params.activity, ...body });
}

export function updateActivity(teams: LocalTeams, { params, body }: Call): CallAnswer {
  const no = whyNot(teams, params.chat);
  if (no) return no;
  const message = teams.chats.find(params.chat, params.activity);
  if (message?.from !== 'bot') return refused(404, 'ActivityNotFoundInConversation');
  if (isTooLarge(body)) return refused(413);
  const activity = (body ?? {}) as SentActivity;
  teams.chats.change(message, contentOf(activity));
  return taken(200, params.chat, message.id, activity);
}

export function deleteActivity(teams: LocalTeams, { params }: Call): CallAnswer {
  const message = teams.chats.find(params.chat, params.activity);
  if (message?.from !== 'bot') return refused(404, 'ActivityNotFoundInConversation');
  teams.chats.change(message, { text: '', cards: [], suggestions: [], deleted: true });
  return { status: 200, body: {}, chat: params.chat, activity: message.id, activityType: 'delete' };
}

/** Takes an activity into the chat. Typing shows and passes; everything that is not a message leaves no trace. */
function take(teams: LocalTeams, chat: string, activity: SentActivity): CallAnswer {
  if (activity.type === 'message') {
    const message = teams.chats.add({ chat, from: 'bot', ...contentOf(activity) });
    return taken(201, chat, message.id, activity);
  }
  if (activity.type === 'typing') {
    const people = membersOf(teams, chat).map(({ key }) => key);
    teams.events.tell({ kind: 'typing', chat, people });
  }
  return taken(201, chat, String(teams.clock.now()), activity);
}

const taken = (status: number, chat: string, id: string, activity: SentActivity): CallAnswer => ({
  status,
  body: { id },
  chat,
  activity: id,
  activityType: activity.type ?? '',
  gist: gistOf(activity),
});

const contentOf = (activity: SentActivity): Omit<NewMessage, 'chat' | 'from'> => ({
  text: activity.text ?? '',
  textFormat: activity.textFormat ?? 'markdown',
  cards: (activity.attachments ?? [])
    .filter(({ contentType }) => contentType === CARD)
    .map(({ content }) => content as object),
  suggestions: (activity.suggestedActions?.actions ?? []).map(({ title, value }) => ({
    title: title ?? String(value),
    value: String(value ?? title),
  })),
  ...(activity.replyToId ? { replyTo: activity.replyToId } : {}),
});

/** The first words of a message, for the log. */
function gistOf(activity: SentActivity): string {
  const card = JSON.stringify(activity.attachments?.[0]?.content ?? {});
  const first = /"text":"((?:[^"\\]|\\.)*)"/.exec(card)?.[1] ?? '';
  return (activity.text || activity.speak || first).slice(0, 200);
}

const isTooLarge = (body: unknown): boolean => JSON.stringify(body ?? {}).length * 2 > LARGEST_BYTES;
