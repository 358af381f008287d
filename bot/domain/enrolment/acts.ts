import type { Act } from '#domain/hearing/acts/acts.ts';
import { answerAct } from './acting/answers.ts';
import type { ActAnswer, Standing } from './acting/standing.ts';
import type { ConversationState, Line } from './conversation.ts';
import {
  ask,
  count,
  finish,
  moveOn,
  type Reaction,
  type Situation,
  say,
  stayWith,
  stepOf,
  stop,
  withHere,
} from './turn.ts';

/** Talk and steering that say nothing any more where the same message answered the question. */
const OVERHEARD: ReadonlySet<Act> = new Set([
  ...([
    'skip',
    'shy',
    'unsure',
    'aside',
    'greeting',
    'thanks',
    'laugh',
    'bot',
    'correct',
    'change',
    'changedMind',
    'personal',
  ] as const),
  ...(['met', 'whenMeet', 'findMentor', 'pause'] as const),
]);

/** So many things said in one message are answered. */
const ANSWERED_MAX = 2;

/** What is answered of the acts of a message, the weightiest first. */
export function actsToAnswer(acts: readonly Act[], hasAnswered: boolean): Act[] {
  // Whoever asks to confide something is told who can read it.
  const isTold = (act: Act): boolean => act === 'whoSees' && acts.includes('confide');
  const others = acts.filter((act) => act !== 'correct' && !isTold(act));
  // What puts something right is answered by what became of it; alone it asks what is meant.
  const spoken = (others.length > 0 ? others : acts).filter((act) => !(hasAnswered && OVERHEARD.has(act)));
  // "No idea, sorry, the dog is barking": one kind word is enough.
  const grave = spoken.filter((act) => !OVERHEARD.has(act));
  return (grave.length > 0 ? grave : spoken.slice(0, 1)).slice(0, ANSWERED_MAX);
}

/** Where somebody stands while questions are open. */
const joining = (state: ConversationState, facts: Situation): Standing => ({
  ...facts.standing,
  ...{ state: 'joining', step: stepOf(state), role: facts.role, profile: facts.profile },
});

/** What came of a message beside its acts. */
export interface Beside {
  noted: Line[];
  offers: Line[];
  /** The open question is answered. */
  hasAnswered: boolean;
}

/**
 * Answers what a message does beside naming topics, after what was noted of it, and comes back to the question that is
 * open. Nothing of it is stored.
 */
export function answerActs(
  acts: readonly Act[],
  state: ConversationState,
  facts: Situation,
  { noted, offers, hasAnswered }: Beside,
): Reaction {
  const answers = acts.map((act) => answerAct(act, joining(state, facts)));
  const does = answers.map((one) => one.does).find(Boolean);
  const said = [...noted, ...withRoom(answers, ask(state, facts)).flatMap((one) => one.said), ...offers];
  const step = stepOf(state);
  if (does === 'stop') return { ...stop(state, facts), said };
  const leaving = does === 'leave' ? facts.standing.cohort?.id : undefined;
  if (leaving) return stayWith({ ...state, memo: { ...state.memo, leaving } }, said);
  if (does === 'skip') return step === 'review' ? finish(state, facts) : moveOn(count(state), facts, noted);
  if (acts[0] === 'thanks' && step === 'review') return finish(state, facts);
  if (hasAnswered) return moveOn(count(state), facts, said);
  if (acts[0] !== 'unsure' && acts[0] !== 'shy')
    return stayWith(state, [...said, ...asked(answers, state, facts)]);
  if (state.memo.here.isRepeated && step !== 'excludes' && step !== 'review')
    return moveOn(count(state), facts, [...noted, say('leaveIt'), ...offers]);
  const next = withHere(count(state), { isRepeated: true });
  return stayWith(next, [...said, ...asked(answers, next, facts)]);
}

const BUTTONS_MAX = 6;

/** Teams shows six buttons: where a question follows, its own come first, and none stands there twice. */
function withRoom(answers: readonly ActAnswer[], question: readonly Line[]): readonly ActAnswer[] {
  const own = new Set(question.flatMap(hearsOf));
  const unlike = answers.map((one) => (one.thenAsk ? { ...one, said: one.said.map(without(own)) } : one));
  if (unlike.flatMap(({ said }) => said).flatMap(hearsOf).length + own.size <= BUTTONS_MAX) return unlike;
  return answers.map((one) =>
    one.thenAsk ? { ...one, said: one.said.map(({ buttons: _, ...line }) => line) } : one,
  );
}

const hearsOf = ({ buttons = [] }: Line): string[] => buttons.map(({ hears }) => hears);

/** A line without the buttons that stand elsewhere in the same message. */
const without =
  (taken: ReadonlySet<string>) =>
  ({ buttons, ...line }: Line): Line => ({
    ...line,
    ...(buttons && { buttons: buttons.filter(({ hears }) => !taken.has(hears)) }),
  });

const asked = (answers: readonly ActAnswer[], state: ConversationState, facts: Situation): Line[] =>
  answers.some(({ thenAsk }) => thenAsk) ? ask(state, facts) : [];

/** Who says this is not asked to go on with questions that were put aside. */
const UNHURRIED: ReadonlySet<Act> = new Set(['stop', 'leave', 'distress', 'concern']);
export const isUnhurried = (acts: readonly Act[]): boolean => acts.some((act) => UNHURRIED.has(act));
/** Not true while questions wait. */
const NOTHING_OPEN: ReadonlySet<string> = new Set(['acts:next.joined', 'acts:skip.none']);

/** The answer, and after it whether the questions that wait shall go on; no button stands twice. */
export function thenAsk(said: readonly Line[], asks: Line): Line[] {
  const kept = said.filter(({ text }) => !NOTHING_OPEN.has(text?.word ?? ''));
  const shown = new Set(kept.flatMap(({ buttons = [] }) => buttons.map(({ hears }) => hears)));
  return [...kept, without(shown)(asks)];
}
