import { asId } from '#domain/basics/ids.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Words } from '#words/words.ts';
import { cardFor } from './index.ts';
import type { Reader } from './parts.ts';

interface Drawing extends Pick<Reader, 'teamsAppId' | 'appId' | 'publicUrl'> {
  wordsFor: (locale: string) => Words;
}

/** Draws the very card of an announcement, as plain JSON. */
export const newsDrawer =
  ({ wordsFor, teamsAppId, appId, publicUrl }: Drawing): NonNullable<Context['drawNews']> =>
  (news, { locale, timeZone }) => {
    const reader: Reader = { locale, timeZone, teamsAppId, appId, publicUrl };
    const facts = { kind: 'announcementTest', cohort: asId<never>('test'), ...news } as const;
    const [drawn] = cardFor(facts, wordsFor(locale), reader).attachments;
    return JSON.parse(JSON.stringify(drawn?.content ?? {}));
  };
