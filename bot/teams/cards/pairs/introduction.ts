import type { IntroductionAnswer } from '#domain/pairs/pair.ts';
import {
  bullets,
  type Drawn,
  draw,
  heading,
  listNames,
  moment,
  plain,
  press,
  type Reader,
  subheading,
} from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import { readerOf, sayReasons } from '#usecases/pairs/reasons.ts';
import { several, severalIn } from '#words/several.ts';
import type { Words } from '#words/words.ts';

/** Somebody to meet, with the reasons in plain words. Says until when, and that an answer stays private. */
export function introductionCard(
  facts: Extract<PairFacts, { kind: 'introduction' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const partners = listNames(facts.partners, reader);
  const count = facts.partners.length;
  const group = severalIn(facts);
  const why = facts.reasons.length ? [subheading(words('bot:introduction.whyTitle', group))] : [];
  const lead = facts.askedBy ? 'asked' : facts.role;
  const names = { ...(facts.askedBy && { name: facts.askedBy }), executive: facts.executive };
  const answer = (answer: IntroductionAnswer, style?: 'positive') =>
    press(words(`bot:introduction.${answer}`), 'pair.answer', { pair: facts.pair, answer }, { style });
  return draw(reader, words('bot:introduction.summary', { partners, ...group }), {
    body: [
      heading(words('bot:introduction.title', several(count))),
      ...plain(words(`bot:introduction.lead_${lead}`, { cohort: facts.cohortName, ...names, ...group })),
      ...plain(partners, { size: 'Large', weight: 'Bolder' }),
      ...why,
      ...bullets(sayReasons(words, facts.reasons, readerOf(facts.role, count))),
      ...plain(words('bot:introduction.private', { when: moment(facts.answerBy, reader), ...group }), {
        isSubtle: true,
      }),
    ],
    actions: [answer('yes', 'positive'), answer('meetFirst'), answer('notThisTime')],
  });
}
