import { ActionSet, Choice, ChoiceSetInput, TextInput } from '@microsoft/teams.cards';
import { asId } from '#domain/basics/ids.ts';
import type { Choices, Choice as Picked } from '#domain/enrolment/conversation.ts';
import { TOPIC_LISTS } from '#domain/hearing/topicList.ts';
import { type CardAction, type CardElement, press } from '#teams/cards/parts.ts';
import type { Words } from '#words/words.ts';

const OWN_MAX = 60;

/**
 * Topics to tick, several at once, and a field for own words where there are any; pressing keeps what is ticked. The
 * buttons stand with the ticks, since a question may follow with buttons of its own; they carry what was `asked`.
 */
export function choicesBody({ topics, of, own }: Choices, asked: string, words: Words): CardElement[] {
  const body: CardElement[] = [];
  if (topics.length > 0)
    body.push(
      new ChoiceSetInput(
        ...topics.map(
          ({ list, topic, title }) => new Choice({ title: words(title.word), value: `${list} ${topic}` }),
        ),
      ).withOptions({
        // An offer may stand above a question, and no two inputs of a card may have one id.
        id: 'offer' in of ? 'offered' : 'topics',
        isMultiSelect: true,
        style: 'expanded',
        wrap: true,
        label: words('enrolment:offer.topics_label'),
      }),
    );
  if (own)
    body.push(
      new TextInput({
        id: 'own',
        label: words('enrolment:offer.ownField'),
        value: own.written,
        maxLength: OWN_MAX,
      }),
    );
  const isOne = topics.length + (own ? 1 : 0) === 1;
  const keeping = (word: string, keeps: string): CardAction =>
    press(
      words(`enrolment:offer.${word}`),
      'conversation.pick',
      { ...of, keeps, asked, once: true, ...(isOne && { isOne }) },
      { withInputs: true },
    );
  const actions = [
    ...(topics.length > 0 ? [keeping('keep', 'ticked')] : []),
    ...(own ? [keeping('keepOwn', 'own')] : []),
    ...('offer' in of ? [keeping(isOne ? 'notThis' : 'noneOfThese', 'none')] : []),
  ];
  return [...body, new ActionSet(...actions)];
}

/** What was ticked, from the value of the input. */
export const pickedOf = (value: string): Picked[] =>
  value
    .split(',')
    .filter(Boolean)
    .flatMap((one) => {
      const [list, topic] = one.split(' ');
      const known = TOPIC_LISTS.find((each) => each === list);
      return known && topic ? [{ list: known, topic: asId(topic) }] : [];
    });
