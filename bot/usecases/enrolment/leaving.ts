import { type CohortId, toInstant } from '#domain/basics/ids.ts';
import {
  askedAt,
  type ConversationState,
  emptyMemo,
  type Line,
  noConversation,
} from '#domain/enrolment/conversation.ts';
import { ask } from '#domain/enrolment/turn.ts';
import type { Context } from '#usecases/story/context.ts';
import { answerEnrolment } from './enrolment.ts';
import { roleIn, standingAtHand } from './standing.ts';
import { type By, conversationIn, factsOf, ownRows, type Rows } from './turns.ts';

/** After “Leave …?”: what was asked is done, or nothing changes. */
export async function leaveOrStay(
  ctx: Context,
  rows: Rows,
  { person, words, state, leaves }: By & { state: ConversationState | undefined; leaves: boolean },
): Promise<Line[]> {
  const cohort = state?.memo.leaving;
  const enrolment = cohort && rows.find('enrolment', cohort)?.value;
  if (leaves && cohort && enrolment) {
    await answerEnrolment(ctx, person, cohort, 'pass');
    const anew = await ownRows(ctx, person);
    anew.put('conversation', '', noConversation(toInstant(ctx.clock.now())));
    await anew.commit();
    return [{ text: { word: 'acts:leave.done', values: { programme: enrolment.cohortName } } }];
  }
  const { leaving: _, ...memo } = state?.memo ?? emptyMemo();
  const next: ConversationState = { ...(state ?? noConversation(toInstant(ctx.clock.now()))), memo };
  const role = next.about === 'enrolment' ? roleIn(rows, next.cohort) : undefined;
  rows.put('conversation', '', next);
  await rows.commit();
  const stays: Line = { text: { word: 'acts:leave.stays' } };
  if (!role) return [stays];
  const facts = factsOf(ctx, rows, { role, words, standing: standingAtHand(rows, words, next.cohort) });
  return askedAt([stays, ...ask(next, facts)], next);
}

/** The programme of which “Leave …?” was asked: what was named there is what is left, whatever happens meanwhile. */
export async function rememberLeaving(ctx: Context, rows: Rows, leaving: CohortId): Promise<void> {
  const state = conversationIn(rows) ?? noConversation(toInstant(ctx.clock.now()));
  rows.put('conversation', '', { ...state, memo: { ...state.memo, leaving } });
  await rows.commit();
}
