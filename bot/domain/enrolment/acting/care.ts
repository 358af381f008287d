import { answer, BUTTONS, chatWith, say } from './saying.ts';
import type { ActAnswer, ActAnswers, Standing } from './standing.ts';

/** Kindness first, then what the bot is, a person, and who will know. */
function careFor(at: Standing, act: 'distress' | 'concern'): ActAnswer {
  const { contact, state } = at;
  const isWith = state === 'introduced' || state === 'paired';
  return answer(
    at,
    [
      say(at, `care.${act}`),
      say(at, act === 'concern' ? 'care.botConcern' : 'care.bot'),
      { ...say(at, contact ? 'care.person' : 'care.nobody'), ...chatWith(at) },
      say(at, 'care.urgent'),
      say(at, contact ? 'care.nextPerson' : 'care.nextNobody'),
      ...(isWith && act === 'concern' ? [say(at, 'care.meanwhile')] : []),
      ...(state === 'joining' ? [say(at, 'care.open')] : []),
    ],
    { buttons: [] },
  );
}

/** Whom somebody would rather not meet, said where it is not asked: how it is kept, and that it is not kept yet. */
function avoid(at: Standing): ActAnswer {
  switch (at.state) {
    case 'unknown':
    case 'invited':
    case 'left':
      return answer(at, [say(at, `avoid.${at.state}`)]);
    case 'joining':
      return answer(at, [say(at, 'avoid.joining')], { buttons: [BUTTONS.profile] });
    case 'joined':
      return answer(at, [say(at, 'avoid.in')], { buttons: [BUTTONS.profile] });
    case 'introduced':
      return answer(at, [say(at, 'avoid.in'), say(at, 'avoid.introduced')], {
        buttons: [BUTTONS.profile, BUTTONS.status],
      });
    case 'paired':
      return answer(at, [say(at, 'avoid.in'), say(at, 'avoid.paired')], {
        buttons: [BUTTONS.profile, BUTTONS.endPair],
      });
    default:
      return at.state satisfies never;
  }
}

export const CARE: ActAnswers<'distress' | 'concern' | 'avoid' | 'trick'> = {
  distress: (at) => careFor(at, 'distress'),
  concern: (at) => careFor(at, 'concern'),
  avoid,
  trick: (at) => answer(at, [say(at, 'trick')]),
};
