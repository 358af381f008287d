import { Choice, ChoiceSetInput, TextInput, ToggleInput } from '@microsoft/teams.cards';
import { FEEDBACK_FIELDS, FEEDBACK_TEXT_MAX } from '#domain/meetings/feedback.ts';
import {
  type CardElement,
  type Drawn,
  draw,
  heading,
  listNames,
  plain,
  press,
  programme,
  type Reader,
  whoSees,
} from '#teams/cards/parts.ts';
import type { MeetingFacts } from '#usecases/meetings/notices.ts';
import { askFeedback, type FeedbackAsked } from '#words/feedback.ts';
import type { Words } from '#words/words.ts';

/** Twenty seconds after a meeting. Beside every field stands who can see it. */
export function feedbackCard(facts: MeetingFacts, words: Words, reader: Reader): Drawn {
  const partners = listNames(facts.partners, reader);
  const data = { pair: facts.pair, occurrence: facts.occurrence };
  const asked = askFeedback(FEEDBACK_FIELDS, words, { names: words('feedback:yourPartner') });
  return draw(reader, words('bot:feedback.summary', { partners }), {
    body: [
      heading(words('bot:feedback.title')),
      ...programme(facts.cohortName),
      ...plain(words('bot:feedback.lead', { partners })),
      ...asked.flatMap((field) => elementsOf(field, words)),
    ],
    actions: [press(words('feedback:send'), 'feedback.give', data, { style: 'positive', withInputs: true })],
  });
}

/** Labels are read as Markdown: nobody's name stands in them. */
function elementsOf(field: FeedbackAsked, words: Words): CardElement[] {
  switch (field.kind) {
    case 'scale':
    case 'choice':
      return [choice(field, words), whoSees(words('feedback:who', { who: field.seen }))];
    case 'text':
      return [sentence(field), whoSees(words('feedback:who', { who: field.seen }))];
    case 'switch':
      return [new ToggleInput(field.label, { id: field.name, value: 'false', wrap: true })];
    default:
      return field.kind satisfies never;
  }
}

const choice = ({ name, kind, label, options }: FeedbackAsked, words: Words): CardElement => {
  const choices = options.map((one) => new Choice({ title: one.label, value: `${one.value}` }));
  const look =
    kind === 'scale'
      ? ({ style: 'expanded', isRequired: true, errorMessage: words('feedback:needed') } as const)
      : ({ style: 'compact', placeholder: words('feedback:optional') } as const);
  return new ChoiceSetInput(...choices).withOptions({
    id: name,
    label,
    spacing: 'Medium',
    wrap: true,
    ...look,
  });
};

const sentence = ({ name, label }: FeedbackAsked): CardElement =>
  new TextInput({ id: name, label, isMultiline: true, maxLength: FEEDBACK_TEXT_MAX, spacing: 'Medium' });
