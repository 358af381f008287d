import type { Instant, PersonId } from '#domain/basics/ids.ts';
import { afterWorkingDays } from '#domain/basics/workingDays.ts';

/** Whom a member can turn to with a concern: the contact, or the stand-in where the contact stands too near. */
export const CONTACT_SEATS = ['contact', 'standIn'] as const;
export type ContactSeat = (typeof CONTACT_SEATS)[number];
/** As a champion sees whom she named; `released` once she named somebody else. */
export const NAMED_STATES = ['asked', 'accepted', 'declined'] as const;
export const CONTACT_STATES = [...NAMED_STATES, 'released'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];
export const CONTACT_ANSWERS = ['accept', 'decline', 'giveBack'] as const;
export type ContactAnswer = (typeof CONTACT_ANSWERS)[number];

/** Row `contact_<person>` of a cohort. The row is the truth for the answer; it counts once it is accepted. */
export interface ContactPerson {
  seat: ContactSeat;
  state: ContactState;
  /** As the champion wrote them: shown until their account says more. */
  written: string;
  by: PersonId;
  at: Instant;
  /** How often they were asked. */
  askings: number;
}

/** Who is named for a seat now, whatever they answered. */
export const holderOf = <Row extends { value: ContactPerson }>(
  rows: readonly Row[],
  seat: ContactSeat,
): (Row & { value: Holder }) | undefined =>
  rows.find(
    (row): row is Row & { value: Holder } => row.value.seat === seat && row.value.state !== 'released',
  );

type Holder = ContactPerson & { state: (typeof NAMED_STATES)[number] };

/** Whether somebody is named for a seat and has not said no. */
export const isInSeat = ({ state }: ContactPerson): boolean => state === 'asked' || state === 'accepted';

/** How far a cohort is with somebody to turn to: one of the two who accepted is enough to begin. */
export const CONTACT_STANDINGS = ['missing', 'asked', 'accepted'] as const;
export type ContactStanding = (typeof CONTACT_STANDINGS)[number];

export function contactStanding(contacts: readonly ContactPerson[]): ContactStanding {
  const states = contacts.map(({ state }) => state);
  return states.includes('accepted') ? 'accepted' : states.includes('asked') ? 'asked' : 'missing';
}

/**
 * The row after its person's answer; the same row where nothing of the kind is asked any more, or about the other
 * seat. Whoever said no may accept after all, and whoever accepted gives it back, until somebody else is named.
 */
export function answeredContact(
  known: ContactPerson,
  { seat, answer }: { seat: ContactSeat; answer: ContactAnswer },
): ContactPerson {
  const { state } = known;
  if (known.seat !== seat) return known;
  if (answer === 'accept')
    return state === 'asked' || state === 'declined' ? { ...known, state: 'accepted' } : known;
  return state === (answer === 'decline' ? 'asked' : 'accepted') ? { ...known, state: 'declined' } : known;
}

/** So many full working days lie between today and the day by whose end a contact gets in touch: the second one. */
const DAYS_BETWEEN = 1;
const END_OF_DAY = 18;

/** By when whoever gets a concern now gets in touch: the end of the second working day, where its author is. */
export const answersBy = (nowMs: number, timeZone: string): Instant =>
  afterWorkingDays(nowMs, timeZone, DAYS_BETWEEN, END_OF_DAY);
