import { z } from 'zod';
import { asId, type CohortId } from '#domain/basics/ids.ts';
import { CONTACT_ANSWERS, CONTACT_SEATS } from '#domain/cohorts/contactPerson.ts';
import { contactStandsCard } from '#teams/cards/cohorts/contact.ts';
import { answerContact } from '#usecases/cohorts/contactPersons.ts';
import { id, type Verb, verb } from './verb.ts';

const Contact = z.object({ cohort: id, seat: z.enum(CONTACT_SEATS), answer: z.enum(CONTACT_ANSWERS) });

export const cohortVerbs: Record<string, Verb> = {
  /** `seat`: an old card never answers for the other one. */
  'contact.answer': verb(Contact, {
    async run({ cohort, ...said }, by) {
      const at = { cohort: asId<CohortId>(cohort), person: by.person };
      return { card: contactStandsCard(await answerContact(by.parts.ctx, at, said), by.words, by.reader) };
    },
  }),
};
