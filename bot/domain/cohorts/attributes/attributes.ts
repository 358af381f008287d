import { Refusal } from '#domain/basics/refusal.ts';

export const MOST_ATTRIBUTES = 5;
export const ATTRIBUTE_NAME_MAX = 60;
export const ATTRIBUTE_VALUE_MAX = 80;
export const WHY_MAX = 200;

/** A column of a list that a cohort keeps beside its people, and the champion's reason. */
export interface KeptAttribute {
  name: string;
  why: string;
}

/** How much it counts in a round that two differ, in words; what that is worth stands in `matching/marks.ts`. */
export const MUCH = ['little', 'some', 'much'] as const;
export type Much = (typeof MUCH)[number];

/** Rounds rather bring together who differs in this: an attribute by name, or the department, whose name is empty. */
export interface Preference {
  name: string;
  much: Much;
}

/**
 * What is kept once these are kept too; a name that is there keeps its reason. Throws where there are too many, or one
 * without a reason.
 */
export function alsoKept(
  known: readonly KeptAttribute[] = [],
  more: readonly KeptAttribute[] = [],
): KeptAttribute[] {
  const kept = [...new Map([...known, ...more, ...known].map((one) => [one.name, one])).values()];
  if (kept.some(({ why }) => why === '')) throw new Refusal('invalid', 'cohort:attributes.needWhy');
  if (kept.length > MOST_ATTRIBUTES)
    throw new Refusal('invalid', 'cohort:attributes.tooMany', { most: MOST_ATTRIBUTES });
  return kept;
}

interface Keeps {
  attributes?: KeptAttribute[];
  prefers?: Preference[];
  forgets?: string[];
}

/** A cohort that keeps this no more, and whose rounds look at it no more; undefined where it did not. */
export function withoutAttribute<C extends Keeps>(cohort: C, name: string): C | undefined {
  const { attributes = [], prefers = [], forgets = [], ...rest } = cohort;
  const kept = attributes.filter((one) => one.name !== name);
  const preferred = prefers.filter((one) => one.name !== name);
  if (kept.length === attributes.length) return undefined;
  const both = {
    ...(kept.length > 0 && { attributes: kept }),
    ...(preferred.length > 0 && { prefers: preferred }),
    forgets: [...forgets.filter((one) => one !== name), name],
  };
  return { ...rest, ...both } as C;
}

/** Whether what this column said of people has to go: it is kept no more, or only kept anew since. */
export const isForgotten = ({ attributes = [], forgets = [] }: Keeps, name: string): boolean =>
  forgets.includes(name) || !attributes.some((one) => one.name === name);

/** What the cohort keeps of somebody, in its order. */
export const attributesKept = (
  cohort: Keeps,
  said: Readonly<Record<string, string>> = {},
): { name: string; value: string }[] =>
  (cohort.attributes ?? []).flatMap(({ name }) => {
    const value = Object.hasOwn(said, name) && !isForgotten(cohort, name) ? said[name] : undefined;
    return value ? [{ name, value }] : [];
  });

/** A cohort of whose people nobody has this any more. */
export function withForgotten<C extends Keeps>({ forgets = [], ...rest }: C, name: string): C {
  const left = forgets.filter((one) => one !== name);
  return { ...rest, ...(left.length > 0 && { forgets: left }) } as C;
}

/** Only what the cohort keeps can be preferred; throws `Refusal` otherwise, or where something stands there twice. */
export function mustBePreferable(prefers: readonly Preference[], known: readonly KeptAttribute[] = []): void {
  const names = prefers.map(({ name }) => name);
  const isKnown = names.every((name) => name === '' || known.some((one) => one.name === name));
  if (!isKnown || new Set(names).size < names.length)
    throw new Refusal('invalid', 'cohort:attributes.unknown');
}
