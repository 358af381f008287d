import { AdaptiveCard, ShowCardAction, TextInput } from '@microsoft/teams.cards';
import { type Drawn, draw, plain, press, type Reader } from '#teams/cards/parts.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { Words } from '#words/words.ts';

/** Longest reply to an announcement. */
export const REPLY_LENGTH = 2000;

/** News with its whole content, where it comes from, a way to reply and a way to mute. */
export function announcementCard(
  view: Extract<NoticeView, { kind: 'announcement' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const names = { from: view.from, cohort: view.cohortName };
  return draw(reader, words('bot:announcement.summary', { from: view.from, title: view.title }), {
    body: [
      ...plain(view.title, { size: 'Large', weight: 'Bolder' }),
      ...plain(words('bot:announcement.from', names), { size: 'Small', isSubtle: true }),
      ...plain(view.text),
    ],
    actions: [
      new ShowCardAction({ title: words('bot:announcement.reply'), card: replyCard(view, words) }),
      press(words('bot:announcement.mute'), 'news.mute', {}),
    ],
  });
}

const replyCard = (view: Extract<NoticeView, { kind: 'announcement' }>, words: Words): AdaptiveCard => {
  const data = { cohort: view.cohort, announcement: view.announcement };
  return new AdaptiveCard(
    new TextInput({
      id: 'text',
      label: words('bot:announcement.replyLabel'),
      isMultiline: true,
      isRequired: true,
      errorMessage: words('bot:announcement.emptyReply'),
      maxLength: REPLY_LENGTH,
    }),
    ...plain(words('bot:announcement.replyWho', { cohort: view.cohortName }), {
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
