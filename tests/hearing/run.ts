/** `npm run hearing -- vectors | calibrate | figures | show SET [both|names] [wrong|all]`: what hearing reads with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '#domain/hearing/heard.ts';
import { calibrate, calibrateAbout, FOLDS } from './calibrate.ts';
import { Embedding } from './embedding.ts';
import { writeFigures } from './figures.ts';
import { figuresOf, groupsOf, type Outcome } from './measure.ts';
import { measureSet, readingOf, VARIANTS, type Variant } from './reading.ts';
import { readTalk, SETS, type SetName, type Utterance, utterancesOf } from './sets.ts';
import { makeVectors } from './vectors.ts';

const WEIGHTS = join(import.meta.dirname, '..', '..', 'bot', 'domain', 'hearing', 'weights');
const numberIn = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
/** Share of what is noted that must be right, suggestions beside the point a message may get, talk that may get a card. */
const GOALS = {
  right: numberIn('RIGHT', 0.955),
  talk: numberIn('TALK', 0.01),
  beside: numberIn('BESIDE', 0.95),
  cards: numberIn('CARDS', 0.3),
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const asTalk = (text: string, n: number): Utterance => ({
  ...{ id: `talk${n}`, step: 'wants', kind: 'innocent', lang: 'en' },
  text,
  topics: [],
});

/** What calibration reads: labelled answers of three hands, and talk. */
function calibrationSet(): Utterance[] {
  const labelled = (['earlier', 'more', 'tuning', 'thresholds'] as const).flatMap(utterancesOf);
  return [
    ...labelled.filter(({ lang }) => lang === 'en'),
    ...readTalk().acts.map(({ text }, n) => asTalk(text, n)),
  ];
}

const percent = (x: number): string => `${(100 * x).toFixed(0)} %`.padStart(5);

function print(outcomes: readonly Outcome[]): void {
  for (const [name, group] of Object.entries(groupsOf(outcomes))) {
    const f = figuresOf(group);
    const shares = `noted right ${percent(f.notedRight)} of ${f.notes} | noted ${percent(f.noted)} | or offered ${percent(f.notedOrOffered)}`;
    const rest = `beside ${f.beside.toFixed(2)} | card ${percent(f.withCard)} | never ${f.neverNoted} | with notes ${percent(f.falseNotes)}`;
    say(`${name.padEnd(11)} ${String(f.messages).padStart(4)} | ${shares} | ${rest}`);
  }
}

const ids = (list: readonly { topic: string }[]): string => list.map(({ topic }) => topic).join(' ');

function marksOf({ said, heard }: Outcome): string[] {
  const groups = said.topics.map((group) => group.split('|'));
  const either = [...heard.noted, ...heard.offered].map(({ topic }): string => topic);
  const isMissed = groups.some((group) => !group.some((id) => either.includes(id)));
  const isFalse = heard.noted.some(({ topic }) => !groups.some((group) => group.includes(topic)));
  const isTalk = groups.length === 0 && heard.offered.length > 0;
  return [isFalse ? 'FALSE' : '', isMissed ? 'MISSED' : '', isTalk ? 'CARD' : ''].filter(Boolean);
}

/** What was heard otherwise than meant; never of a set that is only measured. */
function printWrong(outcomes: readonly Outcome[], isAll: boolean): void {
  for (const outcome of outcomes) {
    const { said, heard } = outcome;
    const marks = marksOf(outcome);
    if (!isAll && marks.length === 0) continue;
    say(`${[...marks, ''].join(' ')}${said.kind}/${said.step}: ${said.text.slice(0, 160)}`);
    const lanes = `noted ${ids(heard.noted)} | offered ${ids(heard.offered)} | denied ${ids(heard.denied)}`;
    say(`    meant ${said.topics.join(' ')} | ${lanes} | ${heard.acts.join(' ')}`);
  }
}

function write(name: string, weights: unknown): void {
  mkdirSync(WEIGHTS, { recursive: true });
  writeFileSync(join(WEIGHTS, `${name}.json`), `${JSON.stringify(weights)}\n`);
}

/** Weights that tell answers from talk: of everything, and without each fold. */
async function weighAbout(said: readonly Utterance[], embedding: Embedding): Promise<number[][]> {
  const isAnswer = ({ topics, kind }: Utterance): boolean => topics.length > 0 || kind === 'unknown';
  const isTalk = ({ kind }: Utterance): boolean => kind === 'innocent';
  const without = (fold: number): Promise<number[]> => {
    const seen = said.filter((_, n) => n % FOLDS !== fold);
    const texts = (which: (one: Utterance) => boolean) => seen.filter(which).map(({ text }) => text);
    return calibrateAbout([...texts(isAnswer), ...readTalk().answers], texts(isTalk), embedding);
  };
  write('about', await without(-1));
  const abouts: number[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) abouts.push(await without(fold));
  return abouts;
}

async function calibrateAll(embedding: Embedding): Promise<void> {
  const said = calibrationSet();
  const texts = said.map(({ text }) => text);
  const abouts = await weighAbout(said, embedding);
  for (const variant of VARIANTS) {
    const folds: Reading[] = [];
    for (const about of abouts) folds.push(await readingOf(variant, texts, embedding, about));
    const weights = calibrate(said, (n) => folds[n % FOLDS] as Reading, GOALS);
    write(variant, weights);
    say(
      `${variant}: note at ${weights.noteAt.toFixed(2)}, offer at ${weights.offerAt.toFixed(3)}, card at ${weights.cardAt.toFixed(3)}`,
    );
  }
}

async function show([name = 'tuning', variant = 'both', what = '']: string[], embedding: Embedding) {
  const set = SETS.find((one) => one === name);
  if (!set || !VARIANTS.includes(variant as Variant))
    throw new Error(`Which set? ${SETS.join(', ')}; then both or names.`);
  const outcomes = await measureSet(set, variant as Variant, embedding);
  print(outcomes);
  const isOnlyMeasured = (['blind', 'firstSight'] satisfies SetName[]).some((one) => one === set);
  if (what !== '' && !isOnlyMeasured) printWrong(outcomes, what === 'all');
}

const [task = '', ...rest] = process.argv.slice(2);
const embedding = new Embedding();
if (task === 'vectors') await makeVectors(embedding);
else if (task === 'calibrate') await calibrateAll(embedding);
else if (task === 'figures') await writeFigures(embedding);
else if (task === 'show') await show(rest, embedding);
else {
  process.stderr.write('Which one? vectors, calibrate, figures, or show with the name of a set.\n');
  process.exitCode = 2;
}
embedding.keep();
