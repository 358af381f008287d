import type { PersonId } from '#domain/basics/ids.ts';
import { GONE, isNamedIn, type PrivacyOf, withoutNames } from '#domain/basics/privacy.ts';
import type { ExchangeRows } from './rows.ts';

export const exchangePrivacy: PrivacyOf<ExchangeRows> = {
  /** It stays with the partner, without this person's name. */
  exchange: {
    holds: ({ by, to, writer, text }, who) => [by, to, writer].includes(who.person) || isNamedIn(text, who),
    forget: (exchange, who) => {
      const without = (person: PersonId) => (person === who.person ? GONE : person);
      return {
        ...exchange,
        ...{ by: without(exchange.by), to: without(exchange.to), writer: without(exchange.writer) },
        text: withoutNames(exchange.text, who),
      };
    },
  },
  /**
   * What somebody keeps to themselves is theirs alone, whoever is named in it: it is in nobody else's export, and goes
   * with its writer. Words that were shared stay with the partner, without a name.
   */
  learning: {
    holds: ({ writer, text, shared }, who) => writer === who.person || (shared && isNamedIn(text, who)),
    forget: (learning, who) => {
      const isTheirs = learning.writer === who.person;
      if (!learning.shared) return isTheirs ? undefined : learning;
      return {
        ...learning,
        writer: isTheirs ? GONE : learning.writer,
        text: withoutNames(learning.text, who),
      };
    },
  },
};
