import type { Role } from '#domain/people/person.ts';

/** What somebody has done at least once; of signing and meeting the executive’s side alone is kept. */
export const STEPS = ['signed', 'met', 'learned', 'ripple'] as const;
export type Step = (typeof STEPS)[number];

interface Measured {
  role: Role;
  /** `YYYY-MM`. */
  month: string;
}

/** Row `measure_<pair or learning>_<pseudonym>`: that it happened, never what. */
interface StoredStep extends Measured {
  kind: Step;
}

/** Row `measure_<occurrence>_<pseudonym>`: numbers and choices of one feedback, never words. */
interface StoredFeedback extends Measured {
  kind: 'feedback';
  /** 1–5. */
  worthTheHour: number;
  balanced: string;
  candid: string;
}

/** Row `measure_kept-<pair>-<month>_<pseudonym>`: how often two met in a month, beside how often they wished to. */
interface StoredKept extends Measured {
  kind: 'kept';
  held: number;
  /** At least 1. */
  wished: number;
}

/**
 * Row `measure_<kind>-<goal>-<month>_<pseudonym>`: how sure somebody felt of a goal of theirs, from 1 to 5; `began` is
 * kept once per goal, `now` once per month in which it was said again.
 */
interface StoredConfidence extends Measured {
  kind: 'began' | 'now';
  confidence: number;
}

/** A row in the partition of a cohort: numbers under a pseudonym, so that erasing finds it; no word, no name. */
export type StoredMeasure = StoredStep | StoredFeedback | StoredKept | StoredConfidence;

/** What people are asked or show in numbers. The first four are shares from 0 to 1, the last two go from 1 to 5. */
export const OPINIONS = ['worthTheHour', 'candid', 'balanced', 'kept', 'began', 'now'] as const;
export type Opinion = (typeof OPINIONS)[number];
/** Whether an opinion is a place on the scale of confidence; else it is a share. */
export const isScale = (of: Opinion): boolean => of === 'began' || of === 'now';

/** One answer of one person in one month, as a number. */
export interface Answer {
  of: Opinion;
  /** The pseudonym. */
  who: string;
  role: Role;
  /** `YYYY-MM`. */
  month: string;
  value: number;
}

/** Who a measure is about: its pseudonym, the last part of its key. */
const whoOf = (id: string): string => id.slice(id.lastIndexOf('_') + 1);

/** From here on a face says that it was worth the hour: *yes* and *very much*. */
const WORTH_FROM = 4;

/** All answers that stand in the measures of a cohort. */
export const answersIn = (rows: readonly { id: string; value: StoredMeasure }[]): Answer[] =>
  rows.flatMap(({ id, value }) =>
    valuesOf(value).map(([of, said]) => ({
      ...{ of, value: said, who: whoOf(id) },
      ...{ role: value.role, month: value.month },
    })),
  );

function valuesOf(value: StoredMeasure): [Opinion, number][] {
  switch (value.kind) {
    case 'signed':
    case 'met':
    case 'learned':
    case 'ripple':
      return [];
    case 'kept':
      return [['kept', Math.min(1, value.held / Math.max(1, value.wished))]];
    case 'began':
    case 'now':
      return [[value.kind, value.confidence]];
    // Also rows from before there were kinds.
    default:
      return [
        ['worthTheHour', value.worthTheHour >= WORTH_FROM ? 1 : 0],
        ...choiceOf('candid', value.candid),
        ...choiceOf('balanced', value.balanced),
      ];
  }
}

const choiceOf = (of: 'candid' | 'balanced', said: string): [Opinion, number][] =>
  said === '' ? [] : [[of, said === 'yes' ? 1 : 0]];

/** Who has taken a step, by pseudonym; each once, however often. */
export const whoDid = (
  rows: readonly { id: string; value: StoredMeasure }[],
  step: Step,
): ReadonlySet<string> => new Set(rows.filter(({ value }) => value.kind === step).map(({ id }) => whoOf(id)));
