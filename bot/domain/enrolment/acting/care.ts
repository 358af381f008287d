import { answer, BUTTONS, chatWith, say } from './saying.ts';
import type { ActAnswer, ActAnswers, ActLine, Button, Standing } from './standing.ts';

/** Kindness first, then what the bot is, a person, and who will know. */
function distress(at: Standing): ActAnswer {
  const { contact, state } = at;
  return answer(
    at,
    [
      say(at, 'care.distress'),
      say(at, 'care.bot'),
      { ...say(at, contact ? 'care.person' : 'care.nobody'), ...chatWith(at) },
      say(at, 'care.urgent'),
      say(at, contact ? 'care.nextPerson' : 'care.nextNobody'),
      ...(state === 'joining' ? [say(at, 'care.open')] : []),
    ],
    { buttons: [] },
  );
}

/** The same, and the way to raise it: who gets it, what happens then and who will know, before anything is written. */
function concern(at: Standing): ActAnswer {
  const { contact, state } = at;
  const isWith = state === 'introduced' || state === 'paired';
  return answer(
    at,
    [
      say(at, 'care.concern'),
      say(at, 'care.botConcern'),
      { ...say(at, contact ? 'care.person' : 'care.nobody'), ...chatWith(at) },
      ...raising(at),
      say(at, 'care.urgent'),
      say(at, contact ? 'care.nextPerson' : 'care.nextNobody'),
      ...(isWith ? [say(at, 'care.meanwhile')] : []),
      ...(state === 'joining' ? [say(at, 'care.goOn')] : []),
    ],
    // The open question can wait: nothing else is asked in the same breath.
    { buttons: [], isLast: true },
  );
}

function raising(at: Standing): ActLine[] {
  const { contact, receiver } = at;
  if (!contact) return at.state === 'unknown' ? [] : [{ ...say(at, 'care.page'), opensTab: 'concern' }];
  const isStandIn = receiver !== undefined && receiver.name !== contact.name;
  const unreached = receiver ? (isStandIn ? ['care.standIn'] : []) : ['care.unreached'];
  const raises = receiver && { cohort: receiver.cohort, to: receiver.to, name: receiver.name };
  return [
    ...unreached.map((word) => say(at, word)),
    ...(raises ? [{ ...say(at, 'care.raise'), raises }] : []),
    { ...say(at, 'care.page'), opensTab: 'concern' },
  ];
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
    case 'paired':
      return answer(at, [say(at, 'avoid.in'), ...ofPartner(at)], { buttons: nextOfAvoid(at) });
    default:
      return at.state satisfies never;
  }
}

/** It may be about whoever they are with already, whom no list reaches any more. */
const ofPartner = (at: Standing): ActLine[] =>
  at.state === 'introduced' || at.state === 'paired' ? [say(at, `avoid.${at.state}`)] : [];

function nextOfAvoid({ state }: Standing): Button[] {
  if (state === 'introduced') return [BUTTONS.profile, BUTTONS.status];
  return state === 'paired' ? [BUTTONS.profile, BUTTONS.endPair] : [BUTTONS.profile];
}

/** What is said beside whom was kept; `isKept`: there was a place for somebody. */
export const avoidKept = (at: Standing, isKept: boolean): ActAnswer =>
  answer(at, [...(isKept ? [say(at, 'avoid.kept')] : []), ...ofPartner(at)], { buttons: nextOfAvoid(at) });

export const CARE: ActAnswers<'distress' | 'concern' | 'avoid' | 'trick'> = {
  distress,
  concern,
  avoid,
  trick: (at) => answer(at, [say(at, 'trick')]),
};
