import type { CohortId } from '#domain/basics/ids.ts';
import type { Enrolment } from '#domain/cohorts/member.ts';
import type { Line } from '#domain/enrolment/conversation.ts';
import { commandText, findCommand } from '#domain/hearing/acts/commands.ts';
import { type Control, controlsIn } from '#domain/hearing/acts/controls.ts';
import type { Heard } from '#domain/hearing/heard.ts';
import { answerAct } from './acting/answers.ts';
import type { Standing } from './acting/standing.ts';
import { actsToAnswer, isUnhurried, thenAsk } from './acts.ts';
import { invitationAnswer } from './answer.ts';
import { namesAvoided } from './avoiding.ts';
import { ownTakenOff } from './takingOff.ts';

/** What the bot knows of somebody who talks outside a conversation. */
export interface Listening {
  standing: Standing;
  /** An enrolment conversation was put aside. */
  isPaused: boolean;
  /** They joined, but nothing was ever asked: in the tab, or a server died in that moment. */
  unasked: CohortId | undefined;
  enrolments: { cohort: CohortId; name: string; isOpen: boolean; enrolment: Enrolment }[];
}

export type Next =
  | { does: 'say'; said: Line[]; leaving?: CohortId | undefined }
  | { does: 'join'; cohort: CohortId }
  | { does: 'answer'; cohort: CohortId; answer: 'pass' | 'later' }
  /** `said` where there is nothing to note it for. */
  | { does: 'met' | 'away'; said: Line[] }
  | { does: 'resume' | 'review' | 'hearTopics' | 'search' | 'avoid' };

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
const joinedIn = (listening: Listening) =>
  listening.enrolments.filter(({ enrolment }) => enrolment.state === 'joined');

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
  const buttons = [
    button('help', 'help'),
    ...(listening.standing.role ? [button('profile', 'profile')] : []),
  ];
  return [{ buttons }];
}

/** The first words to somebody, with their invitation when there is one. */
export const hello = (listening: Listening): Line[] => [
  say('outside.greet', { name: listening.standing.firstName }),
  ...pointer(listening),
];

const say1 = (said: Line[]): Next => ({ does: 'say', said });

/** What to do with words outside a conversation. Always something useful, never a dead end. */
export function outside(text: string, heard: Heard, listening: Listening): Next {
  const controls = controlsIn(text);
  const isYes = controls.includes('yes');
  const command = findCommand(text);
  return (
    joinAsked({ text, heard }, listening, isYes) ??
    (isYes || controls.includes('goOn') ? goOnWith(listening) : undefined) ??
    (command && obey(command.name, listening)) ??
    steer(controls, listening) ??
    answerHeard(text, heard, listening) ??
    unheard(text, controls.includes('no') || controls.includes('skip'), listening)
  );
}

/** "I'm stuck" is answered everywhere; what there is to undo stands in the questions put aside, else in the profile. */
function steer(controls: readonly Control[], listening: Listening): Next | undefined {
  if (controls.includes('help') && isWaiting(listening)) return say1([goOn(), { card: { name: 'help' } }]);
  if (controls.includes('help')) return obey('help', listening);
  if (!controls.includes('back')) return undefined;
  return goOnWith(listening) ?? (listening.standing.role ? { does: 'review' } : undefined);
}

function goOnWith({ isPaused, unasked }: Listening): Next | undefined {
  if (isPaused) return { does: 'resume' };
  return unasked ? { does: 'join', cohort: unasked } : undefined;
}

/** Care first, then topics for the profile, then everything else somebody does. */
function answerHeard(text: string, heard: Heard, listening: Listening): Next | undefined {
  const acts = actsToAnswer(heard.acts, false);
  const { role, profile } = listening.standing;
  const saysSome = saysTopics(heard) || (profile && ownTakenOff(text, profile).length > 0);
  if (role && profile && namesAvoided(text, heard)) return { does: 'avoid' };
  if (!heard.isHeavy && role && saysSome) return { does: 'hearTopics' };
  return acts.length > 0 ? answerActs(acts, listening) : undefined;
}

function unheard(text: string, isNo: boolean, listening: Listening): Next {
  if (isNo) return say1([say('outside.fine'), ...pointer(listening)]);
  if (openIn(listening).length > 0 || isWaiting(listening))
    return say1([...(/\p{L}/u.test(text) ? [say('unheard.nonsense')] : []), ...pointer(listening)]);
  return say1([say('outside.lost'), { card: { name: 'help' } }]);
}

/** Each act has an answer of its own; what is open is asked again after it. */
function answerActs(acts: Heard['acts'], listening: Listening): Next {
  const answers = acts.map((act) => answerAct(act, listening.standing));
  const does = answers.map((one) => one.does).find(Boolean);
  if (does === 'review' || does === 'search') return { does };
  const said = answers.flatMap((one) => one.said);
  if (does === 'met' || does === 'away') return { does, said };
  const goesOn = isWaiting(listening) && !isUnhurried(acts);
  const leaving = does === 'leave' ? listening.standing.cohort?.id : undefined;
  return { does: 'say', said: goesOn ? thenAsk(said, goOn()) : said, leaving };
}

/** The answer to the one open invitation. */
function answerTo(cohort: CohortId, said: Parameters<typeof invitationAnswer>[0]): Next | undefined {
  const answer = invitationAnswer(said);
  if (answer === 'join') return { does: 'join', cohort };
  return answer && { does: 'answer', cohort, answer };
}

/** `join`, `join 2`, a plain yes to the one open invitation, `not for me`, `later`. */
function joinAsked(
  { text, heard }: { text: string; heard: Heard },
  listening: Listening,
  isYes: boolean,
): Next | undefined {
  const typed = commandText(text);
  const open = openIn(listening);
  const choices = open.length > 0 ? open : joinable(listening);
  const number = /^join (\d{1,3})$/.exec(typed);
  const chosen = number ? choices[Number(number[1]) - 1] : choices.length === 1 ? choices[0] : undefined;
  if (number && chosen) return { does: 'join', cohort: chosen.cohort };
  const [only] = open;
  const answer =
    only && open.length === 1 ? answerTo(only.cohort, { typed, acts: heard.acts, isYes }) : undefined;
  if (answer) return answer;
  if (findCommand(text)?.name !== 'invitation') return undefined;
  if (/^(?:invitations?|my invitation|einladung)$/.test(typed) && open.length > 0)
    return say1([invitation(open)]);
  if (chosen) return { does: 'join', cohort: chosen.cohort };
  if (choices.length > 1) return say1([invitation(choices)]);
  const [joined] = joinedIn(listening);
  return say1([
    joined ? say('outside.joined', { name: joined.name }) : say('outside.noInvitation'),
    ...pointer(listening),
  ]);
}

/** Nothing for what has an answer of its own among the acts. */
function obey(name: string, listening: Listening): Next | undefined {
  switch (name) {
    case 'profile':
      return listening.standing.role
        ? { does: 'review' }
        : say1([say('outside.notIn'), ...pointer(listening)]);
    case 'search':
      return answerActs(['findMentor'], listening);
    case 'pair':
      return answerActs(['whoPartner'], listening);
    case 'privacy':
      return answerActs(['whoSees'], listening);
    case 'stop':
      return answerActs(['stop'], listening);
    case 'help':
      return say1([
        say('outside.help'),
        { card: { name: 'help' } },
        ...(openIn(listening).length > 0 ? pointer(listening) : []),
      ]);
    default:
      return undefined;
  }
}

/** "I also like chess" belongs in the profile, also when nobody asked. */
const saysTopics = ({ noted, offered, denied, acts }: Heard): boolean =>
  noted.length > 0 ||
  denied.length > 0 ||
  (acts.length === 0 && offered.some(({ written }) => written !== ''));
