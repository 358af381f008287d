import { Choice, ChoiceSetInput, TextInput, ToggleInput } from '@microsoft/teams.cards';
import {
  type CardElement,
  type Drawn,
  draw,
  heading,
  listNames,
  plain,
  press,
  type Reader,
  whoSees,
} from '#teams/cards/parts.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { Words } from '#words/words.ts';

/** Longest text of one field, as the API has it. */
export const FEEDBACK_LENGTH = 1000;

/** Twenty seconds after a meeting. Beside every field stands who can see it. */
export function feedbackCard(
  view: Extract<NoticeView, { kind: 'feedback' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const partners = listNames(view.partners, reader);
  const data = { pair: view.pair, occurrence: view.occurrence };
  return draw(reader, words('bot:feedback.summary', { partners }), {
    body: [
      heading(words('bot:feedback.title')),
      ...plain(words('bot:feedback.lead', { partners })),
      worth(words),
      whoSees(words('bot:feedback.whoFigure')),
      sentence('learned', words),
      whoSees(words('bot:feedback.whoShared')),
      sentence('surprised', words),
      whoSees(words('bot:feedback.whoShared')),
      choice('balanced', ['yes', 'partly', 'no'], words),
      whoSees(words('bot:feedback.whoFigure')),
      choice('candid', ['yes', 'partly', 'no'], words),
      whoSees(words('bot:feedback.whoFigure')),
      choice('goOn', ['yes', 'unsure', 'no'], words),
      whoSees(words('bot:feedback.whoMe')),
      new ToggleInput(words('bot:feedback.shared'), { id: 'shared', value: 'false', wrap: true }),
    ],
    actions: [
      press(words('bot:feedback.send'), 'feedback.give', data, { style: 'positive', withInputs: true }),
    ],
  });
}

const worth = (words: Words): CardElement =>
  new ChoiceSetInput(
    ...[5, 4, 3, 2, 1].map(
      (value) => new Choice({ title: words(`bot:feedback.worth${value}`), value: `${value}` }),
    ),
  ).withOptions({
    id: 'worthTheHour',
    label: words('bot:feedback.worthTheHour'),
    style: 'expanded',
    isRequired: true,
    errorMessage: words('bot:feedback.needed'),
    wrap: true,
  });

const choice = (id: string, values: string[], words: Words): CardElement =>
  new ChoiceSetInput(
    ...values.map((value) => new Choice({ title: words(`bot:feedback.${value}`), value })),
  ).withOptions({
    id,
    label: words(`bot:feedback.${id}`),
    placeholder: words('bot:feedback.optional'),
    style: 'compact',
    spacing: 'Medium',
    wrap: true,
  });

const sentence = (id: string, words: Words): CardElement =>
  new TextInput({
    id,
    label: words(`bot:feedback.${id}`),
    isMultiline: true,
    maxLength: FEEDBACK_LENGTH,
    spacing: 'Medium',
  });
