import { GONE, ownRow, type PrivacyOf, rowAbout } from '#domain/basics/privacy.ts';
import type { PersonRows } from './rows.ts';
import type { SaidFacts } from './said.ts';

/** Who said it is no more than that; of whom it is said, and their manager, are named. */
const withoutManager = <S extends SaidFacts>(said: S, gone: string): S =>
  said.manager === gone ? { ...said, manager: '' } : said;

export const personPrivacy: PrivacyOf<PersonRows> = {
  /** Also a sign on the way to this person. */
  person: {
    holds: ({ joinedTo }, who, at) => at.partition === who.person || joinedTo === who.person,
    forget: () => undefined,
  },
  /** Also of whom this person is the manager, and who said it. */
  said: {
    holds: ({ by, manager, before, lent = [] }, who, at) =>
      [at.partition, by, manager, before?.manager, ...lent.map(({ from }) => from)].includes(who.person),
    forget: (said, who, at) => {
      if (at.partition === who.person) return undefined;
      const { before, lent, ...now } = withoutManager(said, who.person);
      return {
        ...now,
        ...(lent && { lent: lent.filter(({ from }) => from !== who.person) }),
        by: now.by === who.person ? GONE : now.by,
        ...(before && { before: withoutManager(before, who.person) }),
      };
    },
  },
  /** Also whose account it was said to be; who said so is no more than that. */
  sameas: {
    holds: ({ by, into }, who, at) => [at.partition, by, into].includes(who.person),
    forget: (word, who, at) =>
      at.partition === who.person || word.into === who.person ? undefined : { ...word, by: GONE },
  },
  settings: ownRow,
  channel: ownRow,
  photo: rowAbout(({ person }) => [person]),
};
