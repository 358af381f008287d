import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OFFERS_MAX } from '#domain/hearing/heard.ts';
import type { Embedding } from './embedding.ts';
import { type Figures, figuresOf, type GroupName, groupsOf, type Outcome } from './measure.ts';
import { measureSet, VARIANTS, type Variant } from './reading.ts';

const FILE = join(import.meta.dirname, 'sets', 'figures.json');

/** Figures by kind of message. */
export type FiguresOfSet = Record<GroupName, Figures>;

/** What must be reached on a set that is only measured, and what is aimed at. */
interface HearingGoal {
  name: string;
  group: GroupName;
  figure: keyof Figures;
  floor: number;
  aim: number;
  /** The first lane must reach it without vectors too. */
  isOfNames?: true;
}

const GOALS: readonly HearingGoal[] = [
  {
    name: 'noted that is right, inside answers',
    group: 'answers',
    figure: 'notedRight',
    floor: 0.95,
    aim: 0.97,
    isOfNames: true,
  },
  { name: 'all meant topics noted', group: 'answers', figure: 'noted', floor: 0.55, aim: 0.65 },
  { name: 'named: noted', group: 'named', figure: 'noted', floor: 0.8, aim: 0.85 },
  { name: 'named: noted or offered', group: 'named', figure: 'notedOrOffered', floor: 0.88, aim: 0.95 },
  { name: 'two in one: noted or offered', group: 'two', figure: 'notedOrOffered', floor: 0.95, aim: 0.95 },
  {
    name: 'talked around: noted or offered',
    group: 'around',
    figure: 'notedOrOffered',
    floor: 0.75,
    aim: 0.8,
  },
  {
    name: 'correction: taken back, but noted',
    group: 'correction',
    figure: 'neverNoted',
    floor: 0,
    aim: 0,
    isOfNames: true,
  },
  {
    name: 'negation: denied, but noted',
    group: 'negation',
    figure: 'neverNoted',
    floor: 0,
    aim: 0,
    isOfNames: true,
  },
  { name: 'suggestions beside the point', group: 'all', figure: 'beside', floor: 1, aim: 0.8 },
  {
    name: 'talk about nothing: noted',
    group: 'innocent',
    figure: 'falseNotes',
    floor: 0.02,
    aim: 0.01,
    isOfNames: true,
  },
  { name: 'talk about nothing: with a card', group: 'innocent', figure: 'withCard', floor: 0.3, aim: 0.15 },
  {
    name: 'de/fr/es: noted or offered',
    group: 'de/fr/es',
    figure: 'notedOrOffered',
    floor: 0.85,
    aim: 0.9,
    isOfNames: true,
  },
  {
    name: 'ja/ar: noted or offered',
    group: 'ja/ar',
    figure: 'notedOrOffered',
    floor: 0.85,
    aim: 0.9,
    isOfNames: true,
  },
];

/** So many utterances may miss a floor: fewer say nothing on a set of this size. */
const SLACK = 2;

const isLessBetter = (figure: keyof Figures): boolean =>
  ['neverNoted', 'beside', 'falseNotes', 'withCard'].includes(figure);

const reaches = (value: number, wanted: number, figure: keyof Figures): boolean =>
  isLessBetter(figure) ? value <= wanted : value >= wanted;

export const figuresByGroup = (outcomes: readonly Outcome[]): FiguresOfSet =>
  Object.fromEntries(
    Object.entries(groupsOf(outcomes)).map(([name, group]) => [name, figuresOf(group)]),
  ) as FiguresOfSet;

/** What two utterances more or less may change. */
function slackOf({ figure }: HearingGoal, { messages, notes, meant }: Figures): number {
  if (figure === 'neverNoted') return SLACK;
  if (figure === 'beside') return (SLACK * OFFERS_MAX) / messages;
  const counted = { notedRight: notes, noted: meant, notedOrOffered: meant } as Partial<
    Record<keyof Figures, number>
  >;
  return SLACK / Math.max(1, counted[figure] ?? messages);
}

/** The goal with what was measured, for a line of a report. */
export interface Judged extends HearingGoal {
  value: number;
  isFloorReached: boolean;
  isAimReached: boolean;
  /** Below the floor by more than two utterances. */
  isFarBelow: boolean;
}

export function judge(figures: FiguresOfSet): Judged[] {
  return GOALS.map((goal) => {
    const value = figures[goal.group][goal.figure];
    const slack = slackOf(goal, figures[goal.group]) * (isLessBetter(goal.figure) ? 1 : -1);
    const least = goal.floor + slack + (isLessBetter(goal.figure) ? 1e-9 : -1e-9);
    return {
      ...goal,
      value,
      isFloorReached: reaches(value, goal.floor, goal.figure),
      isAimReached: reaches(value, goal.aim, goal.figure),
      isFarBelow: !reaches(value, least, goal.figure),
    };
  });
}

type Kept = Record<Variant, FiguresOfSet>;

export const keptFigures = (): Kept => JSON.parse(readFileSync(FILE, 'utf8')) as Kept;

/** Keeps what is heard of the blind set today, for the test to compare with. */
export async function writeFigures(embedding: Embedding): Promise<void> {
  const kept: Partial<Kept> = {};
  for (const variant of VARIANTS)
    kept[variant] = figuresByGroup(await measureSet('blind', variant, embedding));
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(4)) : value;
  writeFileSync(FILE, `${JSON.stringify(kept, rounded, 2)}\n`);
}
