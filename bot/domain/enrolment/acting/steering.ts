import { answer, BUTTONS, say, withHow } from './saying.ts';
import type { ActAnswer, ActAnswers, Standing } from './standing.ts';

const isIn = ({ state }: Standing): boolean =>
  state === 'joined' || state === 'introduced' || state === 'paired';

function change(at: Standing): ActAnswer {
  if (isIn(at)) return answer(at, [say(at, 'change.in')], { does: 'review', buttons: [] });
  if (at.state === 'unknown') return withHow(at, 'change.unknown');
  return answer(
    at,
    [say(at, `change.${at.state}`)],
    at.state === 'joining' ? { buttons: [BUTTONS.profile] } : {},
  );
}

function correct(at: Standing): ActAnswer {
  if (isIn(at)) return answer(at, [say(at, 'correct.some')], { does: 'review', buttons: [] });
  return answer(at, [say(at, at.state === 'joining' ? 'correct.some' : 'correct.none')]);
}

const skip = (at: Standing): ActAnswer =>
  at.state === 'joining'
    ? answer(at, [say(at, 'skip.joining')], { does: 'skip', isLast: true })
    : answer(at, [say(at, 'skip.none'), say(at, `next.${at.state}`)]);

/** Examples that fit the open question; nobody has to have an answer. */
function unsure(at: Standing): ActAnswer {
  if (at.state === 'invited') return answer(at, [say(at, 'unsure.invited')]);
  if (at.state !== 'joining') return answer(at, [say(at, 'unsure.none'), say(at, `next.${at.state}`)]);
  const step = at.step ?? 'review';
  const isByRole = step === 'wants' || step === 'offers';
  return answer(at, [say(at, isByRole ? `unsure.${step}_${at.role ?? 'mentor'}` : `unsure.${step}`)]);
}

/** Kind first, then what may help to find something; nobody is asked for more than they have. */
const shy = (at: Standing): ActAnswer => {
  const after = unsure(at);
  return { ...after, said: [say(at, 'shy'), ...after.said] };
};

type Steering =
  | 'change'
  | 'correct'
  | 'skip'
  | 'shy'
  | 'unsure'
  | 'greeting'
  | 'thanks'
  | 'laugh'
  | 'aside'
  | 'personal';

/** What steers the conversation, and talk beside it. */
export const STEERING: ActAnswers<Steering> = {
  change,
  correct,
  skip,
  shy,
  unsure,
  greeting: (at) => answer(at, [say(at, 'greeting'), say(at, `next.${at.state}`)]),
  thanks: (at) => answer(at, [say(at, 'thanks')]),
  laugh: (at) => answer(at, [say(at, 'laugh')]),
  aside: (at) => answer(at, [say(at, 'aside')]),
  personal: (at) => answer(at, [say(at, 'personal')]),
};
