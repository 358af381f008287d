import type { CohortId, Instant, PersonId } from '#domain/basics/ids.ts';

/** What a champion may say of somebody; empty where nothing was said. */
export interface SaidFacts {
  name: string;
  mail: string;
  manager: PersonId | '';
  department: string;
  location: string;
}

/** Row `said_<cohort>` of a person: what counts in that cohort, and what stood there before the last change. */
export interface Said extends SaidFacts {
  by: PersonId;
  at: Instant;
  /** The import that said it last; empty when something was taken back. */
  source: string;
  before?: SaidFacts;
  /** What stands here only because a champion said that another row is the same person. */
  lent?: Lent[];
}

export interface Lent {
  from: PersonId;
  facts: SaidFact[];
}

export const NOTHING_SAID: SaidFacts = { name: '', mail: '', manager: '', department: '', location: '' };
export const SAID_FACTS = ['name', 'mail', 'manager', 'department', 'location'] as const;
export type SaidFact = (typeof SAID_FACTS)[number];

/** The facts alone, in their order. */
export const factsIn = ({ name, mail, manager, department, location }: SaidFacts): SaidFacts => ({
  ...{ name, mail, manager, department, location },
});

/** What newly is said over what was; what is not said again stays, and so does the first address. */
export const saidOver = (known: SaidFacts, said: SaidFacts): SaidFacts => ({
  name: said.name || known.name,
  mail: known.mail || said.mail,
  manager: said.manager || known.manager,
  department: said.department || known.department,
  location: said.location || known.location,
});

/** Facts that read differently. */
export const changedFacts = (known: SaidFacts, next: SaidFacts): SaidFact[] =>
  SAID_FACTS.filter((fact) => known[fact] !== next[fact]);

/**
 * What holds of somebody in a cohort: what its champions said there; where they said nothing, what the champions of
 * two other cohorts say alike. The word of one counts in her own cohort only.
 */
export function factsHolding(cohort: CohortId | '', said: readonly { id: string; value: Said }[]): SaidFacts {
  const here = said.find(({ id }) => id === cohort)?.value ?? NOTHING_SAID;
  const agreed = (fact: SaidFact): string => {
    const by = new Map<string, PersonId>();
    for (const { value } of said) {
      const first = by.get(value[fact]);
      if (value[fact] !== '' && first !== undefined && first !== value.by) return value[fact];
      if (first === undefined) by.set(value[fact], value.by);
    }
    return '';
  };
  return saidOver(
    {
      name: agreed('name'),
      mail: agreed('mail'),
      manager: agreed('manager') as PersonId | '',
      department: agreed('department'),
      location: agreed('location'),
    },
    here,
  );
}

/** What one row says where the other says nothing, for as long as the two count as one person. */
export function lend(from: PersonId, was: Said, own: Said | undefined): Said {
  const { by, at, source } = was;
  const facts = SAID_FACTS.filter((fact) => was[fact] !== '' && (own?.[fact] ?? '') === '');
  const filled = Object.fromEntries(facts.map((fact) => [fact, was[fact]]));
  const lent = [...(own?.lent ?? []), { from, facts }];
  return { ...(own ?? { ...NOTHING_SAID, by, at, source }), ...filled, lent };
}

/** Whoever is said the same by a line of their own has it as their own from then on, whatever is given back later. */
export const lentStill = (lent: readonly Lent[], said: SaidFacts, next: SaidFacts): Lent[] =>
  lent.map(({ from, facts }) => ({
    from,
    facts: facts.filter((fact) => said[fact] === '' || said[fact] !== next[fact]),
  }));

/** The same without what was lent and still reads as it did; undefined when nothing is left. */
export function giveBack(from: PersonId, was: SaidFacts, own: Said): Said | undefined {
  const { lent = [], ...rest } = own;
  const theirs = lent.find((one) => one.from === from);
  if (!theirs) return own;
  const gone = theirs.facts.filter((fact) => rest[fact] === was[fact]);
  const others = lent.filter((one) => one !== theirs);
  const next = { ...rest, ...Object.fromEntries(gone.map((fact) => [fact, ''])) };
  if (SAID_FACTS.every((fact) => next[fact] === '')) return undefined;
  return others.length > 0 ? { ...next, lent: others } : next;
}
