import {
  GONE,
  isNamedIn,
  ownRow,
  type PrivacyOf,
  rowAbout,
  type Somebody,
  withoutNames,
} from '#domain/basics/privacy.ts';
import { ROLES } from '#domain/people/person.ts';
import type { KeptAttribute } from './attributes/attributes.ts';
import { mentorsIn } from './cohort.ts';
import type { Import } from './import.ts';
import type { StagedLine } from './importLine.ts';
import { attributesIn, keepingOnly, type Member } from './member.ts';
import type { CohortRows, OwnCohortRows } from './rows.ts';

export const ownCohortPrivacy: PrivacyOf<OwnCohortRows> = {
  enrolment: ownRow,
  champion: ownRow,
  contact: ownRow,
};

const isThem = (said: string, { mail, directoryId }: Somebody): boolean =>
  said !== '' && (said === mail || said === directoryId);
const isAbout = (line: StagedLine, who: Somebody): boolean =>
  line.person === who.person || isThem(line.mail, who) || isThem(line.directoryId, who);
const isAbove = (line: StagedLine, who: Somebody): boolean =>
  line.above === who.person || isThem(line.manager, who);

type Attributes = Member['attributes'];
const saysIn = (attributes: Attributes, who: Somebody): boolean =>
  Object.values(attributes ?? {}).some((value) => isThem(value, who) || isNamedIn(value, who));
/** What a list says of one person may name another. */
const attributesWithout = (attributes: Attributes, who: Somebody) =>
  attributes && {
    attributes: Object.fromEntries(
      Object.entries(attributes).filter(([, value]) => !isThem(value, who) && !isNamedIn(value, who)),
    ),
  };
/** A reason is the champion's own words. */
const reasonsIn = (kept: readonly KeptAttribute[] | undefined, who: Somebody): boolean =>
  (kept ?? []).some(({ name, why }) => isNamedIn(`${name} ${why}`, who));
const reasonsWithout = (kept: readonly KeptAttribute[], who: Somebody): KeptAttribute[] =>
  kept.map(({ name, why }) => ({ name: withoutNames(name, who), why: withoutNames(why, who) }));

/** Problems say back what stood in the file, a sample whose name stood there. */
const saysOf = ({ problems, sample }: Import, who: Somebody): boolean => {
  const said = [sample, ...problems.flatMap(({ values }) => Object.values(values).map(String))];
  return said.some((text) => isThem(text, who) || isNamedIn(text, who));
};

export const cohortPrivacy: PrivacyOf<CohortRows> = {
  /** A name, dates and rules of a programme; what changes this time may name somebody. */
  cohort: {
    holds: ({ tweaks = [], attributes }, who) =>
      tweaks.some((tweak) => isNamedIn(tweak, who)) || reasonsIn(attributes, who),
    forget: (value, who) => ({
      ...value,
      ...(value.tweaks && { tweaks: value.tweaks.map((tweak) => withoutNames(tweak, who)) }),
      ...(value.attributes && { attributes: reasonsWithout(value.attributes, who) }),
    }),
  },
  champion: rowAbout((_value, { id }) => [id]),
  /** Who named somebody is no more than that. */
  contact: {
    holds: ({ by }, { person }, { id }) => id === person || by === person,
    forget: (value, { person }, { id }) => (id === person ? undefined : { ...value, by: GONE }),
  },
  /** Also who was joined with this member, or is named in what else is kept of them. */
  member: {
    holds: (member, who, { id }) =>
      [id, ...(member.joined ?? []).map(({ from }) => from)].includes(who.person) ||
      attributesIn(member).some((one) => saysIn(one, who)),
    forget: (member, who, { id }) =>
      id === who.person
        ? undefined
        : keepingOnly(
            { ...member, joined: (member.joined ?? []).filter(({ from }) => from !== who.person) },
            (_name, value) => !isThem(value, who) && !isNamedIn(value, who),
          ),
  },
  named: {
    holds: (_value, { person }, { id }) => ROLES.some((role) => id === `${role}_${person}`),
    forget: () => undefined,
  },
  /** It is its writer's, and about a colleague: it goes with either. */
  suggestion: {
    holds: ({ by, directoryId, mail, name }, who) =>
      by === who.person || isThem(mail, who) || isThem(directoryId, who) || isNamedIn(name, who),
    forget: () => undefined,
  },
  import: {
    holds: (value, who) => value.by === who.person || saysOf(value, who) || reasonsIn(value.keeps, who),
    forget: (value, who) => ({
      ...value,
      ...(value.keeps && { keeps: reasonsWithout(value.keeps, who) }),
      by: value.by === who.person ? GONE : value.by,
      ...(saysOf(value, who) ? { problems: [], sample: '' } : {}),
    }),
  },
  importpart: {
    holds: ({ lines }, who) =>
      lines.some((line) => isAbout(line, who) || isAbove(line, who) || saysIn(line.attributes, who)),
    forget: ({ lines }, who) => ({
      lines: lines
        .filter((line) => !isAbout(line, who))
        .map((line) => (isAbove(line, who) ? { ...line, manager: '' as const, above: '' as const } : line))
        .map((line) => ({ ...line, ...attributesWithout(line.attributes, who) })),
    }),
  },
  /** It stays with the other one, so that the number of those who have somebody does not tell who went. */
  pair: {
    holds: (value, { person }) => value.executive === person || mentorsIn(value).includes(person),
    forget: ({ others, ...value }, { person }) => {
      const executive = value.executive === person ? GONE : value.executive;
      const mentor = value.mentor === person ? GONE : value.mentor;
      const more = others?.filter((one) => one !== person) ?? [];
      if ([executive, mentor, ...more].every((one) => one === GONE)) return undefined;
      const closedAt = value.closedAt ?? value.introducedAt;
      return {
        ...value,
        ...{ executive, mentor, state: 'closed' },
        ...(more.length > 0 && { others: more }),
        ...(value.state === 'paired' && closedAt && { closedAt }),
      };
    },
  },
  audit: {
    holds: ({ by, about }, { person }) => by === person || about.includes(person),
    forget: (value, { person }) => ({
      ...value,
      by: value.by === person ? GONE : value.by,
      about: value.about.replaceAll(person, GONE),
    }),
  },
};
