import { askedList } from '#domain/enrolment/conversation.ts';
import type { Heard } from '#domain/hearing/heard.ts';
import { recogniseWays } from '#domain/profile/everydayAnswers.ts';
import type { ConversationState, Line, Offer, Picked } from './conversation.ts';
import type { Hearing } from './heardAnswer.ts';
import { say, stepOf } from './turn.ts';

/** What a message may have meant beside what was noted; undefined when there is nothing to ask about. */
export function offerOf(state: ConversationState, heard: Heard, hearing: Hearing): Offer | undefined {
  const list = askedList(stepOf(state));
  const isSaidElse =
    hearing.excluded.some((name) => heard.own.includes(name)) ||
    (hearing.answers.has('meet') && recogniseWays(heard.own) !== undefined);
  const own =
    list &&
    !isSaidElse &&
    hearing.added.length + hearing.removed.length === 0 &&
    heard.acts.length === 0 &&
    !hearing.byAge
      ? heard.own
      : '';
  if (hearing.offered.length === 0 && own === '') return undefined;
  return {
    id: state.heardAt,
    topics: hearing.offered,
    ...(own !== '' && list && { own: { list, written: own } }),
  };
}

/** There is one thing to confirm or to leave. */
export const isSingle = ({ topics, own }: Offer): boolean => topics.length + (own ? 1 : 0) === 1;

/** One card: nothing is ticked, own words stand in a field, and whoever ignores it simply goes on. */
export function offerLine(offer: Offer): Line {
  const word = offer.topics.length === 0 ? 'offer.own' : offer.own ? 'offer.either' : 'offer.topics';
  return {
    ...say(word),
    choices: {
      topics: offer.topics.map((choice) => ({ ...choice, title: { word: `topics:${choice.topic}` } })),
      of: { offer: offer.id },
      ...(offer.own && { own: offer.own }),
    },
  };
}

const THOSE = '(?:those|these|them|of them|of those|of these|topics?)';
const ALL = new RegExp(
  `^\\W*(?:yes\\W+)?(?:all|both|all ${THOSE}|both ${THOSE}|yes(?: both| all|,? ${THOSE})|exactly ${THOSE})\\W*$`,
  'i',
);
const NONE = new RegExp(
  `^\\W*(?:none|neither|no,? none|none ${THOSE}|neither ${THOSE}|not ${THOSE})\\W*$`,
  'i',
);
const ONE =
  /^\W*(?:the )?(?:(first|former|1st)|(second|2nd)|(third|3rd)|(fourth|4th)|(last|latter))(?: one)?\W*$/i;

/** What "both", "the second one" or "none of those" says right after something was offered; else nothing. */
export function pickedIn(text: string, { memo }: ConversationState): Picked | undefined {
  const topics = memo.offer?.topics ?? [];
  if (topics.length === 0) return undefined;
  if (ALL.test(text)) return { topics, own: '' };
  if (NONE.test(text)) return { topics: [], own: '' };
  const place = ONE.exec(text)?.slice(1).findIndex(Boolean);
  if (place === undefined) return undefined;
  const one = topics.at(place === 4 ? -1 : place);
  return one && { topics: [one], own: '' };
}
