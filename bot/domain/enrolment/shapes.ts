import { fields, instant, listOf, number, oneOf, type ShapesOf, text, there } from '#domain/basics/shape.ts';
import type { ConversationState, Memo } from './conversation.ts';
import type { ConversationRows } from './rows.ts';

const memo = fields<Memo>({ answered: listOf(text), fresh: listOf(text), here: there });

export const conversationShapes: ShapesOf<ConversationRows> = {
  conversation: fields<ConversationState>({
    ...{ about: oneOf(['none', 'enrolment']), cohort: text, step: text, trail: listOf(text), memo },
    ...{ turns: number, heardAt: instant },
  }),
};
