import type { Control } from '#domain/hearing/acts/controls.ts';
import type { Heard } from '#domain/hearing/heard.ts';
import { TOPIC_LISTS } from '#domain/hearing/topicList.ts';
import { topicsIn } from '#domain/profile/labels.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { askedList, type ConversationState, emptyMemo, type Step } from './conversation.ts';
import {
  ask,
  count,
  finish,
  moveOn,
  ORDER,
  type Reaction,
  reminder,
  type Situation,
  say,
  stay,
  stayWith,
  stepOf,
  stop,
} from './turn.ts';
import { questionOf, whichToChange } from './words.ts';

/** Controls that mean something at this step; nothing when the words are an answer after all. */
export function obey(controls: Control[], state: ConversationState, facts: Situation): Reaction | undefined {
  const step = stepOf(state);
  const has = (control: Control): boolean => controls.includes(control);
  if (has('stop')) return stop(state, facts);
  if (has('help')) return stay(state, facts, say(step === 'review' ? 'help.review' : `help.${step}`));
  if (has('why')) return stay(state, facts, say(`why.${step}`));
  if (has('privacy')) return stay(state, facts, say('privacy'));
  if (has('back')) return back(state, facts);
  if (has('restart')) return restart(state, facts);
  if (has('profile'))
    return stayWith(state, [
      ...questionOf({
        step: 'review',
        role: facts.role,
        profile: facts.profile,
        isFirst: false,
        speech: facts.speech,
      }).slice(0, 1),
      ...ask(state, facts),
    ]);
  if (step === 'review') return obeyAtReview(has, state, facts);
  if (has('skip') || has('no') || (has('yes') && isAnswered(step, facts.profile)))
    return moveOn(count(state), facts, []);
  if (has('goOn')) return stay(state, facts, reminder(state, facts));
  return undefined;
}

function obeyAtReview(
  has: (control: Control) => boolean,
  state: ConversationState,
  facts: Situation,
): Reaction | undefined {
  if (has('yes') || has('skip')) return finish(state, facts);
  return has('no') ? stayWith(state, [whichToChange()]) : undefined;
}

function isAnswered(step: Step, profile: Profile): boolean {
  if (step === 'wants' || step === 'offers' || step === 'interests')
    return topicsIn(profile, step).length > 0;
  return step === 'languages' || step === 'excludes' || (step === 'meet' && profile.meets.length > 0);
}

function back(state: ConversationState, facts: Situation): Reaction {
  const step = state.trail.at(-1);
  if (step === undefined) return stay(state, facts, say('firstQuestion'));
  const next = {
    ...state,
    step,
    trail: state.trail.slice(0, -1),
    turns: Math.max(0, state.turns - 1),
    memo: { ...state.memo, here: {} },
  };
  return stay(next, facts, say('backAgain'));
}

/** "Sorry, I take that back: podcasts" right after a question was left out answers that one. */
export function takingBackSkip(state: ConversationState, text: string, heard: Heard): ConversationState {
  const step = state.trail.at(-1);
  const isLeftOut =
    step !== undefined && askedList(step) !== undefined && !state.memo.answered.includes(step);
  const saysTopics = heard.noted.length + heard.offered.length > 0;
  if (!isLeftOut || !saysTopics || !/\bi take (?:that|it) back\b/i.test(text)) return state;
  const turns = Math.max(0, state.turns - 1);
  return { ...state, step, trail: state.trail.slice(0, -1), turns, memo: { ...state.memo, here: {} } };
}

/** Nothing said is lost until it is said anew: the next answer to each question replaces the old one. */
function restart(state: ConversationState, facts: Situation): Reaction {
  const next: ConversationState = {
    ...state,
    step: ORDER[facts.role][0] ?? 'review',
    trail: [],
    turns: 0,
    memo: { ...emptyMemo(), fresh: [...TOPIC_LISTS] },
  };
  return stay(next, facts, say('restarted'));
}

const CHANGES: [Step, RegExp][] = [
  ['excludes', /exclu|avoid|not (?:to )?be? ?(?:matched|paired)|keep away|never (?:match|pair)/],
  ['languages', /languag|room|capacity|how many/],
  ['meet', /meet|reach|contact|walk|lunch/],
  ['interests', /interest|hobb|free time|talk about/],
  ['wants', /want|learn|understand|curious/],
  ['offers', /offer|help|teach|show|skills?|strength/],
];

/** The field that "change …" names at the review; `review` when it names none. */
export function stepToChange(text: string): Step | undefined {
  const asked =
    /^\W*(?:(?:please|can i|could i|i want to|i would like to|i'd like to|let me|let's)\s+)?(?:change|edit|fix|correct|update|adjust|modify)\b(.*)$/i.exec(
      text.slice(0, 200),
    );
  if (!asked) return undefined;
  const what = (asked[1] ?? '').toLowerCase();
  if (what.trim() === '' || /^\W*(?:something|it|that|this|my profile|profile|things?)\W*$/.test(what))
    return 'review';
  return CHANGES.find(([, pattern]) => pattern.test(what))?.[0];
}

/** To one field of the card, and then back to it. */
export function goTo(state: ConversationState, step: Step, facts: Situation): Reaction {
  const { isRepeated: _, ...here } = state.memo.here;
  const trail = [...state.trail, stepOf(state)].slice(-20);
  const next: ConversationState = { ...state, step, trail, memo: { ...state.memo, here } };
  return stayWith(next, ask(next, facts));
}
