import type { Heard } from '#domain/hearing/heard.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';
import type { Profile } from '#domain/profile/profile.ts';
import type { ConversationState, Memo, Offer } from './conversation.ts';
import type { Before, Hearing } from './heardAnswer.ts';
import { hearAnswer } from './hearing.ts';
import { type Situation, stepOf } from './turn.ts';

/** What the last answer added, for "no, I meant …". */
export function lastOf(state: ConversationState): Before['last'] {
  return state.memo.last ?? { list: '', topics: [] };
}

/** What was answered and added, kept for the next turns. */
export function remember(
  state: ConversationState,
  hearing: Hearing,
  offer: Offer | undefined,
): ConversationState {
  const { last, offer: _earlier, ...known } = state.memo;
  const answered = [...new Set([...known.answered, ...hearing.answers])];
  const fresh = known.fresh.filter((list) => !hearing.answers.has(list));
  const memo: Memo = { ...known, answered, fresh, ...(offer && { offer }) };
  const [list, second] = new Set(hearing.added.map((each) => each.list));
  // Where one answer filled two lists, nobody knows which of them "no, I meant …" is about.
  if (list && !second) memo.last = { list, topics: hearing.added.map((each) => each.topic) };
  else if (!list && last) memo.last = last;
  return { ...state, memo };
}

/** After a restart the first answer to a question takes the place of the old ones. */
export function freshFor(state: ConversationState, text: string, heard: Heard, facts: Situation): Profile {
  const { fresh } = state.memo;
  if (fresh.length === 0) return facts.profile;
  const emptied = without(facts.profile, fresh);
  const hearing = hearAnswer(text, heard, {
    step: stepOf(state),
    role: facts.role,
    profile: emptied,
    last: lastOf(state),
    offered: state.memo.offer?.topics ?? [],
  });
  const renewed = fresh.filter((list) => hearing.added.some((each) => each.list === list));
  return without(facts.profile, renewed);
}

const without = (profile: Profile, lists: readonly TopicList[]): Profile => ({
  ...profile,
  ...Object.fromEntries(lists.map((list) => [list, []])),
});

/** The fields that differ. */
export function patchOf(before: Profile, after: Profile): Partial<Profile> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Profile]),
    ),
  );
}
