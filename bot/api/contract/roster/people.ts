import { z } from 'zod';
import { count, day, id, instant, named, role, text } from '#api/contract/basics.ts';
import { STEP_READINGS } from '#domain/insights/steps.ts';
import { STAY_REASONS } from '#domain/roster/moving.ts';
import { STANDINGS } from '#domain/roster/standing.ts';

/** Longest part of a name, a department or a place that is looked for. */
const FIND_MAX = 200;
const PEOPLE_AT_ONCE = 1000;

/** How far everybody is: exact counts of people, and from signing on what was published of executives. */
const step = z
  .object({
    reads: z.enum(STEP_READINGS),
    count,
    of: count,
    /** How many have not, likewise; null where nothing may be said. */
    gap: z.object({ reads: z.enum(['few', 'some', 'most']), count }).nullable(),
  })
  .nullable();
export const FlowView = z.object({
  fresh: count,
  invited: count,
  joined: count,
  introduced: count,
  paired: count,
  unanswered: count,
  /** Null where nothing was published yet. */
  signed: step,
  met: step,
  /** The Monday of the last publication. */
  on: day.nullable(),
  /** Who takes part and has nobody to meet, longest first; `count` of them, the first by name. */
  alone: z.object({ count, first: z.array(named.extend({ role, since: instant })) }),
});
export type FlowView = z.infer<typeof FlowView>;

export const PersonView = z.object({
  person: id,
  name: z.string(),
  mail: z.string(),
  role,
  standing: z.enum(STANDINGS),
  department: z.string(),
  location: z.string(),
  hasApp: z.boolean(),
  /** The last invitation did not arrive, or nobody knows. */
  isLost: z.boolean(),
  canAskAgain: z.boolean(),
  /** The day they are back, while they are on leave. */
  awayUntil: day.optional(),
  /** Columns of a list that the cohort keeps, and what they say of this person. */
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  dates: z.object({
    invited: instant.optional(),
    joined: instant.optional(),
    introduced: instant.optional(),
    paired: instant.optional(),
  }),
});
export type PersonView = z.infer<typeof PersonView>;

const page = z.object({
  /** How many people were looked at for this page, found or not. */
  looked: count,
  /** `from` of the next page; missing after the last. */
  next: z.string().optional(),
});
export const People = page.extend({ people: z.array(PersonView) });
export type People = z.infer<typeof People>;
export const PeopleFile = page.extend({ people: z.array(PersonView.extend({ manager: z.string() })) });
export type PeopleFile = z.infer<typeof PeopleFile>;

const from = text(FIND_MAX).default('');
const part = text(FIND_MAX).default('');
/** `find`, `department` and `location` hold words of a name or address, a department, a place. */
export const PeopleAsked = z
  .object({
    find: part,
    department: part,
    location: part,
    from,
    standing: z.enum(STANDINGS).optional(),
    role: role.optional(),
  })
  .prefault({});
export type PeopleAsked = z.input<typeof PeopleAsked>;
export const PeopleFileAsked = z.object({ from }).prefault({});
export type PeopleFileAsked = z.input<typeof PeopleFileAsked>;

/** `unanswered`: everybody who was invited and has not joined. */
const members = z.union([z.literal('unanswered'), z.array(id).min(1).max(PEOPLE_AT_ONCE)]);
export const AskAgainBody = z.object({ members });
export type AskAgainBody = z.infer<typeof AskAgainBody>;

/** `to`: another cohort of the same champion; empty while none is chosen. */
export const MoveAsked = z.object({ members, to: id.or(z.literal('')).default('') });
export type MoveAsked = z.input<typeof MoveAsked>;
export const MoveCheck = z.object({
  /** Where people can be moved; those without somebody to turn to can invite nobody yet. */
  targets: z.array(z.object({ cohort: id, name: z.string(), canInvite: z.boolean() })),
  /** How many would be moved, and how many of them get an invitation. */
  can: count,
  hear: count,
  /** Who would stay, and why; of many the first, `more` are not listed. */
  stay: z.array(named.extend({ why: z.enum(STAY_REASONS) })),
  more: count,
});
export type MoveCheck = z.infer<typeof MoveCheck>;
export const MoveBody = z.object({ members, to: id });
export type MoveBody = z.infer<typeof MoveBody>;
/** How many are moved; `goesOn`: by itself, after this answer. */
export const Moved = z.object({ moved: count, goesOn: z.boolean() });
export type Moved = z.infer<typeof Moved>;

export interface RosterShapes {
  flow: { answer: FlowView };
  people: { query: PeopleAsked; answer: People };
  peopleFile: { query: PeopleFileAsked; answer: PeopleFile };
  askAgain: { body: AskAgainBody };
  checkMove: { body: MoveAsked; answer: MoveCheck };
  movePeople: { body: MoveBody; answer: Moved };
}
