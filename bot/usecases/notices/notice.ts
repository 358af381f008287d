import type { Instant, PersonId } from '#domain/basics/ids.ts';
import type { Channel, Role } from '#domain/people/person.ts';
import type { SendOutcome } from '#usecases/story/ports.ts';

/** A notice with its content, read from the rows at the moment of sending; teams/cards draws it. */
export type NoticeView =
  | {
      kind: 'invitation';
      cohort: string;
      cohortName: string;
      role: Role;
      from: string;
      hoursPerMonth: number;
    }
  | {
      kind: 'introduction';
      pair: string;
      cohortName: string;
      role: Role;
      partners: string[];
      reasons: string[];
      answerBy: Instant;
      /** First name of the executive who asked to be introduced, for the mentor; empty in a round. */
      askedBy?: string;
    }
  | { kind: 'paired'; pair: string; role: Role; partners: string[] }
  | { kind: 'introductionEnded'; cohortName: string }
  | { kind: 'firstChat'; pair: string; partners: string[]; answerBy: Instant }
  | { kind: 'decide'; pair: string; partners: string[]; answerBy: Instant }
  | { kind: 'leftOut'; cohort: string; cohortName: string; role: Role; reason: string }
  | {
      kind: 'searchNews';
      cohort: string;
      cohortName: string;
      /** First name of who was asked, empty when nobody was. */
      past: string;
      /** Who is asked now and when the executive hears at the latest; empty when the search is over. */
      next: string;
      hearBy: Instant | '';
      /** Why it is over, where it is not that nobody was left. */
      ended: 'onlyOne' | 'elsewhere' | 'closed' | '';
    }
  | { kind: 'agreementToSign'; pair: string; version: number; partners: string[] }
  | { kind: 'agreementSigned'; pair: string; role: Role; partners: string[] }
  | { kind: 'feedback'; pair: string; occurrence: string; partners: string[] }
  | {
      kind: 'announcement';
      cohort: string;
      cohortName: string;
      announcement: string;
      from: string;
      title: string;
      text: string;
    }
  | { kind: 'announcementReply'; cohortName: string; title: string; from: string; text: string };

export interface Recipient {
  person: PersonId;
  locale: string;
  timeZone: string;
  channel: Channel;
}

/** Sends one notice to one person's bot chat. Never repeats by itself; says what is known of the outcome. */
export interface Messenger {
  send(to: Recipient, notice: NoticeView): Promise<SendOutcome>;
}
