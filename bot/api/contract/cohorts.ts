import { z } from 'zod';
import { COHORT_KINDS, COHORT_NAME_MAX, COHORT_STATES, FIT_MAX } from '#domain/cohorts/cohort.ts';
import { IMPORT_MAX } from '#domain/cohorts/import.ts';
import { MEMBER_STATES } from '#domain/cohorts/member.ts';
import { DELIVERY_STATES } from '#domain/notices/delivery.ts';
import { SAID_FACTS } from '#domain/people/said.ts';
import { count, day, id, role, someText } from './basics.ts';

export const CohortBody = z.object({
  name: someText(COHORT_NAME_MAX),
  kind: z.enum(COHORT_KINDS),
  startsOn: day,
  endsOn: day,
  fitFloor: z.number().int().min(0).max(FIT_MAX).default(0),
});
export type CohortBody = z.input<typeof CohortBody>;
export const CohortView = z.object({
  cohort: id,
  etag: z.string(),
  name: z.string(),
  kind: z.enum(COHORT_KINDS),
  state: z.enum(COHORT_STATES),
  startsOn: day,
  endsOn: day,
  fitFloor: count,
  /** Joined, and without anybody to meet for weeks; one to four are "few". */
  unmatchedForLong: z.union([z.literal('few'), count]),
  counts: z.object({ members: count, invited: count, joined: count, introduced: count, paired: count }),
});
export type CohortView = z.infer<typeof CohortView>;
export const Cohorts = z.object({ cohorts: z.array(CohortView) });
export type Cohorts = z.infer<typeof Cohorts>;

export const MemberView = z.object({
  person: id,
  name: z.string(),
  mail: z.string(),
  role,
  state: z.enum(MEMBER_STATES),
  /** False: the bot cannot reach them yet; an admin has to install the app for them. */
  hasApp: z.boolean(),
  /** Delivery of the invitation. */
  delivery: z.enum(['none', ...DELIVERY_STATES]),
  deliveryReason: z.string(),
  /** False: only an address is known; the account has not been here under it. */
  hasAccount: z.boolean(),
  /** What the last import changed of what was said of them here, while that can be taken back. */
  changed: z.array(z.enum(SAID_FACTS)),
});
export type MemberView = z.infer<typeof MemberView>;
export const Members = z.object({ members: z.array(MemberView) });
export type Members = z.infer<typeof Members>;

/** CSV as text; `check` only looks. Refused with `problems` (where = `line 3, column mail`) and nothing changes. */
export const ImportBody = z.object({ csv: z.string().max(IMPORT_MAX), check: z.boolean().default(false) });
export type ImportBody = z.input<typeof ImportBody>;
export const ImportView = z.object({
  added: count,
  changed: count,
  unchanged: count,
  /** Columns of the file that we have no use for, as written. */
  ignored: z.array(z.string()).optional(),
});
export type ImportView = z.infer<typeof ImportView>;

/** Without `members` everybody imported is invited; with it, a failed or unknown invitation goes out once more. */
export const InviteBody = z.object({ members: z.array(id).max(1000).optional() }).nullish();
export type InviteBody = z.infer<typeof InviteBody>;

/** Whose account it is: another member's, or the directory id of somebody chosen in Teams. */
export const AccountBody = z.union([z.object({ member: id }), z.object({ directoryId: z.guid() })]);
export type AccountBody = z.infer<typeof AccountBody>;

export interface CohortShapes {
  cohorts: { answer: Cohorts };
  createCohort: { body: CohortBody; answer: CohortView };
  cohort: { answer: CohortView };
  members: { answer: Members };
  importMembers: { body: ImportBody; answer: ImportView };
  invite: { body: InviteBody };
  joinMembers: { body: AccountBody };
  takeBackSaid: object;
}
