import { AdaptiveCard, ShowCardAction, TextInput } from '@microsoft/teams.cards';
import { REPLY_MAX } from '#domain/announcements/announcement.ts';
import { type Drawn, draw, plain, press, type Reader } from '#teams/cards/parts.ts';
import type { AnnouncementFacts } from '#usecases/announcements/notices.ts';
import type { Words } from '#words/words.ts';

/** News with its whole content, where it comes from, a way to reply and a way to mute. */
export function announcementCard(
  facts: Extract<AnnouncementFacts, { kind: 'announcement' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const names = { from: facts.from, cohort: facts.cohortName };
  return draw(reader, words('bot:announcement.summary', { from: facts.from, title: facts.title }), {
    body: [
      ...plain(facts.title, { size: 'Large', weight: 'Bolder' }),
      ...plain(words('bot:announcement.from', names), { size: 'Small', isSubtle: true }),
      ...plain(facts.text),
    ],
    actions: [
      new ShowCardAction({ title: words('bot:announcement.reply'), card: replyCard(facts, words) }),
      press(words('bot:announcement.mute'), 'news.mute', {}),
    ],
  });
}

const replyCard = (
  facts: Extract<AnnouncementFacts, { kind: 'announcement' }>,
  words: Words,
): AdaptiveCard => {
  const data = { cohort: facts.cohort, announcement: facts.announcement };
  return new AdaptiveCard(
    new TextInput({
      id: 'text',
      label: words('bot:announcement.replyLabel'),
      isMultiline: true,
      isRequired: true,
      errorMessage: words('bot:announcement.emptyReply'),
      maxLength: REPLY_MAX,
    }),
    ...plain(words('bot:announcement.replyWho', { cohort: facts.cohortName }), {
      size: 'Small',
      isSubtle: true,
    }),
  )
    .withVersion('1.5')
    .withActions(
      press(words('bot:announcement.send'), 'announcement.reply', data, {
        style: 'positive',
        withInputs: true,
      }),
    );
};
