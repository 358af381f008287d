import { profileCard } from '#domain/profile/labels.ts';
import { answer, BUTTONS, chatWith, say, withHow } from './saying.ts';
import type { ActAnswer, ActAnswers, ActLine, Standing } from './standing.ts';

const isIn = ({ state }: Standing): boolean => state !== 'unknown' && state !== 'invited';
const isNamed = ({ cohort }: Standing): boolean => (cohort?.champions.length ?? 0) > 0;

function whatKnown(at: Standing): ActAnswer {
  if (at.state === 'unknown') return answer(at, [say(at, 'whatKnown.unknown')]);
  if (!isIn(at) || !at.profile) return answer(at, [say(at, 'whatKnown.invited')]);
  const card: ActLine = { card: { name: 'profile', values: profileCard(at.profile, at.speech) } };
  return answer(at, [say(at, 'whatKnown.profile'), card, say(at, 'whatKnown.list')], {
    buttons: [BUTTONS.whoSees],
  });
}

/** Who can read what is written to the bot, and a person to tell it instead, before anything is told. */
const confide = (at: Standing): ActAnswer =>
  answer(at, [
    say(at, 'confide.nobody'),
    say(at, isIn(at) ? 'confide.kept' : 'confide.unkept'),
    say(at, 'confide.teams'),
    at.contact ? { ...say(at, 'confide.person'), ...chatWith(at) } : say(at, 'care.nobody'),
    ...(at.state === 'unknown' || at.state === 'invited'
      ? []
      : [{ ...say(at, 'confide.page'), opensTab: 'concern' as const }]),
  ]);

const erase = (at: Standing): ActAnswer =>
  answer(at, [
    { ...say(at, 'delete.erase'), opensTab: 'privacy' },
    say(at, isIn(at) && at.profile ? 'delete.asItWas' : 'delete.nothing'),
  ]);

const whoSees = (at: Standing): ActAnswer =>
  answer(
    at,
    at.state === 'unknown'
      ? [say(at, 'whoSees.unknown')]
      : [say(at, 'whoSees.runs'), say(at, 'whoSees.others')],
  );

function whatIsThis(at: Standing): ActAnswer {
  if (at.state === 'unknown') return withHow(at, 'whatIsThis.unknown');
  return answer(at, [
    say(at, 'whatIsThis.programme'),
    ...(at.role ? [say(at, `whatIsThis.${at.role}`)] : []),
    say(at, 'whatIsThis.isNot'),
  ]);
}

function howLong(at: Standing): ActAnswer {
  if (at.state === 'unknown') return withHow(at, 'next.unknown');
  const joining = at.state === 'invited' || at.state === 'joining' ? [say(at, `howLong.${at.state}`)] : [];
  const until = at.cohort ? [say(at, 'howLong.until')] : [];
  return answer(at, [...joining, say(at, 'howLong.month'), ...until]);
}

const whoAsked = (at: Standing): ActAnswer =>
  at.state === 'unknown' ? withHow(at, 'whoAsked.unknown') : answer(at, [say(at, 'whoAsked.through')]);

/** Another person to turn to, where there is one. */
const orPerson = (at: Standing, word: string): ActLine[] =>
  at.contact ? [{ ...say(at, word), ...chatWith(at) }] : [];

function whoChampion(at: Standing): ActAnswer {
  if (at.state === 'unknown') return withHow(at, 'next.unknown');
  return answer(at, [
    say(at, isNamed(at) ? 'whoChampion.named' : 'whoChampion.nobody'),
    ...orPerson(at, 'whoChampion.person'),
  ]);
}

function human(at: Standing): ActAnswer {
  if (at.state === 'unknown') return withHow(at, 'human.self');
  return answer(at, [
    say(at, isNamed(at) ? 'human.named' : 'human.nobody'),
    ...orPerson(at, 'human.person'),
    say(at, 'human.self'),
  ]);
}

const whoElse = (at: Standing): ActAnswer =>
  answer(at, [
    say(at, 'whoElse.nobody'),
    ...(at.partners.length > 0 ? [say(at, 'whoElse.partners')] : []),
    ...(at.state === 'unknown' ? [] : [say(at, 'whoElse.search')]),
  ]);

const voluntary = (at: Standing): ActAnswer =>
  answer(at, [say(at, at.state === 'unknown' ? 'voluntary.unknown' : 'voluntary.yes')]);

const language = (at: Standing): ActAnswer =>
  answer(at, [say(at, 'language.bot'), ...(isIn(at) ? [say(at, 'language.profile')] : [])]);

type About =
  | 'confide'
  | 'whatKnown'
  | 'delete'
  | 'whoSees'
  | 'whatIsThis'
  | 'howLong'
  | 'voluntary'
  | 'whoAsked'
  | 'whoChampion'
  | 'whoElse'
  | 'human'
  | 'language'
  | 'bot';

/** Questions about the programme and the bot, answered from the invitation, the promises and the cohort's own facts. */
export const ABOUT_IT: ActAnswers<About> = {
  confide,
  whatKnown,
  delete: erase,
  whoSees,
  whatIsThis,
  howLong,
  voluntary,
  whoAsked,
  whoChampion,
  whoElse,
  human,
  language,
  bot: (at) => answer(at, [say(at, 'bot')]),
};
