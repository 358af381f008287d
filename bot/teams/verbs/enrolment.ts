import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { ENROLMENT_CHOICES } from '#domain/enrolment/answer.ts';
import { HEARD_MAX, STEPS } from '#domain/enrolment/conversation.ts';
import { findTopic } from '#domain/hearing/topics/topics.ts';
import { converse } from '#teams/answering/converse.ts';
import { answeredInvitation, settledInvitation } from '#teams/cards/done.ts';
import { pickedOf } from '#teams/cards/enrolment/choices.ts';
import { answeredCard } from '#teams/cards/enrolment/lines.ts';
import { listNames } from '#teams/cards/parts.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { hasBegun, startEnrolment } from '#usecases/enrolment/talk.ts';
import { id, type Verb, verb } from './verb.ts';

const Enrolment = z.object({ cohort: id, answer: z.enum(ENROLMENT_CHOICES) });
const Say = z.object({
  hears: z.string().max(HEARD_MAX),
  title: z.string().max(200).default(''),
  asked: z.string().max(10_000).default(''),
  once: z.boolean().default(false),
  at: z.enum([...STEPS, 'invitation']).optional(),
});

const Pick = z.object({
  topics: z.string().max(2_000).default(''),
  offered: z.string().max(2_000).default(''),
  own: z.string().max(1_000).default(''),
  keeps: z.enum(['ticked', 'own', 'none']),
  at: z.enum(STEPS).optional(),
  offer: z.string().max(100).optional(),
  asked: z.string().max(10_000).default(''),
  once: z.boolean().default(false),
  /** There was one thing to confirm or to leave. */
  isOne: z.boolean().default(false),
});

export const enrolmentVerbs: Record<string, Verb> = {
  'enrolment.answer': verb(Enrolment, {
    async run({ cohort, answer }, by) {
      const { ctx } = by.parts;
      const isBegun = answer === 'join' && (await hasBegun(ctx, by.person, asId(cohort)));
      const { state, cohortName } = await answerEnrolment(ctx, by.person, asId(cohort), answer, {
        isInvitation: true,
      });
      const isSettled = isBegun || (answer !== 'join' && (state === 'joined' || state === 'left'));
      if (isSettled) return { card: settledInvitation(by.words, by.reader, { cohort, cohortName, state }) };
      const card = answeredInvitation(by.words, by.reader, { cohort, cohortName, answer });
      if (answer !== 'join') return { card };
      const said = await startEnrolment(ctx, by.person, asId(cohort), by.words);
      return { card, next: converse.show(said, by) };
    },
  }),

  /** Topics ticked on a card: own words are kept only by their own button, and “none of these” keeps nothing. */
  'conversation.pick': verb(Pick, {
    once: ({ once }) => (once ? 'pick' : ''),
    async run({ topics, offered, own, keeps, at, offer = '', asked, isOne }, by) {
      const ticked = at ? topics : offered;
      const picked = keeps === 'none' ? [] : pickedOf(ticked).filter(({ topic }) => findTopic(topic));
      if (keeps === 'ticked' && picked.length === 0)
        throw new Refusal('invalid', 'enrolment:offer.nothingTicked');
      if (keeps === 'own' && own.trim() === '') throw new Refusal('invalid', 'enrolment:offer.refused');
      const of = at ? { at } : { offer };
      const next = await converse.pick({ topics: picked, own: keeps === 'own' ? own : '', of }, by);
      const shown = [
        ...picked.map(({ topic }) => by.words(`topics:${topic}`)),
        ...(keeps === 'own' ? [own] : []),
      ];
      const none = isOne ? 'enrolment:offer.notThis' : 'enrolment:offer.noneOfThese';
      const answer = listNames(shown, by.reader) || by.words(none);
      return { card: answeredCard(asked, answer, by.words, by.reader), next };
    },
  }),

  'conversation.say': verb(Say, {
    once: ({ once }) => (once ? 'say' : ''),
    async run({ hears, title, asked, at }, by) {
      const next = await converse.hear(hears, by, at);
      return title ? { card: answeredCard(asked, title, by.words, by.reader), next } : { next };
    },
  }),
};
