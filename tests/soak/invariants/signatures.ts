import type { AgreementText } from '#domain/pairs/agreement.ts';
import { type Books, byPartition, byPlace, type Invariant, rowsOf } from '#tests/soak/books.ts';
import { agreementHash } from '#usecases/pairs/agreementHash.ts';

const DIGITS = 4;

/** The name of somebody who was erased is taken out of what was signed, and leaves this. */
const isBlanked = (text: AgreementText): boolean => JSON.stringify(text).includes('…');

/** Nobody has signed what is not there, or another text than the one that is there, or a pair that is not theirs. */
export const signatures: Invariant = {
  name: 'every signature is bound to a text that is there',
  check: (books: Books) => {
    const pairs = byPartition(books, 'pairs', 'pair');
    const agreements = byPlace(books, 'pairs', 'agreement');
    return rowsOf(books, 'pairs', 'signature').flatMap(({ partition, value }) => {
      const { version, person, hash } = value;
      const pair = pairs.get(partition);
      const theirs = `The signature of ${person} under version ${version} in ${partition}`;
      const people = [...(pair?.members ?? []), ...(pair?.apart ?? [])];
      if (!people.some((one) => one.person === person)) return [`${theirs} is of nobody in that pair.`];
      const agreement = agreements.get(`${partition}/${String(version).padStart(DIGITS, '0')}`);
      if (!agreement) return [`${theirs} has no agreement.`];
      if (hash === agreementHash(agreement.text) || isBlanked(agreement.text)) return [];
      return [`${theirs} is bound to another text.`];
    });
  },
};
