import { asId, type CohortId, toMs } from '#domain/basics/ids.ts';
import type { Act } from '#domain/hearing/acts/acts.ts';
import { controlsIn } from '#domain/hearing/acts/controls.ts';
import type { Heard } from '#domain/hearing/heard.ts';
import { languageOf } from '#domain/hearing/text/language.ts';
import { isComplete } from '#domain/profile/labels.ts';
import { actsToAnswer, answerActs } from './acts.ts';
import { goTo, obey, stepToChange, takingBackSkip } from './controls.ts';
import {
  askedList,
  type ConversationState,
  emptyMemo,
  type Line,
  type Picked,
  type Step,
} from './conversation.ts';
import type { Before, Hearing } from './heardAnswer.ts';
import { hearAnswer, STORY } from './hearing.ts';
import { freshFor, lastOf, patchOf, remember } from './memory.ts';
import { isSingle, offerLine, offerOf, pickedIn } from './offers.ts';
import { keepPicked } from './picking.ts';
import {
  ask,
  count,
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
import { keptOf, notedOf, whichToChange } from './words.ts';

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

/** A message of somebody, and what was heard in it at the question that is open. */
export interface Said {
  text: string;
  heard: Heard;
}

/**
 * One turn of the conversation that learns who somebody is: what was heard, in any words or by button, and what
 * to answer. Never throws, whatever is said; never stores or says an age.
 */
export function answer(before: ConversationState, said: Said, facts: Situation): Reaction {
  const wasSilent = toMs(facts.now) - toMs(before.heardAt) > SILENCE_MS;
  const { leaving: _, ...memo } = before.memo;
  const state: ConversationState = { ...before, memo, heardAt: facts.now };
  const text = said.text.trim();
  if (wasSilent && said.heard.acts[0] === 'greeting') return stay(state, facts, reminder(state, facts));
  const turn = takeTurn(state, { ...said, text }, facts);
  return wasSilent && turn.finished === undefined
    ? { ...turn, said: [say('hello', { name: facts.firstName }), ...turn.said] }
    : turn;
}

function takeTurn(state: ConversationState, said: Said, facts: Situation): Reaction {
  const picked = pickedIn(said.text, state);
  if (picked) return confirm(state, picked, facts);
  const controls = controlsIn(said.text);
  const turn = controls.length > 0 ? obey(controls, state, facts) : undefined;
  if (turn) return turn;
  const change = stepOf(state) === 'review' ? stepToChange(said.text) : undefined;
  if (change === 'review') return stayWith(state, [whichToChange()]);
  if (change) {
    const asked = goTo(withHere(state, { isReturning: true }), change, facts);
    const to = (change === 'meet' || change === 'languages') && /\bto\b(.+)/isu.exec(said.text)?.[1]?.trim();
    // "Change meeting to video" is question and answer in one.
    return to ? hearIt(asked.state, { ...said, text: to }, facts) : asked;
  }
  return hearIt(state, said, facts);
}

/** Topics ticked at a question are its answer, like words. */
export function pick(before: ConversationState, picked: Picked, facts: Situation): Reaction {
  const state: ConversationState = { ...before, heardAt: facts.now };
  const kept = keepPicked(facts.profile, picked, undefined);
  const known: Situation = { ...facts, profile: kept.profile };
  const list = askedList(stepOf(state));
  const remembered = list ? rememberPicked(state, kept.added, list) : state;
  const said = keptOf(kept, facts.profile, facts.speech);
  return { ...moveOn(count(remembered), known, said), profilePatch: patchOf(facts.profile, kept.profile) };
}

/** Topics ticked in an offer are kept, and cost no turn: the open question stays unless they answer it. */
export function confirm(before: ConversationState, picked: Picked, facts: Situation): Reaction {
  const { offer, ...memo } = before.memo;
  const kept = keepPicked(facts.profile, picked, offer?.own);
  const known: Situation = { ...facts, profile: kept.profile };
  const [first] = kept.added;
  const state: ConversationState = { ...before, memo, heardAt: facts.now };
  const next = first ? rememberPicked(state, kept.added, first.list) : state;
  const said =
    kept.added.length + picked.topics.length + picked.own.length === 0
      ? [say(offer && isSingle(offer) ? 'offer.notThat' : 'offer.none')]
      : keptOf(kept, facts.profile, facts.speech);
  const isAnswer = kept.added.some(({ list }) => list === next.step);
  const isOpen = next.about === 'enrolment';
  const turn =
    isOpen && isAnswer
      ? moveOn(next, known, said)
      : stayWith(next, [...said, ...(isOpen ? ask(next, known) : [])]);
  return { ...turn, profilePatch: patchOf(facts.profile, kept.profile) };
}

function rememberPicked(
  state: ConversationState,
  added: Hearing['added'],
  list: Hearing['added'][number]['list'],
): ConversationState {
  const { memo } = state;
  const answered = [...new Set([...memo.answered, list])];
  const fresh = memo.fresh.filter((each) => each !== list);
  const topics = added.filter((one) => one.list === list).map(({ topic }) => topic);
  return {
    ...state,
    memo: { ...memo, answered, fresh, ...(topics.length > 0 && { last: { list, topics } }) },
  };
}

function hearIt(before: ConversationState, { text, heard }: Said, facts: Situation): Reaction {
  const state = takingBackSkip(before, text, heard);
  const step = stepOf(state);
  const profile = freshFor(state, text, heard, facts);
  const offered = state.memo.offer?.topics ?? [];
  const asked: Before = { step, role: facts.role, profile, last: lastOf(state), offered };
  const hearing = hearAnswer(text, heard, asked);
  const offer = offerOf(state, heard, hearing);
  const remembered = remember(state, hearing, offer);
  const patch = patchOf(facts.profile, hearing.profile);
  const noted = notedOf(hearing, facts.profile, facts.speech);
  const known: Situation = { ...facts, profile: hearing.profile };
  const heardAll = { text, noted, acts: heard.acts, offers: offer ? [offerLine(offer)] : [] };
  return { ...decide(remembered, hearing, heardAll, known), profilePatch: patch };
}

interface HeardAll {
  text: string;
  noted: Line[];
  acts: readonly Act[];
  offers: Line[];
}

function decide(state: ConversationState, hearing: Hearing, all: HeardAll, facts: Situation): Reaction {
  const { noted, offers, text } = all;
  const hasAnswered = hearing.answers.has(stepOf(state));
  // In a story small talk says nothing.
  const isAnswer = hasAnswered || hearing.removed.length > 0 || text.length > STORY;
  const isKept = hearing.excluded.length > 0;
  const isPutRight = noted.length + offers.length + hearing.denied.length > 0;
  const acts = actsToAnswer(
    all.acts.filter((act) => (act !== 'avoid' || !isKept) && (act !== 'correct' || !isPutRight)),
    isAnswer,
  );
  if (acts.length > 0) return answerActs(acts, state, facts, { noted, offers, hasAnswered });
  if (hasAnswered) return moveOn(count(state), facts, [...longStory(text, noted), ...offers]);
  if (hearing.byAge && !state.memo.here.isPersonAsked && hearing.added.length + offers.length === 0)
    return askForPerson(count(state), noted, facts);
  if (isKept) return stayWith(state, [...noted, ...ask(state, facts)]);
  if (noted.length > 0) return reask(count(state), [...noted, ...offers], facts);
  if (offers.length > 0 && hearing.isCorrection) return reask(count(state), offers, facts);
  if (offers.length > 0) return goOnWith(count(state), longStory(text, offers), facts);
  if (hearing.denied.length > 0) return reask(count(state), deniedOf(state), facts);
  return unheard(count(state), text, facts);
}
const deniedOf = (state: ConversationState): Line[] => [say(`denied.${askedList(stepOf(state)) ?? 'other'}`)];

/** The card with what may be meant carries the next question, so that whoever ignores it simply goes on. */
const goOnWith = (state: ConversationState, offers: Line[], facts: Situation): Reaction =>
  stepOf(state) === 'review' || stepOf(state) === 'excludes'
    ? stayWith(state, [...offers, ...ask(state, facts)])
    : moveOn(state, facts, offers);

/** The kind question about the person or the skill; the present question stays open once. */
function askForPerson(state: ConversationState, noted: Line[], facts: Situation): Reaction {
  const next = withHere(state, { isPersonAsked: true });
  const kind = say('personOrSkill');
  const mayGoOn = stepOf(next) !== 'review' && stepOf(next) !== 'excludes';
  if (mayGoOn && next.turns >= TURNS_MAX - 1) return moveOn(next, facts, [...noted, kind]);
  return stayWith(next, [...noted, { ...kind, buttons: ask(next, facts).at(-1)?.buttons ?? [] }]);
}

const longStory = (text: string, noted: Line[]): Line[] =>
  text.length > STORY ? [say('longStory'), ...noted] : noted;

/** Something else was heard and noted; the open question is asked again, unless turns run out. */
function reask(state: ConversationState, noted: Line[], facts: Situation): Reaction {
  if (stepOf(state) === 'review' || stepOf(state) === 'excludes')
    return stayWith(state, [...noted, ...ask(state, facts)]);
  if (state.turns >= TURNS_MAX - 1) return moveOn(state, facts, noted);
  return stayWith(state, [...noted, ...ask(state, facts)]);
}

/** Nothing was heard: the question once more, and then on without a fuss. Whom not to meet is never given up. */
function unheard(state: ConversationState, text: string, facts: Situation): Reaction {
  const step = stepOf(state);
  const { isRepeated } = state.memo.here;
  const kind = kindOf(text, step);
  const again = withHere(state, { isRepeated: true });
  if (step === 'excludes') return stayWith(again, [{ ...kind, opensTab: 'profile' }, ...ask(state, facts)]);
  if (step === 'review') return stay(again, facts, isRepeated ? say('help.review') : kind);
  if (isRepeated || state.turns >= TURNS_MAX - 1) return moveOn(state, facts, [say('leaveIt')]);
  return stayWith(again, [kind, ...ask(state, facts)]);
}

function kindOf(text: string, step: Step): Line {
  if (step === 'excludes') return say('unheard.excludes');
  if (text.length > STORY) return say('unheard.long');
  return languageOf(text) === 'en' ? say('unheard.nonsense') : { text: { word: 'acts:language.bot' } };
}
