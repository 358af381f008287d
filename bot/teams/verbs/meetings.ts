import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { FEEDBACK_TEXT_MAX, GO_ON, WORTH_MAX, WORTH_MIN, YES_PARTLY_NO } from '#domain/meetings/feedback.ts';
import { doneCard } from '#teams/cards/done.ts';
import { listNames } from '#teams/cards/parts.ts';
import { giveFeedback } from '#usecases/meetings/feedback.ts';
import { aboutOf } from '#usecases/pairs/notices.ts';
import { openPair } from '#usecases/pairs/pairs.ts';
import { chosen, id, ticked, type Verb, verb, words } from './verb.ts';

const Feedback = z.object({
  pair: id,
  occurrence: id,
  worthTheHour: z.coerce.number().int().min(WORTH_MIN).max(WORTH_MAX),
  learned: words(FEEDBACK_TEXT_MAX),
  surprised: words(FEEDBACK_TEXT_MAX),
  balanced: chosen(YES_PARTLY_NO),
  candid: chosen(YES_PARTLY_NO),
  goOn: chosen(GO_ON),
  shared: ticked,
});

export const meetingVerbs: Record<string, Verb> = {
  'feedback.give': verb(Feedback, {
    async run({ pair, occurrence, ...body }, by) {
      const { ctx } = by.parts;
      const given = await giveFeedback(ctx, by.person, asId(pair), asId(occurrence), body, 'card');
      const text = by.words(given.repeated ? 'bot:feedback.repeated' : 'bot:feedback.thanks');
      const { partners, cohortName } = aboutOf(await openPair(ctx, by.person, asId(pair)));
      const about = by.words('bot:introduction.with', {
        partners: listNames(partners, by.reader),
        cohort: cohortName,
      });
      return { card: doneCard(by.words('bot:feedback.title'), text, by.reader, { about }) };
    },
  }),
};
