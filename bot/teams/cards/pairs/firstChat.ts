import {
  type Drawn,
  draw,
  heading,
  listNames,
  moment,
  openTab,
  plain,
  press,
  programme,
  type Reader,
  withReader,
} from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import { several } from '#words/several.ts';
import type { Words } from '#words/words.ts';

/** All would like to meet: the same words for everybody, whoever wanted to meet before deciding. */
export function firstChatCard(
  facts: Extract<PairFacts, { kind: 'firstChat' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = {
    ...withReader(facts.partners, reader),
    when: moment(facts.answerBy, reader),
    ...several(facts.partners.length),
  };
  return draw(reader, words('bot:firstChat.summary', values), {
    body: [
      heading(words('bot:firstChat.title')),
      ...programme(facts.cohortName),
      ...plain(words('bot:firstChat.lead', values)),
      ...plain(words('bot:firstChat.next', values)),
    ],
    actions: [openTab(words('bot:firstChat.plan'), reader, `pair/${facts.pair}`)],
  });
}

/** Time for a first chat has passed, and this reader has not decided. */
export function decideCard(
  facts: Extract<PairFacts, { kind: 'decide' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { partners: listNames(facts.partners, reader), when: moment(facts.answerBy, reader) };
  const answer = (answer: 'yes' | 'notThisTime', style?: 'positive') =>
    press(words(`bot:decide.${answer}`), 'pair.answer', { pair: facts.pair, answer }, { style });
  return draw(reader, words('bot:decide.summary', values), {
    body: [
      heading(words('bot:decide.title')),
      ...programme(facts.cohortName),
      ...plain(words('bot:decide.lead', values)),
      ...plain(words('bot:decide.private', values), { isSubtle: true }),
    ],
    actions: [
      answer('yes', 'positive'),
      answer('notThisTime'),
      openTab(words('bot:decide.plan'), reader, `pair/${facts.pair}`),
    ],
  });
}
