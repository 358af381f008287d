import type { NamedMember } from '#domain/people/namedMember.ts';
import type { Suggestion } from '#domain/people/suggestion.ts';
import type { Audit } from './audit.ts';
import type { Cohort, CohortChampion, CohortPair } from './cohort.ts';
import type { ContactPerson } from './contactPerson.ts';
import type { Import } from './import.ts';
import type { StagedLine } from './importLine.ts';
import type { CohortLink, Enrolment, Member } from './member.ts';

/** Rows in the partition of a person. */
export interface OwnCohortRows {
  /** `enrolment_<cohort>`: the person's own side of a membership. */
  enrolment: Enrolment;
  /** `champion_<cohort>`: projection that lists the cohorts of a champion. */
  champion: CohortLink;
  /** `contact_<cohort>`: the cohorts in which somebody was asked to be whom people can turn to. */
  contact: CohortLink;
}

/** Rows in the partition of a cohort. */
export interface CohortRows {
  cohort: Cohort;
  /** `champion_<person>`: the permission. */
  champion: CohortChampion;
  /** `contact_<person>`: whom members can turn to. */
  contact: ContactPerson;
  /** `member_<person>`. */
  member: Member;
  /** `named_<role>_<person>`: who agreed to be named; a projection. */
  named: NamedMember;
  /** `suggestion_<by>_<n>`: whom somebody who takes part would like to see invited. */
  suggestion: Suggestion;
  /** `import`, and the lines of it that are staged: `importpart_<id>_<n>`. */
  import: Import;
  importpart: { lines: StagedLine[] };
  /** `pair_<pair>`: what the champion may know of a pair; a projection. */
  pair: CohortPair;
  /** `audit_<time>_<id>`. */
  audit: Audit;
}
