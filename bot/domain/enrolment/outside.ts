import type { CohortId } from '#domain/basics/ids.ts';
import type { Enrolment } from '#domain/cohorts/member.ts';
import type { Line } from '#domain/enrolment/conversation.ts';
import { commandText, findCommand } from '#domain/hearing/commands.ts';
import { controlsIn } from '#domain/hearing/controls.ts';
import { isOnlyTalk, type SmallTalk, smallTalkOf } from '#domain/hearing/smallTalk.ts';
import { recognise } from '#domain/hearing/topics/topicSearch.ts';
import { isOwn } from '#domain/hearing/topics/topics.ts';
import type { Role } from '#domain/people/person.ts';

/** What the bot knows of somebody who talks outside a conversation. */
export interface Listening {
  firstName: string;
  /** An enrolment conversation was put aside. */
  isPaused: boolean;
  /** They joined, but nothing was ever asked: in the tab, or a server died in that moment. */
  unasked: CohortId | undefined;
  /** The role in the first cohort they joined. */
  role: Role | undefined;
  enrolments: { cohort: CohortId; name: string; isOpen: boolean; enrolment: Enrolment }[];
  hasPair: boolean;
}

export type Next =
  | { does: 'say'; said: Line[] }
  | { does: 'join'; cohort: CohortId }
  | { does: 'answer'; cohort: CohortId; answer: 'pass' | 'later' }
  | { does: 'resume' | 'review' | 'hearTopics' };

type Button = NonNullable<Line['buttons']>[number];

const say = (word: string, values?: Record<string, string | number>): Line => ({
  text: { word: `enrolment:${word}`, ...(values && { values }) },
});
const button = (name: string, hears: string, values?: Record<string, string>): Button => ({
  title: { word: `enrolment:button.${name}`, ...(values && { values }) },
  hears,
});

/** Invitations nobody answered yet, or put off. */
const openIn = (listening: Listening) =>
  listening.enrolments.filter(
    ({ isOpen, enrolment }) => isOpen && (enrolment.state === 'invited' || enrolment.state === 'later'),
  );
/** Everything one could still join, a changed mind included. */
const joinable = (listening: Listening) =>
  listening.enrolments.filter(({ isOpen, enrolment }) => isOpen && enrolment.state !== 'joined');

const answering = (one: Button): Button => ({ ...one, at: 'invitation' });

const BUTTONS_MAX = 6;
const NAMED_MAX = 20;

/** Those without a button, with what to type: `join 7` and its name. */
const othersIn = (open: Listening['enrolments']): string =>
  open
    .slice(BUTTONS_MAX, NAMED_MAX)
    .map(({ name }, n) => `“join ${BUTTONS_MAX + n + 1}” ${name}`)
    .join(', ');
function invitation(open: Listening['enrolments']): Line {
  const only = open.length === 1 ? open[0] : undefined;
  if (only)
    return {
      ...say('outside.invited', { name: only.name }),
      buttons: [button('join', 'join'), button('pass', 'not for me'), button('later', 'ask me later')].map(
        answering,
      ),
    };
  return {
    ...(open.length > BUTTONS_MAX
      ? say('outside.invitedMore', { count: open.length, others: othersIn(open) })
      : say('outside.invitedMany', { count: open.length })),
    buttons: open
      .slice(0, BUTTONS_MAX)
      .map(({ name }, n) => answering(button('joinNamed', `join ${n + 1}`, { name }))),
  };
}

const goOn = (): Line => ({
  ...say('outside.paused'),
  buttons: [button('goOn', 'continue'), button('profile', 'profile')],
});

/** There are questions left that the bot would ask. */
const isWaiting = ({ isPaused, unasked }: Listening): boolean => isPaused || unasked !== undefined;

/** Something useful to press, whatever was said. */
function pointer(listening: Listening): Line[] {
  const open = openIn(listening);
  if (open.length > 0) return [invitation(open)];
  if (isWaiting(listening)) return [goOn()];
  const buttons = [button('help', 'help'), ...(listening.role ? [button('profile', 'profile')] : [])];
  return [{ buttons }];
}

/** The first words to somebody, with their invitation when there is one. */
export const hello = (listening: Listening): Line[] => [
  say('outside.greet', { name: listening.firstName }),
  ...pointer(listening),
];

const say1 = (said: Line[]): Next => ({ does: 'say', said });

/** What to do with words outside a conversation. Always something useful, never a dead end. */
export function outside(text: string, listening: Listening): Next {
  const controls = controlsIn(text);
  const joining = joinAsked(text, listening, controls.includes('yes'));
  if (joining) return joining;
  const goesOn = controls.includes('goOn') || controls.includes('yes');
  if (listening.isPaused && goesOn) return { does: 'resume' };
  if (listening.unasked && goesOn) return { does: 'join', cohort: listening.unasked };
  const command = findCommand(text);
  if (command) return obey(command.name, listening);
  if (listening.role && namesTopics(text)) return { does: 'hearTopics' };
  return answerSmallTalk(smallTalkOf(text), listening);
}

function answerSmallTalk(kind: SmallTalk, listening: Listening): Next {
  if (kind === 'greeting')
    return say1([say('outside.hello', { name: listening.firstName }), ...pointer(listening)]);
  if (openIn(listening).length > 0 || isWaiting(listening))
    return say1([...(kind === 'nonsense' ? [] : [say(`unheard.${kind}`)]), ...pointer(listening)]);
  if (kind === 'thanks' || kind === 'laugh') return say1([say(`unheard.${kind}`), ...pointer(listening)]);
  if (kind !== 'nonsense' && kind !== 'question')
    return say1([say(`unheard.${kind}`), { card: { name: 'help' } }]);
  return say1([say('outside.lost'), { card: { name: 'help' } }]);
}

/** `join`, `join 2`, a plain yes to the one open invitation, `not for me`, `later`. */
function joinAsked(text: string, listening: Listening, isYes: boolean): Next | undefined {
  const typed = commandText(text);
  const open = openIn(listening);
  const choices = open.length > 0 ? open : joinable(listening);
  const number = /^join (\d{1,3})$/.exec(typed);
  const chosen = number ? choices[Number(number[1]) - 1] : choices.length === 1 ? choices[0] : undefined;
  if (number && chosen) return { does: 'join', cohort: chosen.cohort };
  const [only] = open;
  const answer = only && open.length === 1 ? answerTo(only.cohort, typed, isYes) : undefined;
  if (answer) return answer;
  if (findCommand(text)?.name !== 'invitation') return undefined;
  if (/^(?:invitations?|my invitation|einladung)$/.test(typed) && open.length > 0)
    return say1([invitation(open)]);
  if (chosen) return { does: 'join', cohort: chosen.cohort };
  if (choices.length > 1) return say1([invitation(choices)]);
  const joined = listening.enrolments.find(({ enrolment }) => enrolment.state === 'joined');
  return say1([
    joined ? say('outside.joined', { name: joined.name }) : say('outside.noInvitation'),
    ...pointer(listening),
  ]);
}

/** The answer to the one open invitation. */
function answerTo(cohort: CohortId, typed: string, isYes: boolean): Next | undefined {
  if (isYes) return { does: 'join', cohort };
  if (/^(?:not for me|pass|decline|i pass|no|no thanks|not interested|rather not)$/.test(typed))
    return { does: 'answer', cohort, answer: 'pass' };
  if (/^(?:ask me later|later|not now|maybe later|another time|remind me later)$/.test(typed))
    return { does: 'answer', cohort, answer: 'later' };
  return undefined;
}

function obey(name: string, listening: Listening): Next {
  switch (name) {
    case 'profile':
      return listening.role ? { does: 'review' } : say1([say('outside.notIn'), ...pointer(listening)]);
    case 'search':
    case 'pair':
      return say1([say(listening.hasPair ? 'outside.pair' : 'outside.pairNone'), ...pointer(listening)]);
    case 'privacy':
      return say1([say('privacy'), ...pointer(listening)]);
    case 'stop':
      return say1([say('outside.nothingToStop'), ...pointer(listening)]);
    default:
      return say1([
        say('outside.help'),
        { card: { name: 'help' } },
        ...(openIn(listening).length > 0 ? pointer(listening) : []),
      ]);
  }
}

/** "I could also help with Excel" belongs in the profile, also when nobody asked. */
const namesTopics = (text: string): boolean =>
  !isOnlyTalk(text) &&
  recognise(text).some(
    (heard) =>
      !isOwn(heard.topic) && !heard.isGuess && ['want', 'ask', 'offer', 'deny'].includes(heard.means),
  );
