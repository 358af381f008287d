import { answer, BUTTONS, byState, isPaired, say, withHow } from './saying.ts';
import type { ActAnswer, ActAnswers, Standing } from './standing.ts';

function findMentor(at: Standing): ActAnswer {
  if (at.state === 'unknown') return withHow(at, 'next.unknown');
  const mayLook = at.state === 'joined' || at.state === 'introduced' || at.state === 'paired';
  if (at.isSearchPossible && mayLook)
    return answer(at, [say(at, 'findMentor.possible')], { does: 'search', buttons: [] });
  return answer(at, [say(at, `findMentor.${at.state}`)]);
}

function whenMeet(at: Standing): ActAnswer {
  if (isPaired(at)) return answer(at, [say(at, at.nextMeeting ? 'whenMeet.next' : 'whenMeet.unplanned')]);
  if (at.state === 'introduced') return answer(at, [say(at, 'whenMeet.introduced')]);
  return answer(at, [say(at, 'whenMeet.none')]);
}

function met(at: Standing): ActAnswer {
  if (isPaired(at)) return answer(at, [say(at, 'met.paired')], { buttons: [BUTTONS.status], does: 'met' });
  if (at.state === 'joining' && at.partners.length > 0) return answer(at, [say(at, 'met.later')]);
  return answer(at, [say(at, at.state === 'introduced' ? 'met.introduced' : 'met.none')]);
}

const whoPartner = (at: Standing): ActAnswer =>
  byState(at, {
    unknown: 'whoPartner.none',
    invited: 'whoPartner.invited',
    joining: 'whoPartner.joining',
    joined: 'whoPartner.joined',
    introduced: 'whoPartner.introduced',
    paired: 'whoPartner.paired',
    left: isPaired(at) ? 'whoPartner.paired' : 'whoPartner.none',
  });

/** Questions about the person somebody meets, or does not meet yet. */
export const ABOUT_PAIR: ActAnswers<'findMentor' | 'whenMeet' | 'met' | 'whoPartner'> = {
  findMentor,
  whenMeet,
  met,
  whoPartner,
};
