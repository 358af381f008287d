/** Orders what has a name as people of this language expect it: adam, Ärmel, de Wit, Zoe. The locale is known to Intl. */
export function byName(locale: string): (a: { name: string }, b: { name: string }) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return (a, b) => compare(a.name, b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whose name holds every word that is looked for, in any order, accents or not; everybody when there is none. */
export function isNamed(looked: string): (one: { name: string }) => boolean {
  const words = plain(looked).split(/\s+/);
  return ({ name }) => words.every((word) => plain(name).includes(word));
}
