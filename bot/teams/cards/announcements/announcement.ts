import { AdaptiveCard, Image, OpenUrlAction, ShowCardAction, TextInput } from '@microsoft/teams.cards';
import { type News, REPLY_MAX } from '#domain/announcements/announcement.ts';
import { doneCard } from '#teams/cards/done.ts';
import { marked } from '#teams/cards/marked.ts';
import {
  type CardAction,
  type Drawn,
  draw,
  moment,
  plain,
  press,
  type Reader,
  shorten,
} from '#teams/cards/parts.ts';
import type { NewsStands } from '#usecases/announcements/amending.ts';
import { type AnnouncementFacts, TEST } from '#usecases/announcements/notices.ts';
import type { Words } from '#words/words.ts';

type Stands<Kind extends NewsStands['kind']> = Extract<NewsStands, { kind: Kind }>;
type Replying = { cohort: string; announcement: string };

/** News with its whole content, where it comes from, a way to reply and a way to mute. */
export const announcementCard = (
  facts: Extract<AnnouncementFacts, { kind: 'announcement' }>,
  words: Words,
  reader: Reader,
): Drawn => newsCard(facts, facts, { words, reader });

/** The same for its writer alone; a reply to it goes nowhere. */
export const announcementTestCard = (
  facts: Extract<AnnouncementFacts, { kind: 'announcementTest' }>,
  words: Words,
  reader: Reader,
): Drawn => newsCard(facts, { cohort: facts.cohort, announcement: TEST }, { words, reader });

/** In the place of what was sent. */
export const newsCorrectedCard = (
  { cohort, announcement, news }: Stands<'newsCorrected'>,
  words: Words,
  reader: Reader,
): Drawn => newsCard(news, { cohort, announcement }, { words, reader });

export const newsTakenBackCard = (
  { cohortName }: Stands<'newsTakenBack'>,
  words: Words,
  reader: Reader,
): Drawn =>
  doneCard(words('bot:news.title'), words('bot:news.takenBack', { cohort: cohortName }), reader, {
    about: cohortName,
  });

function newsCard(
  news: News,
  { cohort, announcement }: Replying,
  { words, reader }: { words: Words; reader: Reader },
): Drawn {
  const { title, text, from, cohortName, image, buttons = [], corrected } = news;
  const small = { size: 'Small', isSubtle: true } as const;
  const links = buttons.map(
    (one): CardAction => new OpenUrlAction(one.address, { title: shorten(one.title) }),
  );
  return draw(reader, words('bot:announcement.summary', { from, title }), {
    body: [
      ...plain(title, { size: 'Large', weight: 'Bolder' }),
      ...plain(words('bot:announcement.from', { from, cohort: cohortName }), small),
      ...(corrected
        ? plain(words('bot:announcement.corrected', { when: moment(corrected, reader) }), small)
        : []),
      ...(image ? [picture(image)] : []),
      ...marked(text),
    ],
    actions: [
      ...links,
      new ShowCardAction({
        title: words('bot:announcement.reply'),
        card: replyCard({ cohort, announcement }, cohortName, words),
      }),
      press(words('bot:announcement.mute'), 'news.mute', {}),
    ],
  });
}

/** As wide as the card. */
function picture({ address, alt }: NonNullable<News['image']>): Image {
  const image = new Image(address, { altText: alt, size: 'Stretch' });
  // "auto" is no width in 1.5.
  delete image.width;
  return image;
}

const replyCard = (data: Replying, cohortName: string, words: Words): AdaptiveCard =>
  new AdaptiveCard(
    new TextInput({
      id: 'text',
      label: words('bot:announcement.replyLabel'),
      isMultiline: true,
      isRequired: true,
      errorMessage: words('bot:announcement.emptyReply'),
      maxLength: REPLY_MAX,
    }),
    ...plain(words('bot:announcement.replyWho', { cohort: cohortName }), {
      size: 'Small',
      isSubtle: true,
    }),
  )
    .withVersion('1.5')
    .withActions(
      press(
        words('bot:announcement.send'),
        'announcement.reply',
        { ...data },
        { style: 'positive', withInputs: true },
      ),
    );
