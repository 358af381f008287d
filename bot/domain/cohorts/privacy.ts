import { GONE, ownRow, type PrivacyOf, rowAbout, rowBy, type Somebody } from '#domain/basics/privacy.ts';
import type { ImportLine } from './importLine.ts';
import type { CohortRows, OwnCohortRows } from './rows.ts';

export const ownCohortPrivacy: PrivacyOf<OwnCohortRows> = { enrolment: ownRow, champion: ownRow };

const isThem = (said: string, { mail, directoryId }: Somebody): boolean =>
  said !== '' && (said === mail || said === directoryId);
const isAbout = (line: ImportLine, who: Somebody): boolean =>
  isThem(line.mail, who) || isThem(line.directoryId, who);
const speaksOf = (line: ImportLine, who: Somebody): boolean =>
  isAbout(line, who) || isThem(line.manager, who);

export const cohortPrivacy: PrivacyOf<CohortRows> = {
  cohort: { because: 'a name, dates and rules of a programme' },
  champion: rowAbout((_value, { id }) => [id]),
  member: rowAbout((_value, { id }) => [id]),
  import: rowBy(),
  importpart: {
    holds: ({ lines }, who) => lines.some((line) => speaksOf(line, who)),
    forget: ({ lines }, who) => ({
      lines: lines
        .filter((line) => !isAbout(line, who))
        .map((line) => (isThem(line.manager, who) ? { ...line, manager: '' } : line)),
    }),
  },
  pair: rowAbout(({ executive, mentor }) => [executive, mentor]),
  audit: {
    holds: ({ by, about }, { person }) => by === person || about.includes(person),
    forget: (value, { person }) => ({
      ...value,
      by: value.by === person ? GONE : value.by,
      about: value.about.replaceAll(person, GONE),
    }),
  },
};
