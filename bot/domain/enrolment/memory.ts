import { asId, type TopicId } from '#domain/basics/ids.ts';
import type { TopicList } from '#domain/profile/labels.ts';
import type { Profile } from '#domain/profile/profile.ts';
import type { ConversationState } from './conversation.ts';
import { type Before, type Hearing, hearAnswer, type Step } from './hearing.ts';
import { type Facts, said, stepOf } from './turn.ts';

/** What the last answer added, for "no, I meant …". */
export function lastOf(state: ConversationState): Before['last'] {
  const list = (state.memo.lastList ?? '') as TopicList | '';
  return {
    list,
    topics: (state.memo.lastTopics ?? '')
      .split(',')
      .filter(Boolean)
      .map((topic) => asId<TopicId>(topic)),
  };
}

/** What was answered and added, kept for the next turns. */
export function remember(state: ConversationState, hearing: Hearing): ConversationState {
  const answered = [...new Set([...said(state), ...hearing.answers])].join(',');
  const lists = [...new Set(hearing.added.map((each) => each.list))];
  const fresh = (state.memo.fresh ?? '')
    .split(',')
    .filter((list) => list && !hearing.answers.has(list as Step))
    .join(',');
  const memo: Record<string, string> = { ...state.memo, said: answered, fresh };
  if (lists.length === 1) {
    memo.lastList = lists[0] ?? '';
    memo.lastTopics = hearing.added.map((each) => each.topic).join(',');
  } else if (lists.length > 1) {
    memo.lastList = '';
    memo.lastTopics = '';
  }
  return { ...state, memo };
}

/** After a restart the first answer to a question takes the place of the old ones. */
export function freshFor(state: ConversationState, text: string, facts: Facts): Profile {
  const fresh = (state.memo.fresh ?? '').split(',').filter(Boolean) as TopicList[];
  if (fresh.length === 0) return facts.profile;
  const emptied = fresh.reduce<Profile>((profile, list) => ({ ...profile, [list]: [] }), facts.profile);
  const hearing = hearAnswer(text, {
    step: stepOf(state),
    role: facts.role,
    profile: emptied,
    last: lastOf(state),
  });
  const renewed = fresh.filter((list) => hearing.added.some((each) => each.list === list));
  return renewed.reduce<Profile>((profile, list) => ({ ...profile, [list]: [] }), facts.profile);
}

/** The fields that differ. */
export function patchOf(before: Profile, after: Profile): Partial<Profile> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Profile]),
    ),
  );
}
