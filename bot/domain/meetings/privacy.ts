import { GONE, isNamedIn, type PrivacyOf, rowAbout, withoutNames } from '#domain/basics/privacy.ts';
import type { MeetingRows } from './rows.ts';

export const meetingPrivacy: PrivacyOf<MeetingRows> = {
  meeting: { because: 'when a pair met; who they are stands in the pair' },
  panel: rowAbout(({ first }) => [first]),
  prompt: { because: 'a question of the library' },
  /** Words that were shared stay with the partner, without a name. */
  feedback: {
    holds: ({ person, learned, surprised }, who) =>
      person === who.person || isNamedIn(`${learned}\n${surprised}`, who),
    forget: (feedback, who) => {
      const isTheirs = feedback.person === who.person;
      if (isTheirs && !feedback.shared) return undefined;
      return {
        ...feedback,
        person: isTheirs ? GONE : feedback.person,
        learned: withoutNames(feedback.learned, who),
        surprised: withoutNames(feedback.surprised, who),
      };
    },
  },
};
