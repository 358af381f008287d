import { ENCODINGS } from '#domain/basics/encoding.ts';
import {
  day,
  either,
  fields,
  flag,
  id,
  instant,
  listOf,
  maybe,
  number,
  oneOf,
  type ShapesOf,
  text,
  there,
  whole,
} from '#domain/basics/shape.ts';
import type { NamedMember } from '#domain/people/namedMember.ts';
import { ROLES } from '#domain/people/person.ts';
import type { Suggestion } from '#domain/people/suggestion.ts';
import { type KeptAttribute, MUCH, type Preference } from './attributes/attributes.ts';
import type { Audit } from './audit.ts';
import {
  type CircleSize,
  COHORT_KINDS,
  COHORT_STATES,
  type Cohort,
  type CohortChampion,
  type CohortPair,
} from './cohort.ts';
import { CONTACT_SEATS, CONTACT_STATES, type ContactPerson } from './contactPerson.ts';
import { IMPORT_STATES } from './import.ts';
import {
  type CohortLink,
  ENROLMENT_STATES,
  type Enrolment,
  type Joined,
  MEMBER_STATES,
  type Member,
} from './member.ts';
import type { CohortRows, OwnCohortRows } from './rows.ts';

const role = oneOf(ROLES);

export const ownCohortShapes: ShapesOf<OwnCohortRows> = {
  enrolment: fields<Enrolment>({
    ...{ cohortName: text, role, state: oneOf(ENROLMENT_STATES), invitedAt: instant },
    answeredAt: either(oneOf(['']), instant),
    endsOn: maybe(day),
    postponed: maybe(whole),
    ...{ movedTo: maybe(id), isAnew: maybe(flag), insteadOf: maybe(text) },
  }),
  champion: fields<CohortLink>({ cohort: id }),
  contact: fields<CohortLink>({ cohort: id }),
};

export const cohortShapes: ShapesOf<CohortRows> = {
  cohort: fields<Cohort>({
    ...{ name: text, kind: oneOf(COHORT_KINDS), state: oneOf(COHORT_STATES) },
    ...{ startsOn: day, endsOn: day, fitFloor: whole, createdAt: instant },
    circle: maybe(fields<CircleSize>({ least: whole, most: whole, mixed: maybe(flag) })),
    languages: maybe(listOf(text)),
    tweaks: maybe(listOf(text)),
    attributes: maybe(listOf(fields<KeptAttribute>({ name: text, why: text }))),
    forgets: maybe(listOf(text)),
    prefers: maybe(listOf(fields<Preference>({ name: text, much: oneOf(MUCH) }))),
  }),
  champion: fields<CohortChampion>({ since: instant }),
  contact: fields<ContactPerson>({
    ...{ seat: oneOf(CONTACT_SEATS), state: oneOf(CONTACT_STATES), written: text },
    ...{ by: id, at: instant, askings: whole },
  }),
  member: fields<Member>({
    ...{ role, state: oneOf(MEMBER_STATES), waiting: flag, askedAt: maybe(instant) },
    awayUntil: maybe(day),
    ...{ leaveListed: maybe(day), movingTo: maybe(id) },
    joined: maybe(listOf(fields<Joined>({ from: id, address: text, at: instant, was: there }))),
  }),
  named: fields<NamedMember>({ name: text }),
  suggestion: fields<Suggestion>({
    ...{ by: id, role, at: instant, isOpen: flag, directoryId: text, mail: text, name: text },
  }),
  import: fields<CohortRows['import']>({
    ...{ id, state: oneOf(IMPORT_STATES), by: id, at: instant, file: text, encoding: oneOf(ENCODINGS) },
    ...{ sample: text, ignored: listOf(text), lines: number, hasAddresses: flag, parts: number },
    ...{ partsDone: number, linesDone: number, added: number, changed: number, unchanged: number },
    ...{ problems: listOf(there), problemCount: number },
  }),
  importpart: fields<CohortRows['importpart']>({ lines: listOf(there) }),
  pair: fields<CohortPair>({
    ...{ executive: id, mentor: id, others: maybe(listOf(id)) },
    ...{ introducedAt: maybe(instant), pairedAt: maybe(instant) },
    state: oneOf(['introduced', 'paired', 'closed']),
  }),
  audit: fields<Audit>({ at: instant, by: id, did: text, about: text }),
};
