import type { PersonId } from '#domain/basics/ids.ts';
import { GONE, type PrivacyOf, rowAbout, rowBy } from '#domain/basics/privacy.ts';
import type { RoundRows } from './rows.ts';

export const roundPrivacy: PrivacyOf<RoundRows> = {
  round: rowBy(),
  /** Of two who have not been told yet the other one stays, so that they are told they have nobody, and come first. */
  proposal: {
    holds: ({ executive, mentor }, { person }) => [executive, mentor].includes(person),
    forget: (proposal, { person }) => {
      const without = (one: PersonId) => (one === person ? GONE : one);
      const { executive, mentor } = proposal;
      const left = { ...proposal, executive: without(executive), mentor: without(mentor) };
      const isOver = proposal.state === 'introduced' || left.executive === left.mentor;
      return isOver ? undefined : { ...left, reasons: [], state: 'noRoom' };
    },
  },
  leftout: rowAbout(({ person }) => [person]),
  /** What two must not or shall be goes with either of them, never with who wished it. */
  wish: {
    holds: ({ executive, mentor, by }, { person }) => [executive, mentor, by].includes(person),
    forget: (wish, { person }) =>
      wish.executive === person || wish.mentor === person ? undefined : { ...wish, by: GONE },
  },
  run: rowBy(),
};
