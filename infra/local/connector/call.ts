import type { FastifyRequest } from 'fastify';
import { PEOPLE, type SeededPerson } from '#local/teams/people.ts';
import { hasApp, type LocalTeams } from '#local/teams/teams.ts';
import { connectorError } from './faults.ts';

/** One call of the bot. */
export type Call = FastifyRequest<{
  Params: Record<'chat' | 'activity' | 'member' | 'meeting', string>;
  Body: Record<string, unknown> | null;
  Querystring: Record<string, string>;
}>;

/** What came of one call of the bot. `activity` is set when something was taken. */
export interface CallAnswer {
  status: number;
  body: unknown;
  chat?: string;
  activity?: string;
  activityType?: string;
  gist?: string;
}

/** An error of the connector as the outcome of a call. */
export const refused = (status: number, code?: string): CallAnswer => ({
  status,
  body: connectorError(status, code),
});

/** An unknown chat is 404; a person without the app is 403, as Teams says it. */
export function whyNot(teams: LocalTeams, chat: string): CallAnswer | undefined {
  if (teams.meetings.find(chat)?.chatId === chat) return undefined;
  const person = PEOPLE.find(({ chatId }) => chatId === chat);
  if (!person) return refused(404);
  return hasApp(teams, person) ? undefined : refused(403);
}

/** Who is in a chat, in the order of the people. */
export const membersOf = (teams: LocalTeams, chat: string): SeededPerson[] => {
  const keys = teams.meetings.find(chat)?.people;
  return PEOPLE.filter((person) => (keys ? keys.includes(person.key) : person.chatId === chat));
};
