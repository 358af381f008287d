import { Embedding } from '#tests/hearing/embedding.ts';
import { type FiguresOfSet, figuresByGroup, judge } from '#tests/hearing/figures.ts';
import { measureSet } from '#tests/hearing/reading.ts';
import { benchCost } from './hearing/cost.ts';
import { benchTurns } from './hearing/turns.ts';
import { table } from './house/compare.ts';
import { sayVerdicts, type Verdict } from './house/verdicts.ts';
import { busy, say } from './measure.ts';

const SECTIONS = ['figures', 'cost', 'turns'] as const;

/** `npm run bench -- hearing`: what is heard of the blind set, what it takes, and turns with and without the model. */
export async function benchHearing(args: string[]): Promise<void> {
  const sections: readonly string[] = args.length > 0 ? args : SECTIONS;
  const verdicts: Verdict[] = [];
  say(`Hearing (${busy()})`);
  // First, as long as this process holds little itself.
  if (sections.includes('cost')) verdicts.push(...(await benchCost()));
  if (sections.includes('turns')) verdicts.push(...(await benchTurns()));
  if (sections.includes('figures')) await sayFigures();
  if (verdicts.length > 0) sayVerdicts(verdicts);
  say(`(${busy()})`);
}

async function sayFigures(): Promise<void> {
  const embedding = new Embedding();
  const both = figuresByGroup(await measureSet('blind', 'both', embedding));
  const names = figuresByGroup(await measureSet('blind', 'names', embedding));
  const byNames = judge(names);
  say('What others wrote who knew neither topics nor code, each kind against floor and aim');
  table(
    ['', 'figure', 'floor', 'aim', '', 'by names'],
    judge(both).map(({ name, value, floor, aim, isFloorReached, isAimReached }, n) => [
      name,
      value.toFixed(2),
      `${floor}`,
      `${aim}`,
      isAimReached ? 'aim' : isFloorReached ? 'floor' : 'BELOW',
      byNames[n]?.value.toFixed(2) ?? '',
    ]),
  );
  sayKinds(both);
}

/** Each kind of message in the words of the figures. */
function sayKinds(figures: FiguresOfSet): void {
  say('By kind of message');
  table(
    [
      '',
      'messages',
      'noted',
      'of it right',
      'noted of meant',
      'or offered',
      'suggestions',
      'beside the point',
    ],
    Object.entries(figures).map(([name, one]) => [
      name,
      `${one.messages}`,
      `${one.notes}`,
      one.notedRight.toFixed(2),
      one.noted.toFixed(2),
      one.notedOrOffered.toFixed(2),
      one.offers.toFixed(2),
      one.beside.toFixed(2),
    ]),
  );
}
