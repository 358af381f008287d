import { Choice, ChoiceSetInput, TextInput, ToggleInput } from '@microsoft/teams.cards';
import { FEEDBACK_TEXT_MAX, GO_ON, WORTH, YES_PARTLY_NO } from '#domain/meetings/feedback.ts';
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
import type { MeetingFacts } from '#usecases/meetings/notices.ts';
import type { Words } from '#words/words.ts';

/** Twenty seconds after a meeting. Beside every field stands who can see it. */
export function feedbackCard(facts: MeetingFacts, words: Words, reader: Reader): Drawn {
  const partners = listNames(facts.partners, reader);
  const data = { pair: facts.pair, occurrence: facts.occurrence };
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
      choice('balanced', YES_PARTLY_NO, words),
      whoSees(words('bot:feedback.whoFigure')),
      choice('candid', YES_PARTLY_NO, words),
      whoSees(words('bot:feedback.whoFigure')),
      choice('goOn', GO_ON, words),
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
    ...WORTH.toReversed().map(
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

const choice = (id: string, values: readonly string[], words: Words): CardElement =>
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
    maxLength: FEEDBACK_TEXT_MAX,
    spacing: 'Medium',
  });
