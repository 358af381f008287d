import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { INTRODUCTION_ANSWERS } from '#domain/pairs/pair.ts';
import { doneCard } from '#teams/cards/done.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { id, type Verb, verb } from './verb.ts';

const PairAnswer = z.object({ pair: id, answer: z.enum(INTRODUCTION_ANSWERS) });

export const pairVerbs: Record<string, Verb> = {
  'pair.answer': verb(PairAnswer, {
    async run({ pair, answer }, by) {
      const { state } = await answerIntroduction(by.parts.ctx, by.person, asId(pair), answer);
      const title = by.words('bot:introduction.title');
      return { card: doneCard(title, by.words(`bot:introduction.${state}`), by.reader) };
    },
  }),
};
