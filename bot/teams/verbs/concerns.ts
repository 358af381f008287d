import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { answersBy } from '#domain/cohorts/contactPerson.ts';
import { CONCERN_TEXT_MAX } from '#domain/concerns/concern.ts';
import { raisedCard } from '#teams/cards/concerns/concern.ts';
import { raiseConcern } from '#usecases/concerns/raising.ts';
import { id, type Verb, verb, words } from './verb.ts';

const Concern = z.object({ cohort: id, to: id, text: words(CONCERN_TEXT_MAX) });

export const concernVerbs: Record<string, Verb> = {
  /** `to`: whom the card named, so that nobody else ever gets it. */
  'concern.raise': verb(Concern, {
    async run({ cohort, to, text }, by) {
      const { ctx } = by.parts;
      const { name, at } = await raiseConcern(
        ctx,
        { cohort: asId(cohort), person: by.person },
        { to: asId(to), text },
      );
      const when = answersBy(Date.parse(at), by.reader.timeZone);
      return { card: raisedCard({ name, answerBy: when }, by.words, by.reader), isUnkept: true };
    },
  }),
};
