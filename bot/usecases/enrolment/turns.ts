import { type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { askedAt, type ConversationState, type Line } from '#domain/enrolment/conversation.ts';
import type { Reaction, Situation } from '#domain/enrolment/enrolment.ts';
import { readable } from '#domain/enrolment/hearing.ts';
import { hearByNames } from '#domain/hearing/byNames.ts';
import type { Heard } from '#domain/hearing/heard.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';
import type { Role } from '#domain/people/person.ts';
import { firstProfile } from '#usecases/profile/profile.ts';
import { speechFor } from '#usecases/profile/speech.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { Words } from '#words/words.ts';
import { roleIn, standingAtHand, standingOf } from './standing.ts';

export type Rows = Partition<'people'>;

export const ownRows = (ctx: Context, person: PersonId): Promise<Rows> =>
  Partition.open(ctx, 'people', person);

export function factsOf(
  ctx: Context,
  rows: Rows,
  at: { role: Role; words: Words; standing: Situation['standing'] },
): Situation {
  const settings = rows.find('settings')?.value;
  return {
    profile: rows.find('profile')?.value ?? firstProfile(settings),
    role: at.role,
    firstName: at.standing.firstName,
    now: toInstant(ctx.clock.now()),
    speech: speechFor(at.words, settings?.locale ?? 'en'),
    standing: at.standing,
  };
}

/** Saves what a turn changed, in one transaction, before anybody sees the answer. */
export async function keep(rows: Rows, turn: Reaction, facts: Situation): Promise<Line[]> {
  rows.put('conversation', '', turn.state);
  const isNew = !rows.find('profile');
  if (isNew || Object.keys(turn.profilePatch).length > 0)
    rows.put('profile', '', { ...facts.profile, ...turn.profilePatch });
  await rows.commit();
  return askedAt(turn.said, turn.state);
}

export const conversationIn = (rows: Rows): ConversationState | undefined => rows.find('conversation')?.value;

export interface By {
  person: PersonId;
  words: Words;
}

/** Hears what a message says at the question that is open; what describes people by age says nothing. */
export const read = (ctx: Context, text: string, asked: TopicList | undefined): Promise<Heard> =>
  ctx.readTopics?.(readable(text), asked) ?? Promise.resolve(hearByNames(readable(text), asked));

/** Names and times are read only where an answer takes them. */
export async function factsFor(
  ctx: Context,
  rows: Rows,
  { role, cohort, ...by }: By & { role: Role; cohort: CohortId | '' },
  heard: Heard,
): Promise<Situation> {
  const standing =
    heard.acts.length > 0
      ? await standingOf(ctx, { rows, ...by }, cohort)
      : standingAtHand(rows, by.words, cohort);
  return factsOf(ctx, rows, { role, words: by.words, standing });
}

/** Whether somebody is asked something in the enrolment conversation, or will go on with it. */
export async function isInConversation(ctx: Context, person: PersonId): Promise<boolean> {
  const rows = await ownRows(ctx, person);
  const state = conversationIn(rows);
  if (!state || roleIn(rows, state.cohort) === undefined) return false;
  return state.about === 'enrolment' || state.memo.isPaused === true;
}
