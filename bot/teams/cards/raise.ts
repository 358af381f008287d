import { AdaptiveCard, ShowCardAction, TextInput } from '@microsoft/teams.cards';
import { CONCERN_TEXT_MAX } from '#domain/concerns/concern.ts';
import type { Line } from '#domain/enrolment/conversation.ts';
import type { Words } from '#words/words.ts';
import { type CardAction, plain, press, shorten } from './parts.ts';

/** How much of a name a button shows. */
const NAME_LENGTH = 40;

/** A field to raise a concern in the chat itself, for the one person it names. */
export function raiseAction({ cohort, to, name }: NonNullable<Line['raises']>, words: Words): CardAction {
  const names = { name: shorten(name, NAME_LENGTH) };
  const card = new AdaptiveCard(
    new TextInput({
      ...{ id: 'text', label: words('concern:card.label'), placeholder: words('concern:card.placeholder') },
      ...{ isMultiline: true, isRequired: true, errorMessage: words('concern:empty') },
      maxLength: CONCERN_TEXT_MAX,
    }),
    ...plain(words('concern:card.who', names), { size: 'Small', isSubtle: true }),
  )
    .withVersion('1.5')
    .withActions(
      press(
        words('concern:card.send', names),
        'concern.raise',
        { cohort, to },
        {
          ...{ style: 'positive', withInputs: true },
        },
      ),
    );
  return new ShowCardAction({ title: words('concern:card.raise'), card });
}
