import { type Control, controlsIn } from './controls.ts';
import type { ConversationState, Said, Say } from './conversation.ts';
import { type Before, type Hearing, hearAnswer, STEPS, type Step } from './enrolmentHearing.ts';
import { notedOf, questionOf, whichToChange } from './enrolmentWords.ts';
import { asId, type CohortId, type Instant, type TopicId, toMs } from './ids.ts';
import type { Profile, Role } from './person.ts';
import { isComplete, type Speech, type TopicList, topicsIn } from './profile.ts';
import { smallTalkOf } from './smallTalk.ts';

/** What the talk may know besides its own state. */
export interface Facts {
  profile: Profile;
  role: Role;
  firstName: string;
  now: Instant;
  speech: Speech;
}

export interface Turn {
  state: ConversationState;
  /** What changed in the profile; empty when nothing did. */
  profilePatch: Partial<Profile>;
  said: Said[];
  /** The conversation is over: with a profile (`done`), or put aside (`stopped`). */
  finished?: 'done' | 'stopped';
}

/** A complete profile takes at most this many answers. */
export const TURNS_MAX = 8;
/** Longer silences get a line that says where we were. */
const SILENCE_MS = 12 * 3_600_000;

const ORDER: Record<Role, Step[]> = {
  executive: ['wants', 'offers', 'interests', 'meet', 'languages', 'excludes', 'review'],
  mentor: ['offers', 'wants', 'interests', 'meet', 'languages', 'excludes', 'review'],
};

const say = (word: string, values?: Say['values']): Said => ({
  text: { word: `enrolment:${word}`, ...(values && { values }) },
});
const stepOf = (state: ConversationState): Step => STEPS.find((step) => step === state.step) ?? 'review';
const said = (state: ConversationState): string[] => (state.memo.said ?? '').split(',').filter(Boolean);

function ask(state: ConversationState, facts: Facts): Said[] {
  return questionOf({
    step: stepOf(state),
    role: facts.role,
    profile: facts.profile,
    isFirst: state.trail.length === 0,
    speech: facts.speech,
  });
}

/** The first words after *join*: a question, or the card for whom we know from another cohort. */
export function begin(cohort: CohortId, facts: Facts): Turn {
  const isKnown = isComplete(facts.profile);
  const state: ConversationState = {
    about: 'enrolment',
    cohort,
    step: isKnown ? 'review' : (ORDER[facts.role][0] ?? 'review'),
    trail: [],
    memo: {},
    turns: 0,
    heardAt: facts.now,
  };
  const hello = isKnown
    ? say('welcomeKnown', { name: facts.firstName })
    : say('welcome', { name: facts.firstName });
  return { state, profilePatch: {}, said: [hello, ...ask(state, facts)] };
}

/** Opens the card of an existing profile for changes; a first visit starts with the questions. */
export const review = (facts: Facts): Turn => {
  const turn = begin(asId<CohortId>(''), facts);
  return isComplete(facts.profile) ? { ...turn, said: ask(turn.state, facts) } : turn;
};

/** Takes the talk up again where it stopped. */
export function resume(state: ConversationState, facts: Facts): Turn {
  const { paused: _paused, ...memo } = state.memo;
  const next: ConversationState = { ...state, about: 'enrolment', memo, heardAt: facts.now };
  return { state: next, profilePatch: {}, said: [reminder(next, facts), ...ask(next, facts)] };
}

const reminder = (state: ConversationState, facts: Facts): Said =>
  say(`welcomeBack.${stepOf(state)}`, { name: facts.firstName });

/**
 * One turn of the conversation that learns who somebody is: what was heard, in any words or by button, and what
 * to answer. Never throws, whatever is said; never stores or says an age.
 */
export function answer(before: ConversationState, heard: { text: string }, facts: Facts): Turn {
  const wasSilent = toMs(facts.now) - toMs(before.heardAt) > SILENCE_MS;
  const state: ConversationState = { ...before, heardAt: facts.now };
  const text = heard.text.trim();
  if (wasSilent && smallTalkOf(text) === 'greeting') return stay(state, facts, reminder(state, facts));
  const turn = takeTurn(state, text, facts);
  return wasSilent && turn.finished === undefined
    ? { ...turn, said: [say('hello', { name: facts.firstName }), ...turn.said] }
    : turn;
}

function takeTurn(state: ConversationState, text: string, facts: Facts): Turn {
  const controls = controlsIn(text);
  const turn = controls.length > 0 ? obey(controls, state, facts) : undefined;
  if (turn) return turn;
  const change = stepOf(state) === 'review' ? stepToChange(text) : undefined;
  if (change)
    return change === 'review'
      ? stayWith(state, [whichToChange()])
      : goTo({ ...state, memo: { ...state.memo, returning: 'yes' } }, change, facts);
  return hearIt(state, text, facts);
}

const stay = (state: ConversationState, facts: Facts, first: Said): Turn =>
  stayWith(state, [first, ...ask(state, facts)]);
const stayWith = (state: ConversationState, words: Said[]): Turn => ({
  state,
  profilePatch: {},
  said: words,
});

/** Controls that mean something at this step; nothing when the words are an answer after all. */
function obey(controls: Control[], state: ConversationState, facts: Facts): Turn | undefined {
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
  if (step === 'review') {
    if (has('yes') || has('skip')) return finish(state, facts);
    return has('no') ? stayWith(state, [whichToChange()]) : undefined;
  }
  if (has('skip') || has('no') || (has('yes') && isAnswered(step, facts.profile)))
    return moveOn(count(state), facts, []);
  if (has('goOn')) return stay(state, facts, reminder(state, facts));
  return undefined;
}

function isAnswered(step: Step, profile: Profile): boolean {
  if (step === 'wants' || step === 'offers' || step === 'interests')
    return topicsIn(profile, step).length > 0;
  return step === 'languages' || step === 'excludes' || (step === 'meet' && profile.meets.length > 0);
}

const count = (state: ConversationState): ConversationState => ({ ...state, turns: state.turns + 1 });

function stop(state: ConversationState, facts: Facts): Turn {
  const next: ConversationState = { ...state, about: 'none', memo: { ...state.memo, paused: 'yes' } };
  const goOn = { title: { word: 'enrolment:button.goOn' }, hears: 'continue' };
  return {
    state: next,
    profilePatch: {},
    said: [{ ...say('stopped', { name: facts.firstName }), buttons: [goOn] }],
    finished: 'stopped',
  };
}

function back(state: ConversationState, facts: Facts): Turn {
  const step = state.trail.at(-1);
  if (step === undefined) return stay(state, facts, say('firstQuestion'));
  const next = {
    ...state,
    step,
    trail: state.trail.slice(0, -1),
    turns: Math.max(0, state.turns - 1),
    memo: without(state.memo, 'asked', 'returning'),
  };
  return stay(next, facts, say('backAgain'));
}

/** Nothing said is lost until it is said anew: the next answer to each question replaces the old one. */
function restart(state: ConversationState, facts: Facts): Turn {
  const next: ConversationState = {
    ...state,
    step: ORDER[facts.role][0] ?? 'review',
    trail: [],
    turns: 0,
    memo: { fresh: 'wants,offers,interests' },
  };
  return stay(next, facts, say('restarted'));
}

function without(memo: Record<string, string>, ...names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(memo).filter(([name]) => !names.includes(name)));
}

function finish(state: ConversationState, facts: Facts): Turn {
  const next: ConversationState = { ...state, about: 'none', step: '', trail: [], memo: {} };
  const word = isComplete(facts.profile) ? `finished.${facts.role}` : 'finishedEmpty';
  return { state: next, profilePatch: {}, said: [say(word, { name: facts.firstName })], finished: 'done' };
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
function stepToChange(text: string): Step | undefined {
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

function goTo(state: ConversationState, step: Step, facts: Facts): Turn {
  const next = {
    ...state,
    step,
    trail: [...state.trail, stepOf(state)].slice(-20),
    memo: without(state.memo, 'asked'),
  };
  return stayWith(next, ask(next, facts));
}

function hearIt(state: ConversationState, text: string, facts: Facts): Turn {
  const step = stepOf(state);
  const profile = freshFor(state, text, facts);
  const before: Before = { step, role: facts.role, profile, last: lastOf(state) };
  const hearing = hearAnswer(text, before);
  const next = count(remember(state, hearing));
  const patch = patchOf(facts.profile, hearing.profile);
  const noted = notedOf(hearing, facts.profile, facts.speech);
  const known: Facts = { ...facts, profile: hearing.profile };
  const turn = decide(next, hearing, { text, noted }, known);
  return { ...turn, profilePatch: patch };
}

function decide(
  state: ConversationState,
  hearing: Hearing,
  heard: { text: string; noted: Said[] },
  facts: Facts,
): Turn {
  const step = stepOf(state);
  const { noted, text } = heard;
  if (hearing.byAge && !state.memo.asked) return askForPerson(state, noted, facts);
  if (hearing.answers.has(step)) return moveOn(state, facts, longStory(text, noted));
  if (noted.length > 0) return reask(state, noted, facts);
  return unheard(state, text, facts);
}

/** The kind question about the person or the skill; the present question stays open once. */
function askForPerson(state: ConversationState, noted: Said[], facts: Facts): Turn {
  const next = { ...state, memo: { ...state.memo, asked: 'yes' } };
  const kind = say('personOrSkill');
  if (state.turns >= TURNS_MAX - 1) return moveOn(next, facts, [...noted, kind]);
  return stayWith(next, [...noted, { ...kind, buttons: ask(next, facts).at(-1)?.buttons ?? [] }]);
}

const longStory = (text: string, noted: Said[]): Said[] =>
  text.length > 600 ? [say('longStory'), ...noted] : noted;

/** Something else was heard and noted; the open question is asked again, unless turns run out. */
function reask(state: ConversationState, noted: Said[], facts: Facts): Turn {
  if (stepOf(state) === 'review') return stayWith(state, [...noted, ...ask(state, facts)]);
  if (state.turns >= TURNS_MAX - 1) return moveOn(state, facts, noted);
  return stayWith(state, [...noted, ...ask(state, facts)]);
}

/** Nothing was heard: a sensible turn for what it was, the question once more, and then on without a fuss. */
function unheard(state: ConversationState, text: string, facts: Facts): Turn {
  const step = stepOf(state);
  const kind = say(text.length > 600 ? 'unheard.long' : `unheard.${smallTalkOf(text)}`);
  const isTalk = smallTalkOf(text) === 'greeting' || smallTalkOf(text) === 'thanks';
  if (isTalk && !state.memo.asked)
    return stay({ ...state, turns: state.turns - 1, memo: { ...state.memo, asked: 'yes' } }, facts, kind);
  if (step === 'review')
    return state.memo.asked
      ? finish(state, facts)
      : stay({ ...state, memo: { ...state.memo, asked: 'yes' } }, facts, kind);
  if (state.memo.asked || state.turns >= TURNS_MAX - 1) return moveOn(state, facts, [say('leaveIt')]);
  const hint = step === 'excludes' ? [say('hint.excludes')] : [];
  return stayWith({ ...state, memo: { ...state.memo, asked: 'yes' } }, [kind, ...hint, ...ask(state, facts)]);
}

/** To the next question nobody has answered yet; to the review when one field was changed or turns run out. */
function moveOn(state: ConversationState, facts: Facts, first: Said[]): Turn {
  const step = stepOf(state);
  const order = ORDER[facts.role];
  const rest = order.slice(order.indexOf(step) + 1);
  const open = rest.find((each) => each === 'review' || !said(state).includes(each)) ?? 'review';
  const next = state.memo.returning || state.turns >= TURNS_MAX - 1 ? 'review' : open;
  const trail = step === 'review' ? state.trail : [...state.trail, step].slice(-20);
  const moved = { ...state, step: next, trail, memo: without(state.memo, 'asked', 'returning') };
  return stayWith(moved, [...first, ...ask(moved, facts)]);
}

function lastOf(state: ConversationState): Before['last'] {
  const list = (state.memo.lastList ?? '') as TopicList | '';
  return {
    list,
    topics: (state.memo.lastTopics ?? '')
      .split(',')
      .filter(Boolean)
      .map((topic) => asId<TopicId>(topic)),
  };
}

function remember(state: ConversationState, hearing: Hearing): ConversationState {
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
function freshFor(state: ConversationState, text: string, facts: Facts): Profile {
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

function patchOf(before: Profile, after: Profile): Partial<Profile> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Profile]),
    ),
  );
}
