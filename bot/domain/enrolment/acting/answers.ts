import type { Act } from '#domain/hearing/acts/acts.ts';
import { ABOUT_IT } from './aboutIt.ts';
import { ABOUT_PAIR } from './aboutPair.ts';
import { CARE } from './care.ts';
import type { ActAnswer, ActAnswers, Standing } from './standing.ts';
import { STEERING } from './steering.ts';
import { WAYS_OUT } from './waysOut.ts';

const ANSWERS: ActAnswers<Act> = { ...CARE, ...WAYS_OUT, ...ABOUT_IT, ...ABOUT_PAIR, ...STEERING };

/**
 * What the bot says to an act, in every state: its own answer, the next step to press, and whether the open question
 * follows. Promises nothing the product cannot do; what is final (`does: 'leave'`) is only asked here.
 */
export const answerAct = (act: Act, at: Standing): ActAnswer => ANSWERS[act](at);
