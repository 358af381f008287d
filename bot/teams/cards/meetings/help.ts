import { OpenUrlAction } from '@microsoft/teams.cards';
import { chatAddress } from '#domain/people/chatAddress.ts';
import { type Drawn, draw, heading, listNames, plain, press, type Reader } from '#teams/cards/parts.ts';
import type { FeedbackStands } from '#usecases/meetings/feedback.ts';
import { aboutOf } from '#usecases/pairs/notices.ts';
import type { Words } from '#words/words.ts';

/** For the writer alone: somebody outside the reporting line, and what they can do. */
export function helpCard(
  { open, help }: FeedbackStands & { help: NonNullable<FeedbackStands['help']> },
  words: Words,
  reader: Reader,
): Drawn {
  const { reason, contact } = help;
  const about = { pair: open.id };
  const title = words(`feedback:offer.title_${reason}`);
  const lead = words('feedback:offer.lead', { names: listNames(aboutOf(open).partners, reader) });
  const person = contact?.name ?? '';
  const write = contact?.mail
    ? [
        new OpenUrlAction(chatAddress(contact.mail), {
          title: words('feedback:offer.write', { person }),
        }),
      ]
    : [];
  return draw(reader, title, {
    body: [
      heading(title),
      ...plain(lead),
      ...plain(words(contact ? 'feedback:offer.contact' : 'feedback:offer.nobody', { person })),
    ],
    actions: [
      ...write,
      press(words('feedback:offer.pause'), 'pair.pause', about),
      press(words('feedback:offer.end'), 'pair.end', about),
      press(words('feedback:offer.carryOn'), 'feedback.carryOn', about),
    ],
  });
}
