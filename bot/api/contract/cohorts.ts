import { z } from 'zod';
import { isMail } from '#domain/basics/mail.ts';
import { ATTRIBUTE_NAME_MAX, MOST_ATTRIBUTES, MUCH } from '#domain/cohorts/attributes/attributes.ts';
import {
  COHORT_KINDS,
  COHORT_NAME_MAX,
  COHORT_STATES,
  FEWEST_IN_CIRCLE,
  FIT_MAX,
  MOST_IN_CIRCLE,
} from '#domain/cohorts/cohort.ts';
import { CONTACT_STANDINGS } from '#domain/cohorts/contactPerson.ts';
import { MEMBER_KINDS, MEMBER_STATES, type MemberKind } from '#domain/cohorts/member.ts';
import { MOST_TWEAKS, TWEAK_MAX } from '#domain/insights/review.ts';
import { DELIVERY_STATES } from '#domain/notices/delivery.ts';
import { isDirectoryId, type Role } from '#domain/people/person.ts';
import { SAID_FACTS } from '#domain/people/said.ts';
import { LIST_SENT_MAX } from '#domain/profile/limits.ts';
import {
  count,
  day,
  id,
  instant,
  languageCode,
  name,
  pageAsked,
  paged,
  role,
  someName,
  text,
} from './basics.ts';
import type { ImportColumns, ImportView, LastImport } from './roster/imports.ts';

/** Longest name or address of somebody. */
const NAME_MAX = 200;

const mentors = z.number().int().min(FEWEST_IN_CIRCLE).max(MOST_IN_CIRCLE);
/** How many mentors meet one executive, and whether they are a project team; null where people meet in pairs. */
const circle = z.object({ least: mentors, most: mentors, mixed: z.literal(true).optional() }).nullable();

export const CohortBody = z.object({
  name: someName(COHORT_NAME_MAX),
  kind: z.enum(COHORT_KINDS),
  startsOn: day,
  endsOn: day,
  fitFloor: z.number().int().min(0).max(FIT_MAX).default(0),
  /** Missing in a change: as it was. */
  circle: circle
    .refine(
      (size) => !size || size.least <= size.most,
      'A circle has no fewer mentors at most than at least.',
    )
    .optional(),
  /** In which people may meet, ISO 639-1; empty for any. Missing in a change: as it was. */
  languages: z.array(languageCode).max(LIST_SENT_MAX).optional(),
  /** What changes this time, from the review of an earlier cohort. */
  tweaks: z.array(z.string().trim().min(1).max(TWEAK_MAX)).max(MOST_TWEAKS).default([]),
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
  circle,
  languages: z.array(z.string()),
  /** How people meet can be changed: nobody has been introduced yet. */
  isOpen: z.boolean(),
  /** What was to change this time. */
  tweaks: z.array(z.string()),
  /** What else is kept of its people, why, and in what its rounds would rather have two differ; '' is the department. */
  attributes: z.array(z.object({ name: z.string(), why: z.string() })),
  prefers: z.array(z.object({ name: z.string(), much: z.enum(MUCH) })),
  /** Whether somebody people can turn to is named, and has accepted: nothing new begins before. */
  contact: z.enum(CONTACT_STANDINGS),
  /** Joined, and without anybody to meet for weeks; one to four are "few". */
  unmatchedForLong: z.union([z.literal('few'), count]),
  counts: z.object({ members: count, invited: count, joined: count, introduced: count, paired: count }),
});
export type CohortView = z.infer<typeof CohortView>;
/** `now`: the moment of the server, whose days cohorts begin and end on. */
export const Cohorts = z.object({ cohorts: z.array(CohortView), now: instant });
export type Cohorts = z.infer<typeof Cohorts>;

export const MemberView = z.object({
  person: id,
  name: z.string(),
  mail: z.string(),
  role,
  /** Whoever passed, or asked for later, reads as invited. */
  state: z.enum(MEMBER_STATES).exclude(['passed', 'later']),
  /** False: the bot cannot reach them yet; an admin has to install the app for them. */
  hasApp: z.boolean(),
  /** Delivery of the invitation. */
  delivery: z.enum(['none', ...DELIVERY_STATES]),
  deliveryReason: z.string(),
  /** False: only an address is known; the account has not been here under it. */
  hasAccount: z.boolean(),
  /**
   * What the last import changed of what was said of them here, and whether somebody was joined with them, while
   * that can be taken back.
   */
  changed: z.array(z.enum([...SAID_FACTS, 'joined'])),
});
export type MemberView = z.infer<typeof MemberView>;
/** Those asked for by name, so many at a time, and what there is of everybody. */
export const Members = paged.extend({
  members: z.array(MemberView),
  counts: z.object({
    ...(Object.fromEntries(MEMBER_KINDS.map((kind) => [kind, count])) as Record<MemberKind, typeof count>),
    /** Not invited yet. */
    fresh: count,
    /** Invited: it arrived, it is on its way, it waits for the app. */
    arrived: count,
    coming: count,
    waiting: count,
    /** Invited in vain, though they have the app: Teams did not take it, or nobody knows. */
    refused: count,
    unknown: count,
  }),
});
export type Members = z.infer<typeof Members>;

/** `find` holds words of a name or mail address. */
export const MembersAsked = pageAsked
  .extend({ which: z.enum(MEMBER_KINDS).default('everybody'), role: role.optional() })
  .default({ which: 'everybody', find: '', from: '0' });
export type MembersAsked = Partial<Record<'find' | 'from', string>> & { which?: MemberKind; role?: Role };

/** In what rounds would rather have two differ; all that holds from now on. */
export const PreferencesBody = z.object({
  prefers: z.array(z.object({ name: text(ATTRIBUTE_NAME_MAX), much: z.enum(MUCH) })).max(MOST_ATTRIBUTES + 1),
});
export type PreferencesBody = z.infer<typeof PreferencesBody>;

/**
 * Without `members` everybody imported is invited; with it, a failed or unknown invitation goes out once more; `lost`
 * stands for everybody whose invitation that is true of.
 */
export const InviteBody = z
  .object({ members: z.union([z.literal('lost'), z.array(id).max(1000)]).optional() })
  .nullish();
export type InviteBody = z.infer<typeof InviteBody>;

/** Whose account it is: another member's, or the directory id of somebody chosen in Teams. */
export const AccountBody = z.union([
  z.object({ member: id }),
  z.object({ directoryId: z.string().refine(isDirectoryId) }),
]);
export type AccountBody = z.infer<typeof AccountBody>;

/** The last that happened to a member goes first. */
export const TakenBack = z.object({ tookBack: z.enum(['said', 'joining']) });
export type TakenBack = z.infer<typeof TakenBack>;

/** What can be changed of a cohort once it is made. */
export const CohortChangeBody = CohortBody.omit({ kind: true });
export type CohortChangeBody = z.input<typeof CohortChangeBody>;

/** Who runs a cohort, the first one first. */
export const Champions = z.object({
  champions: z.array(
    z.object({ person: id, name: z.string(), mail: z.string(), since: instant, isMe: z.boolean() }),
  ),
});
export type Champions = z.infer<typeof Champions>;
const NO_CHAMPION = 'Please choose somebody, or write a whole mail address, such as noor@example.com.';
/** Somebody chosen in Teams with the name shown there, or the mail address of an account. */
export const ChampionBody = z.union(
  [
    z.object({ directoryId: z.string().refine(isDirectoryId, NO_CHAMPION), name: name(NAME_MAX) }),
    z.object({ mail: z.string().trim().toLowerCase().max(NAME_MAX).refine(isMail, NO_CHAMPION) }),
  ],
  NO_CHAMPION,
);
export type ChampionBody = z.input<typeof ChampionBody>;

/** What was done in a cohort, latest first: a sentence of it, by whom; `by` is empty for who is not there any more. */
export const Deeds = paged.extend({
  deeds: z.array(z.object({ at: instant, by: z.string(), what: z.string() })),
});
export type Deeds = z.infer<typeof Deeds>;
/** Not in the path: a column may be called `..`, which an address takes for a step up. */
export const DroppedAttribute = z.object({ name: z.string().min(1).max(ATTRIBUTE_NAME_MAX) });
export type DroppedAttribute = z.infer<typeof DroppedAttribute>;

export const DeedsAsked = pageAsked.pick({ from: true });
export type DeedsAsked = z.input<typeof DeedsAsked>;

export interface CohortShapes {
  changeCohort: { body: CohortChangeBody; answer: CohortView };
  champions: { answer: Champions };
  nameChampion: { body: ChampionBody; answer: Champions };
  removeChampion: object;
  dropAttribute: { query: DroppedAttribute };
  deeds: { query: DeedsAsked; answer: Deeds };
  cohorts: { answer: Cohorts };
  createCohort: { body: CohortBody; answer: CohortView };
  cohort: { answer: CohortView };
  members: { query: MembersAsked; answer: Members };
  lastImport: { answer: LastImport };
  importColumns: { body: Uint8Array; answer: ImportColumns };
  prefer: { body: PreferencesBody; answer: CohortView };
  checkImport: {
    query: { name: string; columns?: string; why?: string };
    body: Uint8Array;
    answer: ImportView;
  };
  confirmImport: { answer: ImportView };
  discardImport: object;
  invite: { body: InviteBody };
  joinMembers: { body: AccountBody };
  takeBackSaid: { answer: TakenBack };
}
