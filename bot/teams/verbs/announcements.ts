import { z } from 'zod';
import { REPLY_MAX } from '#domain/announcements/announcement.ts';
import { asId } from '#domain/basics/ids.ts';
import { doneCard } from '#teams/cards/done.ts';
import { press } from '#teams/cards/parts.ts';
import { TEST } from '#usecases/announcements/notices.ts';
import { replyToAnnouncement } from '#usecases/announcements/replies.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import { type Answer, id, type Presser, type Verb, verb } from './verb.ts';

const Reply = z.object({ cohort: id, announcement: id, text: z.string().trim().min(1).max(REPLY_MAX) });

export const announcementVerbs: Record<string, Verb> = {
  'announcement.reply': verb(Reply, {
    once: ({ text }) => text,
    async run({ cohort, announcement, text }, by) {
      if (announcement === TEST) return { text: by.words('bot:announcement.onlyATest') };
      await replyToAnnouncement(by.parts.ctx, by.person, asId(cohort), asId(announcement), text);
      return { text: by.words('bot:announcement.sent') };
    },
  }),

  'news.mute': verb(z.unknown(), { run: (_, by) => hearNews(by, false) }),
  'news.unmute': verb(z.unknown(), { run: (_, by) => hearNews(by, true) }),
};

/** Announcements on or off. The card of an announcement stays: it may be read again. */
async function hearNews(by: Presser, wanted: boolean): Promise<Answer> {
  await saveSettings(by.parts.ctx, by.person, { newsMuted: !wanted });
  const text = by.words(wanted ? 'bot:news.unmuted' : 'bot:news.muted');
  const again = wanted ? [] : [press(by.words('bot:news.unmute'), 'news.unmute', {})];
  return { next: doneCard(by.words('bot:news.title'), text, by.reader, { actions: again }) };
}
