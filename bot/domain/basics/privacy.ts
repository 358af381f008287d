import { asId, type PersonId } from './ids.ts';

/** Somebody as the rows may speak of them. Mail, directory id and names may be empty. */
export interface Somebody {
  person: PersonId;
  mail: string;
  directoryId: string;
  /** As they are called: whole name and first name. */
  names: readonly string[];
  /** What measures call them. */
  pseudonym: string;
}

/** Where a row stands: its partition, and what follows the kind in its key. */
export interface Place {
  partition: string;
  id: string;
}

/** What a kind of row says of people. */
export interface Speaks<Value> {
  /** Whether it says anything of this person, by id, name, address or in their own words. */
  holds(value: Value, who: Somebody, at: Place): boolean;
  /**
   * The same without this person, who then is not held any more; undefined when the whole row goes. A row that stays
   * and whose key names the person stays under `idWithout`.
   */
  forget(value: Value, who: Somebody, at: Place): Value | undefined;
}

/** A kind of row that says nothing of anybody, and why. */
export interface Silent {
  because: string;
}

/** One entry per kind of row: the compiler names the one that is missing. */
export type PrivacyOf<Rows> = { readonly [Kind in keyof Rows]: Speaks<Rows[Kind]> | Silent };

/** Stands where somebody was who is no longer there. */
export const GONE = asId<PersonId>('gone');

/** A row in the person's own partition: all of it is theirs, and goes with them. */
export const ownRow = {
  holds: (_value: unknown, { person }: Somebody, { partition }: Place) => partition === person,
  forget: () => undefined,
};

/** A row of somebody else's that goes as a whole when one of its people goes. */
export const rowAbout = <Value>(peopleIn: (value: Value, at: Place) => readonly string[]): Speaks<Value> => ({
  holds: (value, { person }, at) => peopleIn(value, at).includes(person),
  forget: () => undefined,
});

/** A row in which a person is no more than whoever did something. */
export const rowBy = <Value extends { by: PersonId }>(): Speaks<Value> => ({
  holds: ({ by }, { person }) => by === person,
  forget: (value) => ({ ...value, by: GONE }),
});

/**
 * Words that a member of a pair wrote, shared or for themselves: what was shared stays with the others, without a
 * name. What somebody keeps to themselves is theirs alone, whoever is named in it: it is in nobody else's export, and
 * goes with its writer. `texts` are the fields that hold words, `blank` what stands then in those that hold answers.
 */
export const wordsOf = <Value extends { person: PersonId; shared: boolean }>(
  texts: readonly (keyof Value & string)[],
  blank: Partial<Value> = {},
): Speaks<Value> => ({
  holds: (value, who) =>
    value.person === who.person ||
    (value.shared && isNamedIn(texts.map((field) => value[field]).join('\n'), who)),
  forget: (value, who) => {
    const isTheirs = value.person === who.person;
    if (!value.shared) return isTheirs ? undefined : value;
    const left = texts.map((field) => [field, withoutNames(String(value[field]), who)]);
    const words = { ...value, ...Object.fromEntries(left) };
    return isTheirs ? { ...words, ...blank, person: GONE } : words;
  },
});

/**
 * The key under which a row stays that named somebody in it. `gone` stands there instead: of one erasure alone, so that
 * the rows of two who are erased never meet under one key.
 */
export const idWithout = (id: string, { person }: Pick<Somebody, 'person'>, gone: string): string =>
  id.replaceAll(person, gone);

/** A name as whole words, in any alphabet: "Al" is not named in "Also". */
const asWord = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');
const namesOf = ({ names }: Pick<Somebody, 'names'>): string[] => names.filter((name) => name !== '');

/** Text in which somebody is not named any more. */
export const withoutNames = (text: string, who: Pick<Somebody, 'names'>): string =>
  namesOf(who).reduce((said, name) => said.replace(asWord(name), '…'), text);

export const isNamedIn = (text: string, who: Pick<Somebody, 'names'>): boolean =>
  namesOf(who).some((name) => asWord(name).test(text));
