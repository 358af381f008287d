import {
  AdaptiveCard,
  Choice,
  ChoiceSetInput,
  Column,
  ColumnSet,
  ShowCardAction,
  TextInput,
  ToggleInput,
} from '@microsoft/teams.cards';
import { FEEDBACK_FIELDS, FEEDBACK_TEXT_MAX } from '#domain/meetings/feedback.ts';
import {
  type CardAction,
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
import type { MeetingAbout } from '#usecases/meetings/notices.ts';
import { askFeedback, type FeedbackAsked } from '#words/feedback.ts';
import type { Words } from '#words/words.ts';
import { faceImage, faceWord, fiveFaces } from './faces.ts';
import { toldLine } from './told.ts';

const dataOf = ({ pair, occurrence }: MeetingAbout) => ({ pair, occurrence });

/** One tap after a meeting sends it. `isChange`: the face that was chosen gives way to another. */
export function facesCard(
  facts: MeetingAbout,
  words: Words,
  reader: Reader,
  { isChange = false, said = '' }: { isChange?: boolean; said?: string } = {},
): Drawn {
  const partners = listNames(facts.partners, reader);
  const data = dataOf(facts);
  const lead = facts.told
    ? `${toldLine(facts.told, facts.partners, words, reader)} ${words('feedback:oneTap')}`
    : words('bot:feedback.lead', { partners });
  const canTakeBack = facts.told !== undefined && !isChange;
  return draw(reader, words('bot:feedback.summary', { partners }), {
    body: [
      ...plain(said),
      heading(words('bot:feedback.title')),
      ...programme(facts.cohortName),
      ...plain(lead),
      fiveFaces(isChange ? 'feedback.change' : 'feedback.give', data, words, reader),
      whoSees(words('feedback:seen.figures')),
    ],
    actions: canTakeBack
      ? [press(words('bot:met.notMet'), 'meeting.outcome', { ...data, outcome: 'notYet' })]
      : [],
  });
}

const THANKS_PX = 44;

/** What a card becomes after the tap: the face, and ways to add or to change. `said` instead of what was chosen. */
export function thanksCard(
  facts: MeetingAbout,
  chosen: { worthTheHour: number; canChange: boolean; said?: string },
  words: Words,
  reader: Reader,
): Drawn {
  const { worthTheHour, canChange } = chosen;
  const face = faceWord(words, worthTheHour);
  const said = chosen.said ?? words('feedback:youSaid', { face });
  const about = words('bot:introduction.with', {
    partners: listNames(facts.partners, reader),
    cohort: facts.cohortName,
  });
  const text = new Column(
    ...plain(words('feedback:thanks', { name: facts.me }), { size: 'Large', weight: 'Bolder' }),
    ...plain(said),
    ...plain(about, { size: 'Small', isSubtle: true }),
  ).withOptions({ width: 'stretch' });
  const picture = new Column(faceImage(worthTheHour, words, reader, THANKS_PX)).withOptions({
    width: 'auto',
  });
  const actions: CardAction[] = [
    new ShowCardAction({ title: words('feedback:add'), card: lineCard(facts, words) }),
    ...(canChange ? [press(words('feedback:change'), 'feedback.change', dataOf(facts))] : []),
  ];
  return draw(reader, said, { body: [new ColumnSet({ columns: [picture, text] })], actions });
}

/** What can be added to a face. Beside every field stands who can see it; nothing is ticked beforehand. */
function lineCard(facts: MeetingAbout, words: Words): AdaptiveCard {
  const asked = askFeedback(FEEDBACK_FIELDS, words, { names: words('feedback:yourPartner') });
  const rest = asked.filter(({ kind }) => kind !== 'scale');
  return new AdaptiveCard(...rest.flatMap((field) => elementsOf(field, words)))
    .withVersion('1.5')
    .withActions(
      press(words('feedback:send'), 'feedback.add', dataOf(facts), { style: 'positive', withInputs: true }),
    );
}

/** Labels are read as Markdown: nobody's name stands in them. */
function elementsOf(field: FeedbackAsked, words: Words): CardElement[] {
  switch (field.kind) {
    case 'scale':
      return [];
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

const choice = ({ name, label, options }: FeedbackAsked, words: Words): CardElement =>
  new ChoiceSetInput(
    ...options.map((one) => new Choice({ title: one.label, value: `${one.value}` })),
  ).withOptions({
    ...{ id: name, label, spacing: 'Medium', wrap: true },
    ...{ style: 'compact', placeholder: words('feedback:optional') },
  });

const sentence = ({ name, label }: FeedbackAsked): CardElement =>
  new TextInput({ id: name, label, isMultiline: true, maxLength: FEEDBACK_TEXT_MAX, spacing: 'Medium' });
