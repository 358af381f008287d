import { type Drawn, draw, heading, plain, type Reader } from '#teams/cards/parts.ts';
import type { AnnouncementFacts } from '#usecases/announcements/notices.ts';
import type { Words } from '#words/words.ts';

/** What a recipient answered, for the champion who sent the announcement. */
export function announcementReplyCard(
  facts: Extract<AnnouncementFacts, { kind: 'announcementReply' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const names = { from: facts.from, cohort: facts.cohortName };
  return draw(reader, words('bot:announcementReply.summary', { from: facts.from }), {
    body: [
      heading(words('bot:announcementReply.title')),
      ...plain(words('bot:announcementReply.lead', names), { isSubtle: true }),
      ...plain(facts.title, { weight: 'Bolder' }),
      ...plain(facts.text),
    ],
  });
}
