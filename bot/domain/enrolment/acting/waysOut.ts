import { commandText } from '#domain/hearing/acts/commands.ts';
import { answer, BUTTONS, button, byState, isPaired, say, withHow } from './saying.ts';
import type { ActAnswer, ActAnswers, ActLine, Standing } from './standing.ts';

const YES_LEAVE = button('acts:button.yesLeave', 'yes, leave');
const STAY = button('acts:button.stay', 'stay');

/** What somebody says to “Leave …?”, by button or in these words; heard so only right after it was asked. */
export function confirmedIn(text: string): 'leave' | 'stay' | undefined {
  const typed = commandText(text);
  if (typed === commandText(YES_LEAVE.hears)) return 'leave';
  return typed === STAY.hears ? 'stay' : undefined;
}

function stop(at: Standing): ActAnswer {
  switch (at.state) {
    case 'joining':
      return answer(at, [say(at, 'stop.joining')], { does: 'stop', buttons: [BUTTONS.goOn], isLast: true });
    case 'invited':
      return answer(at, [say(at, 'stop.invited')]);
    case 'joined':
      return answer(at, [say(at, 'stop.in')], { buttons: [BUTTONS.muteNews, BUTTONS.status] });
    case 'paired':
      return answer(at, [say(at, 'stop.in')], { buttons: [BUTTONS.pause, BUTTONS.muteNews, BUTTONS.status] });
    case 'introduced':
      return answer(at, [say(at, 'stop.introduced')]);
    default:
      return answer(at, [say(at, 'stop.quiet')]);
  }
}

function leave(at: Standing): ActAnswer {
  switch (at.state) {
    case 'unknown':
      return answer(at, [say(at, 'leave.unknown')]);
    case 'invited':
      return answer(at, [say(at, 'leave.invited')], { buttons: [BUTTONS.pass, BUTTONS.later] });
    case 'left':
      return answer(at, [say(at, 'leave.left'), ...(isPaired(at) ? [say(at, 'leave.stillPaired')] : [])]);
    default:
      return answer(at, [say(at, 'leave.sure'), ...endsWithIt(at), say(at, 'leave.what')], {
        does: 'leave',
        buttons: [YES_LEAVE, STAY],
        isLast: true,
      });
  }
}

/** What leaving ends, by name: a pair for both, an introduction as with a no. */
const endsWithIt = (at: Standing): ActLine[] => [
  ...(at.here.paired.length > 0 ? [say(at, 'leave.paired')] : []),
  ...(at.here.introduced.length > 0 ? [say(at, 'leave.introduced')] : []),
];

function howToRest(at: Standing): Parameters<typeof answer>[2] {
  if (at.state === 'joining') return { buttons: [BUTTONS.stop] };
  if (isPaired(at)) return { buttons: [BUTTONS.pause] };
  return at.state === 'joined' || at.state === 'introduced' ? { does: 'away' } : {};
}

/** Who has a pair takes a break; who has none notes a leave. */
const pause = (at: Standing): ActAnswer =>
  byState(
    at,
    {
      unknown: 'pause.none',
      invited: 'pause.invited',
      joining: 'pause.joining',
      joined: 'pause.joined',
      introduced: 'pause.introduced',
      paired: 'pause.paired',
      left: isPaired(at) ? 'pause.paired' : 'pause.none',
    },
    howToRest(at),
  );

function endPair(at: Standing): ActAnswer {
  if (isPaired(at)) return answer(at, [say(at, 'endPair.paired')], { buttons: [BUTTONS.endPair] });
  return answer(at, [say(at, at.state === 'introduced' ? 'endPair.introduced' : 'endPair.none')]);
}

function changedMind(at: Standing): ActAnswer {
  switch (at.state) {
    case 'unknown':
      return withHow(at, 'changedMind.unknown');
    case 'invited':
      return answer(at, [say(at, 'changedMind.invited')]);
    case 'joining':
      return answer(at, [say(at, 'changedMind.joining')], { buttons: [BUTTONS.back, BUTTONS.takingPart] });
    case 'joined':
      return answer(at, [say(at, 'changedMind.joined')], { buttons: [BUTTONS.profile, BUTTONS.leave] });
    case 'introduced':
      return answer(at, [say(at, 'changedMind.introduced')], { buttons: [BUTTONS.status, BUTTONS.leave] });
    case 'paired':
      return answer(at, [say(at, 'changedMind.paired')], {
        buttons: [BUTTONS.profile, BUTTONS.endPair, BUTTONS.leave],
      });
    case 'left':
      return answer(at, [say(at, at.cohort?.isOpen ? 'changedMind.left' : 'changedMind.closed')]);
    default:
      return at.state satisfies never;
  }
}

export const WAYS_OUT: ActAnswers<'stop' | 'leave' | 'pause' | 'endPair' | 'changedMind'> = {
  stop,
  leave,
  pause,
  endPair,
  changedMind,
};
