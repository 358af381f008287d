import type { ChatMessage, LocalMeeting } from '#local/contract.ts';

/** What a page sees of the story: what the bot wrote to its contact, its mentor and its executive, and the meetings. */
export interface Seen {
  contact: readonly ChatMessage[];
  mentor: readonly ChatMessage[];
  executive: readonly ChatMessage[];
  meetings: readonly Pick<LocalMeeting, 'state'>[];
}

const fromBot = (chat: readonly ChatMessage[]): ChatMessage[] => chat.filter(({ from }) => from === 'bot');
const holds = (what: string) => (message: ChatMessage) => JSON.stringify(message.cards).includes(what);

/** Nobody waits for an answer to the invitation or to the bot's questions. */
function isThrough(chat: readonly ChatMessage[]): boolean {
  const said = fromBot(chat);
  const open = said.some((message) => !message.updatedAt && holds('enrolment.answer')(message));
  const last = said.at(-1);
  return last !== undefined && !open && !holds('conversation.say')(last);
}

/** Cards that lead to a pair and ask for no answer: that it is one, that its rules are signed. */
const pairNews = (chat: readonly ChatMessage[]): number =>
  fromBot(chat).filter((message) => holds('pair%2F')(message) && !holds('pair.answer')(message)).length;

/** How far the story ever came, and the step that is shown. */
interface Progress {
  farthest: number;
  shown: number;
}

/** A step once reached stays reached; what is shown goes along with the story, and stays when somebody looks back. */
export const goneOn = ({ farthest, shown }: Progress, reached: number): Progress =>
  reached > farthest ? { farthest: reached, shown: Math.max(shown, reached) } : { farthest, shown };

/** The name of the latest step that the story has come to, as far as it can be seen. */
export function reachedStep({ contact, mentor, executive, meetings }: Seen): string {
  const both = [...fromBot(mentor), ...fromBot(executive)];
  if (both.some(holds('announcement.reply'))) return 'insights';
  if (both.some(holds('feedback.give'))) return 'feedback';
  if (meetings.some(({ state }) => state !== 'planned')) return 'meeting';
  if (pairNews(mentor) > 1) return 'goals';
  if (pairNews(mentor) > 0) return 'agreement';
  if (both.some(holds('pair.answer'))) return 'introduction';
  if (isThrough(mentor) && isThrough(executive)) return 'round';
  if (both.some(holds('enrolment.answer'))) return 'join';
  return fromBot(contact).some(holds('contact.answer')) ? 'contact' : 'cohort';
}
