import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { gatheringStandsCard } from '#teams/cards/gatherings/notices.ts';
import { answerGathering } from '#usecases/gatherings/gatherings.ts';
import { id, ticked, type Verb, verb } from './verb.ts';

const Answer = z.object({ cohort: id, gathering: id, isComing: ticked });

export const gatheringVerbs: Record<string, Verb> = {
  'gathering.answer': verb(Answer, {
    async run({ cohort, gathering, isComing }, { parts, person, words, reader }) {
      const at = { cohort: asId<never>(cohort), person };
      const seen = await answerGathering(parts.ctx, at, { gathering, isComing });
      return { card: gatheringStandsCard(seen, cohort, words, reader) };
    },
  }),
};
