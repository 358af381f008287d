import { asId, toInstant } from '#domain/basics/ids.ts';
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
  const joined = rows.list('enrolment').filter(({ value }) => value.state === 'joined');
  const cohort = joined.find(({ id }) => id === state?.cohort) ?? joined[0];
  if (leaves && cohort) {
    await answerEnrolment(ctx, person, asId(cohort.id), 'pass');
    const anew = await ownRows(ctx, person);
    anew.put('conversation', '', noConversation(toInstant(ctx.clock.now())));
    await anew.commit();
    return [{ text: { word: 'acts:leave.done', values: { programme: cohort.value.cohortName } } }];
  }
  const { isLeaving: _, ...memo } = state?.memo ?? emptyMemo();
  const next: ConversationState = { ...(state ?? noConversation(toInstant(ctx.clock.now()))), memo };
  const role = next.about === 'enrolment' ? roleIn(rows, next.cohort) : undefined;
  rows.put('conversation', '', next);
  await rows.commit();
  const stays: Line = { text: { word: 'acts:leave.stays' } };
  if (!role) return [stays];
  const facts = factsOf(ctx, rows, { role, words, standing: standingAtHand(rows, words, next.cohort) });
  return askedAt([stays, ...ask(next, facts)], next);
}

export async function rememberLeaving(ctx: Context, rows: Rows): Promise<void> {
  const state = conversationIn(rows) ?? noConversation(toInstant(ctx.clock.now()));
  rows.put('conversation', '', { ...state, memo: { ...state.memo, isLeaving: true } });
  await rows.commit();
}
