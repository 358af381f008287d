import type { PrivacyOf } from '#domain/basics/privacy.ts';
import type { SearchRows } from './rows.ts';

export const searchPrivacy: PrivacyOf<SearchRows> = {
  /** Also on the list of whoever may choose this person. */
  search: {
    holds: ({ mentors }, { person }, at) =>
      at.partition === person || mentors.some((mentor) => mentor.person === person),
    forget: (search, { person }, at) =>
      at.partition === person
        ? undefined
        : { ...search, mentors: search.mentors.filter((mentor) => mentor.person !== person) },
  },
};
