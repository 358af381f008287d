import { type Instant, type PersonId, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';

export const PLACE_MAX = 300;
export const LINE_MAX = 500;
/** Minutes a gathering may last. */
export const GATHERING_MINUTES = [30, 45, 60, 90] as const;

/** Row `gathering_<id>` of a cohort: a champion gathers its mentors, who need each other. */
export interface Gathering {
  gathering: string;
  by: PersonId;
  at: Instant;
  startsAt: Instant;
  minutes: number;
  /** A room, or a link of Teams, as written. */
  place: string;
  /** A word of the champion's; empty for none. */
  line: string;
  state: 'called' | 'off';
  /** With which of the questions theirs begin. */
  question: number;
}

/** Row `coming_<gathering>_<person>`: who said that they come. Nothing is kept of whoever does not. */
export interface Coming {
  at: Instant;
}

/** Words of the catalogue: what mentors may ask each other. */
export const MENTOR_QUESTIONS = [
  ...['firstMinutes', 'ownedTheHour', 'whenTheyAdvise', 'silence', 'sayingNo', 'learnedBack', 'hardTruth'],
  ...['cancelled', 'prepare', 'nerves', 'goodQuestion', 'afterwards', 'equalScales', 'outOfDepth', 'rank'],
  ...['boundaries', 'stuck', 'proudOf', 'tellOthers', 'ending', 'nextMentor'],
] as const;
type MentorQuestion = (typeof MENTOR_QUESTIONS)[number];
/** Questions on one card. */
export const QUESTIONS_AT_ONCE = 3;

/** Three questions for a gathering; the next gathering has the next three. */
export const questionsOf = ({ question }: Pick<Gathering, 'question'>): MentorQuestion[] =>
  Array.from(
    { length: QUESTIONS_AT_ONCE },
    (_, n) => MENTOR_QUESTIONS[(question + n) % MENTOR_QUESTIONS.length] as MentorQuestion,
  );

const YEAR_MS = 366 * 86_400_000;

/** Refuses a time that is over, or so far off that the year is wrong. */
export function mustLieAhead(startsAt: Instant, nowMs: number): void {
  if (toMs(startsAt) <= nowMs) throw new Refusal('invalid', 'cohort:gathering.past');
  if (toMs(startsAt) > nowMs + YEAR_MS) throw new Refusal('invalid', 'cohort:gathering.far');
}

/** Whether it is still to come, or going on. */
export const isAhead = ({ state, startsAt, minutes }: Gathering, nowMs: number): boolean =>
  state === 'called' && toMs(startsAt) + minutes * 60_000 > nowMs;

/** How many come, as a champion may know it: under five nobody is counted. */
export const comingShown = (coming: number): number | 'few' => (coming < 5 ? 'few' : coming);
