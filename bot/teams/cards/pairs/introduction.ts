import type { Said } from '#domain/pairs/pair.ts';
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
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { Words } from '#words/words.ts';

/** Somebody to meet, with the reasons in plain words. Says until when, and that an answer stays private. */
export function introductionCard(
  view: Extract<NoticeView, { kind: 'introduction' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const partners = listNames(view.partners, reader);
  const why = view.reasons.length ? [subheading(words('bot:introduction.whyTitle'))] : [];
  const lead = view.askedBy ? 'asked' : view.role;
  const answer = (answer: Said, style?: 'positive') =>
    press(words(`bot:introduction.${answer}`), 'pair.answer', { pair: view.pair, answer }, { style });
  return draw(reader, words('bot:introduction.summary', { partners }), {
    body: [
      heading(words('bot:introduction.title')),
      ...plain(words(`bot:introduction.lead_${lead}`, { cohort: view.cohortName, name: view.askedBy ?? '' })),
      ...plain(partners, { size: 'Large', weight: 'Bolder' }),
      ...why,
      ...bullets(view.reasons),
      ...plain(words('bot:introduction.private', { when: moment(view.answerBy, reader) }), {
        isSubtle: true,
      }),
    ],
    actions: [answer('yes', 'positive'), answer('meetFirst'), answer('notThisTime')],
  });
}
