import { isOnlyTalk } from '#domain/hearing/smallTalk.ts';
import { maybeTopics } from '#domain/hearing/topics/topicSearch.ts';
import { findTopic } from '#domain/hearing/topics/topics.ts';
import { labelOf, TOPIC_LISTS } from '#domain/profile/labels.ts';
import type { ConversationState } from './conversation.ts';
import { ask, detour, type Reaction, type Situation, say, stayWith, stepOf, withHere } from './turn.ts';

/** Words that are heard as this topic and nothing else. */
const nameOf = (id: string): string => findTopic(id)?.synonyms[0] ?? id;

/** "Do you mean Social media or Public speaking?", once a question, where words point at topics but not clearly. */
export function askMaybe(state: ConversationState, text: string, facts: Situation): Reaction | undefined {
  const isTopicStep = TOPIC_LISTS.some((list) => list === stepOf(state));
  if (!isTopicStep || state.memo.here.maybe || isOnlyTalk(text)) return undefined;
  const topics = maybeTopics(text);
  if (topics.length === 0) return undefined;
  const [first = '', second = ''] = topics.map((topic) => labelOf(topic, facts.profile, facts.speech));
  const question = say(second ? 'maybe.two' : 'maybe.one', { first, second });
  const leave = (ask(state, facts).at(-1)?.buttons ?? []).slice(-3);
  const buttons = [...topics.map((id) => ({ title: { word: `topics:${id}` }, hears: nameOf(id) })), ...leave];
  const asked = withHere(state, { isRepeated: true, maybe: topics });
  return stayWith(detour(asked), [{ ...question, buttons }]);
}

const BOTH = /^\W*(?:yes|yeah|yep|both|exactly|right|correct|that['’]?s (?:it|right))\b.{0,20}$/i;
const FIRST = /^\W*(?:the )?(?:first|former|1(?:st)?)\b.{0,10}$/i;
const SECOND = /^\W*(?:the )?(?:second|latter|last|2(?:nd)?)\b.{0,10}$/i;

/** What "yes", "both" or "the second" says after the question; nothing when it says something else. */
export function chosenMaybe(state: ConversationState, text: string): string | undefined {
  const names = (state.memo.here.maybe ?? []).map(nameOf);
  if (names.length === 0) return undefined;
  if (BOTH.test(text)) return names.join(', ');
  return FIRST.test(text) ? names[0] : SECOND.test(text) ? names[1] : undefined;
}
