import { isNamedIn, type Somebody } from '#domain/basics/privacy.ts';
import { type Books, type Invariant, placeOf } from '#tests/soak/books.ts';
import { type PlacedRow, TABLES } from '#usecases/story/ports.ts';

/**
 * Nothing anywhere says anything of somebody who was erased: no id, address, pseudonym or name. `names` are whole, as
 * a first name may be anybody's. What HELD.md says stays holds none of these: those rows are of nobody.
 */
export const erasedPeople: Invariant = {
  name: 'nothing is left of whoever was erased',
  check: ({ rows, erased }: Books) => {
    if (erased.length === 0) return [];
    return TABLES.flatMap((table) =>
      rows[table].flatMap((row) => {
        const text = textOf(row);
        const found = erased.flatMap((who) => tracesOf(who, text));
        return found.map((trace) => `${placeOf(table, row)} still has ${trace} of somebody who was erased.`);
      }),
    );
  },
};

const textOf = ({ partition, key, value }: PlacedRow): string =>
  `${partition} ${key} ${JSON.stringify(value)}`;

/** What is found of somebody, in the words of the sentence. */
function tracesOf(who: Somebody, text: string): string[] {
  const small = text.toLowerCase();
  const holds = (one: string) => one !== '' && small.includes(one.toLowerCase());
  return [
    ...(holds(who.person) ? ['the id'] : []),
    ...(holds(who.mail) ? ['the address'] : []),
    ...(holds(who.directoryId) ? ['the account'] : []),
    ...(holds(who.pseudonym) ? ['the pseudonym'] : []),
    ...(isNamedIn(text, who) ? ['the name'] : []),
  ];
}
