import type { Instant } from '#domain/basics/ids.ts';
import type { Role } from '#domain/people/person.ts';
import { isComplete, type Speech } from '#domain/profile/labels.ts';
import type { Profile } from '#domain/profile/profile.ts';
import type { Standing } from './acting/standing.ts';
import {
  type ConversationState,
  emptyMemo,
  type Here,
  type Line,
  type Say,
  type Step,
} from './conversation.ts';
import { questionOf } from './words.ts';

/** What the talk may know besides its own state. */
export interface Situation {
  profile: Profile;
  role: Role;
  firstName: string;
  now: Instant;
  speech: Speech;
  /** What acts are answered with. */
  standing: Omit<Standing, 'state' | 'step'>;
}

export interface Reaction {
  state: ConversationState;
  /** What changed in the profile; empty when nothing did. */
  profilePatch: Partial<Profile>;
  said: Line[];
  /** The conversation is over: with a profile (`done`), or put aside (`stopped`). */
  finished?: 'done' | 'stopped';
}

/** A complete profile takes at most this many answers. */
export const TURNS_MAX = 8;
/** The questions in the order each role is asked. */
export const ORDER: Record<Role, Step[]> = {
  executive: ['wants', 'offers', 'interests', 'meet', 'languages', 'excludes', 'review'],
  mentor: ['offers', 'wants', 'interests', 'meet', 'languages', 'excludes', 'review'],
};

/** A sentence of the enrolment catalogue. */
export const say = (word: string, values?: Say['values']): Line => ({
  text: { word: `enrolment:${word}`, ...(values && { values }) },
});

/** Where the talk stands. */
export const stepOf = ({ step }: ConversationState): Step => step || 'review';

/** The question of the present step. */
export function ask(state: ConversationState, facts: Situation): Line[] {
  return questionOf({
    step: stepOf(state),
    role: facts.role,
    profile: facts.profile,
    isFirst: state.trail.length === 0,
    speech: facts.speech,
  });
}

/** One line that says where we were. */
export const reminder = (state: ConversationState, facts: Situation): Line =>
  say(`welcomeBack.${stepOf(state)}`, { name: facts.firstName });

/** The same question again, after something was said. */
export const stay = (state: ConversationState, facts: Situation, first: Line): Reaction =>
  stayWith(state, [first, ...ask(state, facts)]);

/** Nothing but words. */
export const stayWith = (state: ConversationState, words: Line[]): Reaction => ({
  state,
  profilePatch: {},
  said: words,
});

/** One answer more. */
export const count = (state: ConversationState): ConversationState => ({ ...state, turns: state.turns + 1 });

/** Something more to remember of the present question. */
export const withHere = (state: ConversationState, here: Here): ConversationState => ({
  ...state,
  memo: { ...state.memo, here: { ...state.memo.here, ...here } },
});

/** Put aside, with all that was said kept. */
export function stop(state: ConversationState, facts: Situation): Reaction {
  const next: ConversationState = { ...state, about: 'none', memo: { ...state.memo, isPaused: true } };
  const goOn = { title: { word: 'enrolment:button.goOn' }, hears: 'continue' };
  return {
    state: next,
    profilePatch: {},
    said: [{ ...say('stopped', { name: facts.firstName }), buttons: [goOn] }],
    finished: 'stopped',
  };
}

/** The end, with what comes next. */
export function finish(state: ConversationState, facts: Situation): Reaction {
  const next: ConversationState = { ...state, about: 'none', step: '', trail: [], memo: emptyMemo() };
  const word = isComplete(facts.profile) ? `finished.${facts.role}` : 'finishedEmpty';
  return { state: next, profilePatch: {}, said: [say(word, { name: facts.firstName })], finished: 'done' };
}

/** To the next question nobody has answered yet; to the review when one field was changed or turns run out. */
export function moveOn(state: ConversationState, facts: Situation, first: Line[]): Reaction {
  const step = stepOf(state);
  const order = ORDER[facts.role];
  const rest = order.slice(order.indexOf(step) + 1);
  const isOpen = (each: Step): boolean => each === 'review' || !state.memo.answered.includes(each);
  const open = rest.find(isOpen) ?? 'review';
  // Whom not to meet is asked even where turns run out.
  const hasTurns = state.turns < TURNS_MAX - 1;
  const last = rest.includes('excludes') && isOpen('excludes') ? 'excludes' : 'review';
  const next = state.memo.here.isReturning ? 'review' : hasTurns ? open : last;
  const trail = step === 'review' ? state.trail : [...state.trail, step].slice(-20);
  const moved = {
    ...state,
    step: next,
    trail,
    memo: { ...state.memo, here: {} },
  };
  return stayWith(moved, [...first, ...ask(moved, facts)]);
}
