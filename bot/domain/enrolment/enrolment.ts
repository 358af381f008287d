import { asId, type CohortId, toMs } from '#domain/basics/ids.ts';
import { controlsIn } from '#domain/hearing/controls.ts';
import { smallTalkOf } from '#domain/hearing/smallTalk.ts';
import { isComplete } from '#domain/profile/labels.ts';
import { goTo, obey, stepToChange } from './controls.ts';
import { type ConversationState, emptyMemo, type Line } from './conversation.ts';
import { type Before, type Hearing, hearAnswer, STORY } from './hearing.ts';
import { askMaybe, chosenMaybe } from './maybe.ts';
import { freshFor, lastOf, patchOf, remember } from './memory.ts';
import {
  ask,
  count,
  detour,
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
  TURNS_MAX,
  withHere,
} from './turn.ts';
import { notedOf, whichToChange } from './words.ts';

export { type Reaction, type Situation, TURNS_MAX } from './turn.ts';

/** Longer silences get a line that says where we were. */
const SILENCE_MS = 12 * 3_600_000;

/** The first words after *join*: a question, or the card for whom we know from another cohort. */
export function begin(cohort: CohortId, facts: Situation): Reaction {
  const isKnown = isComplete(facts.profile);
  const state: ConversationState = {
    about: 'enrolment',
    cohort,
    step: isKnown ? 'review' : (ORDER[facts.role][0] ?? 'review'),
    trail: [],
    memo: emptyMemo(),
    turns: 0,
    heardAt: facts.now,
  };
  const hello = isKnown
    ? say('welcomeKnown', { name: facts.firstName })
    : say('welcome', { name: facts.firstName });
  return { state, profilePatch: {}, said: [hello, ...ask(state, facts)] };
}

/** Opens the card of an existing profile for changes; a first visit starts with the questions. */
export const review = (facts: Situation): Reaction => {
  const turn = begin(asId<CohortId>(''), facts);
  return isComplete(facts.profile) ? { ...turn, said: ask(turn.state, facts) } : turn;
};

/** Takes the talk up again where it stopped. */
export function resume(state: ConversationState, facts: Situation): Reaction {
  const memo = { ...state.memo, isPaused: false };
  const next: ConversationState = { ...state, about: 'enrolment', memo, heardAt: facts.now };
  return { state: next, profilePatch: {}, said: [reminder(next, facts), ...ask(next, facts)] };
}

/**
 * One turn of the conversation that learns who somebody is: what was heard, in any words or by button, and what
 * to answer. Never throws, whatever is said; never stores or says an age.
 */
export function answer(before: ConversationState, heard: { text: string }, facts: Situation): Reaction {
  const wasSilent = toMs(facts.now) - toMs(before.heardAt) > SILENCE_MS;
  const state: ConversationState = { ...before, heardAt: facts.now };
  const text = heard.text.trim();
  if (wasSilent && smallTalkOf(text) === 'greeting') return stay(state, facts, reminder(state, facts));
  const turn = takeTurn(state, text, facts);
  return wasSilent && turn.finished === undefined
    ? { ...turn, said: [say('hello', { name: facts.firstName }), ...turn.said] }
    : turn;
}

function takeTurn(state: ConversationState, text: string, facts: Situation): Reaction {
  const chosen = chosenMaybe(state, text);
  if (chosen) return hearIt(state, chosen, facts);
  const controls = controlsIn(text);
  const turn = controls.length > 0 ? obey(controls, state, facts) : undefined;
  if (turn) return turn;
  const change = stepOf(state) === 'review' ? stepToChange(text) : undefined;
  if (change)
    return change === 'review'
      ? stayWith(state, [whichToChange()])
      : goTo(withHere(state, { isReturning: true }), change, facts);
  const back = oneBack(state, text);
  return hearIt(back.state, back.text, facts);
}

/** "Sorry, I take that back. Social media": the answer belongs one question earlier. */
const TAKEN_BACK =
  /^\W*(?:(?:sorry|wait|oh|hmm|no|ok(?:ay)?|actually)\W+)*(?:i take (?:that|it) back|on second thoughts?|i(?: have|['’]ve)? changed my mind|(?:go )?back(?: one)?)\s*[.,:;!–—-]+\s*(\S.+)$/is;

function oneBack(state: ConversationState, text: string): { state: ConversationState; text: string } {
  const rest = TAKEN_BACK.exec(text)?.[1];
  const step = state.trail.at(-1);
  if (!rest || step === undefined) return { state, text };
  const { isReturning } = state.memo.here;
  const memo = { ...state.memo, here: isReturning ? { isReturning } : {} };
  return { state: { ...state, step, trail: state.trail.slice(0, -1), memo }, text: rest };
}

function hearIt(state: ConversationState, text: string, facts: Situation): Reaction {
  const step = stepOf(state);
  const profile = freshFor(state, text, facts);
  const before: Before = { step, role: facts.role, profile, last: lastOf(state) };
  const hearing = hearAnswer(text, before);
  const next = count(remember(state, hearing));
  const patch = patchOf(facts.profile, hearing.profile);
  const noted = notedOf(hearing, facts.profile, facts.speech);
  const known: Situation = { ...facts, profile: hearing.profile };
  const turn = decide(next, hearing, { text, noted }, known);
  return { ...turn, profilePatch: patch };
}

function decide(
  state: ConversationState,
  hearing: Hearing,
  heard: { text: string; noted: Line[] },
  facts: Situation,
): Reaction {
  const step = stepOf(state);
  const { noted, text } = heard;
  if (hearing.byAge && !state.memo.here.isPersonAsked) return askForPerson(state, noted, facts);
  if (hearing.answers.has(step)) return moveOn(state, facts, longStory(text, noted));
  if (noted.length > 0) return reask(detour(state), noted, facts);
  return unheard(state, text, facts);
}

/** The kind question about the person or the skill; the present question stays open once. */
function askForPerson(state: ConversationState, noted: Line[], facts: Situation): Reaction {
  const next = detour(withHere(state, { isPersonAsked: true }));
  const kind = say('personOrSkill');
  if (stepOf(next) !== 'review' && next.turns >= TURNS_MAX - 1) return moveOn(next, facts, [...noted, kind]);
  return stayWith(next, [...noted, { ...kind, buttons: ask(next, facts).at(-1)?.buttons ?? [] }]);
}

const longStory = (text: string, noted: Line[]): Line[] =>
  text.length > STORY ? [say('longStory'), ...noted] : noted;

/** Something else was heard and noted; the open question is asked again, unless turns run out. */
function reask(state: ConversationState, noted: Line[], facts: Situation): Reaction {
  if (stepOf(state) === 'review') return stayWith(state, [...noted, ...ask(state, facts)]);
  if (state.turns >= TURNS_MAX - 1) return moveOn(state, facts, noted);
  return stayWith(state, [...noted, ...ask(state, facts)]);
}

/** Nothing was heard: a sensible turn for what it was, the question once more, and then on without a fuss. */
function unheard(state: ConversationState, text: string, facts: Situation): Reaction {
  const step = stepOf(state);
  const maybe = detour(state).turns < TURNS_MAX - 1 ? askMaybe(state, text, facts) : undefined;
  if (maybe) return maybe;
  const talk = smallTalkOf(text);
  const kind = say(text.length > STORY ? 'unheard.long' : `unheard.${talk}`);
  const again = withHere(state, { isRepeated: true });
  if (step === 'review' && talk === 'thanks') return finish(state, facts);
  if (step === 'review') return stay(again, facts, state.memo.here.isRepeated ? say('help.review') : kind);
  if (state.memo.here.isRepeated || detour(state).turns >= TURNS_MAX - 1)
    return moveOn(
      state,
      facts,
      talk === 'nonsense' || talk === 'question' ? [say('leaveIt')] : [kind, say('leaveIt')],
    );
  const hint = step === 'excludes' && talk !== 'trick' ? [say('hint.excludes')] : [];
  return stayWith(detour(again), [kind, ...hint, ...ask(state, facts)]);
}
