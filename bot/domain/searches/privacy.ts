import type { PersonId } from '#domain/basics/ids.ts';
import { GONE, type PrivacyOf } from '#domain/basics/privacy.ts';
import type { SearchRows } from './rows.ts';
import type { SearchMentor } from './search.ts';

/** Their place stays, so that what is told of the others is told once; nobody asks there any more. */
const withoutMentor = (mentor: SearchMentor, person: PersonId): SearchMentor =>
  mentor.person === person
    ? { ...mentor, person: GONE, reasons: [], state: mentor.state === 'open' ? 'left' : mentor.state }
    : mentor;

export const searchPrivacy: PrivacyOf<SearchRows> = {
  /** Also on the list of whoever may choose this person. */
  search: {
    holds: ({ mentors }, { person }, at) =>
      at.partition === person || mentors.some((mentor) => mentor.person === person),
    forget: (search, { person }, at) =>
      at.partition === person
        ? undefined
        : { ...search, mentors: search.mentors.map((mentor) => withoutMentor(mentor, person)) },
  },
};
