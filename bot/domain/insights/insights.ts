import type { Role } from '#domain/people/person.ts';

/** Row `measure_<occurrence>_<pseudonym>`: numbers and choices of one feedback, never words. */
export interface StoredMeasure {
  kind: 'feedback';
  role: Role;
  /** `YYYY-MM`. */
  month: string;
  /** 1–5. */
  worthTheHour: number;
  balanced: string;
  candid: string;
}

/** What one person said after one meeting, in numbers, under a pseudonym. */
export interface Measure {
  who: string;
  /** `YYYY-MM`. */
  month: string;
  /** 1–5. */
  worthTheHour: number;
  balanced: string;
  candid: string;
}

export const FIGURES = ['worthTheHour', 'balanced', 'candid'] as const;

interface Figure {
  key: (typeof FIGURES)[number];
  /** Worth the hour: mean of 1–5, one decimal. The others: percent who said yes. */
  value: number;
  people: number;
}

export type Insights = { state: 'tooFew'; needed: number } | { state: 'there'; figures: Figure[] };

/** Behind every figure stand at least so many people. */
const NEEDED = 5;

interface Question {
  key: Figure['key'];
  answered: (measure: Measure) => boolean;
  value: (measures: readonly Measure[]) => number;
}

const shareOfYes = (key: 'balanced' | 'candid'): Question => ({
  key,
  answered: (measure) => measure[key] !== '',
  value: (measures) =>
    Math.round((100 * measures.filter((measure) => measure[key] === 'yes').length) / measures.length),
});

const QUESTIONS: readonly Question[] = [
  {
    key: 'worthTheHour',
    answered: () => true,
    value: (measures) =>
      Math.round((10 * measures.reduce((sum, { worthTheHour }) => sum + worthTheHour, 0)) / measures.length) /
      10,
  },
  shareOfYes('balanced'),
  shareOfYes('candid'),
];

/**
 * Figures over months that are over. Months join in blocks of at least five people, so that what two looks
 * differ by is never about fewer: a figure cannot be undone by subtraction.
 */
export function figuresOf(measures: readonly Measure[], thisMonth: string): Insights {
  const past = measures.filter(({ month }) => month < thisMonth);
  const figures = QUESTIONS.flatMap((question): Figure[] => {
    const shown = released(past.filter(question.answered));
    if (shown.length === 0) return [];
    return [{ key: question.key, value: question.value(shown), people: countPeople(shown) }];
  });
  return figures.length === 0 ? { state: 'tooFew', needed: NEEDED } : { state: 'there', figures };
}

const countPeople = (measures: readonly Measure[]): number => new Set(measures.map(({ who }) => who)).size;

function released(measures: readonly Measure[]): Measure[] {
  const shown: Measure[] = [];
  let block: Measure[] = [];
  for (const month of [...new Set(measures.map((measure) => measure.month))].sort()) {
    block.push(...measures.filter((measure) => measure.month === month));
    if (countPeople(block) < NEEDED) continue;
    shown.push(...block);
    block = [];
  }
  return shown;
}
