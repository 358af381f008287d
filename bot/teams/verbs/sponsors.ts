import { z } from 'zod';
import { IN_NAME_WORD_MAX } from '#domain/announcements/inName.ts';
import { asId } from '#domain/basics/ids.ts';
import { inNameStandsCard } from '#teams/cards/sponsors/inName.ts';
import { answerInName } from '#usecases/announcements/inName.ts';
import { id, type Verb, verb, words } from './verb.ts';

const Answer = z.object({
  ...{ cohort: id, announcement: id, answer: z.enum(['send', 'no']) },
  word: words(IN_NAME_WORD_MAX),
});

export const sponsorVerbs: Record<string, Verb> = {
  'inName.answer': verb(Answer, {
    async run({ cohort, announcement, ...said }, by) {
      const at = { cohort: asId<never>(cohort), person: by.person };
      const asked = { announcement: asId<never>(announcement), ...said };
      return { card: inNameStandsCard(await answerInName(by.parts.ctx, at, asked), by.words, by.reader) };
    },
  }),
};
