import { reasonsOf, sharedOf } from '#domain/matching/fit.ts';
import type { Candidate } from '#domain/matching/rules.ts';
import type { Reason } from '#domain/pairs/reasons.ts';
import type { Circle } from './circle.ts';
import { areMixed, departmentsOf } from './mix.ts';
import { longestTogether } from './together.ts';

type Kind<K extends Reason['kind']> = Extract<Reason, { kind: K }>;

/**
 * Why a circle: for the executive what the mentors between them offer and seek, for each mentor what they and the
 * executive have for each other; and for everybody what all have in common.
 */
export function reasonsIn(circle: Circle<Candidate>): { executive: Reason[]; mentors: Reason[][] } {
  const { executive, mentors } = circle;
  const each = mentors.map((mentor) => reasonsOf(executive, mentor));
  const common = inCommon([executive, ...mentors]);
  const own = each.map((reasons) => reasons.filter(({ kind }) => kind === 'learn' || kind === 'giveBack'));
  const learned = strongestOnce(own.flat().filter((one): one is Kind<'learn'> => one.kind === 'learn'));
  const given = own.flat().filter((one): one is Kind<'giveBack'> => one.kind === 'giveBack');
  return {
    executive: [...learned.slice(0, 3), ...onceEach(given).slice(0, 2), ...common],
    mentors: own.map((reasons) => [...reasons, ...common]),
  };
}

const onceEach = <One extends { topic: string }>(all: readonly One[]): One[] =>
  all.filter(({ topic }, n) => all.findIndex((other) => other.topic === topic) === n);

const strongestOnce = (all: readonly Kind<'learn'>[]): Kind<'learn'>[] =>
  onceEach(all.toSorted((a, b) => (b.strength || 2) - (a.strength || 2)));

function inCommon(all: readonly Candidate[]): Reason[] {
  const shared = <Item>(of: (one: Candidate) => Item[]): Item[] =>
    all.map(of).reduce((common, items) => sharedOf(common, items));
  const languages = shared(({ languages }) => languages).filter((language) => language !== 'en');
  const departments = departmentsOf(all).size;
  return [
    ...(areMixed(all) ? [{ kind: 'departments', count: departments } as const] : []),
    ...shared(({ interests }) => interests)
      .slice(0, 2)
      .map((topic): Reason => ({ kind: 'interest', topic })),
    ...shared(({ meets }) => meets)
      .slice(0, 1)
      .map((way): Reason => ({ kind: 'meet', way })),
    ...languages.slice(0, 1).map((language): Reason => ({ kind: 'language', language })),
    { kind: 'time', hours: Math.floor(longestTogether(all)) },
  ];
}
