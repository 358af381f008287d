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
    'unsure',
    'aside',
    'greeting',
    'thanks',
    'laugh',
    'bot',
    'correct',
    'change',
    'changedMind',
  ] as const),
  ...(['met', 'whenMeet', 'findMentor', 'pause'] as const),
]);

/** So many things said in one message are answered. */
const ANSWERED_MAX = 2;

/** What is answered of the acts of a message, the weightiest first. */
export function actsToAnswer(acts: readonly Act[], hasAnswered: boolean): Act[] {
  const spoken = acts.filter((act) => act !== 'correct' && !(hasAnswered && OVERHEARD.has(act)));
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
  if (does === 'leave') return stayWith({ ...state, memo: { ...state.memo, isLeaving: true } }, said);
  if (does === 'skip') return step === 'review' ? finish(state, facts) : moveOn(count(state), facts, noted);
  if (acts[0] === 'thanks' && step === 'review') return finish(state, facts);
  if (hasAnswered) return moveOn(count(state), facts, said);
  if (acts[0] !== 'unsure') return stayWith(state, [...said, ...asked(answers, state, facts)]);
  if (state.memo.here.isRepeated && step !== 'excludes' && step !== 'review')
    return moveOn(count(state), facts, [...noted, say('leaveIt'), ...offers]);
  const next = withHere(count(state), { isRepeated: true });
  return stayWith(next, [...said, ...asked(answers, next, facts)]);
}

const BUTTONS_MAX = 6;

/** Teams shows six buttons: where a question follows, its own come first. */
function withRoom(answers: readonly ActAnswer[], question: readonly Line[]): readonly ActAnswer[] {
  const buttonsIn = (lines: readonly Line[]): number => lines.flatMap(({ buttons = [] }) => buttons).length;
  const taken = buttonsIn(answers.flatMap(({ said }) => said)) + buttonsIn(question);
  if (taken <= BUTTONS_MAX) return answers;
  return answers.map((one) =>
    one.thenAsk ? { ...one, said: one.said.map(({ buttons: _, ...line }) => line) } : one,
  );
}

const asked = (answers: readonly ActAnswer[], state: ConversationState, facts: Situation): Line[] =>
  answers.some(({ thenAsk }) => thenAsk) ? ask(state, facts) : [];
