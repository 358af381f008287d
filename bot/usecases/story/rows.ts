/** Which rows live in which table (README, *Data*). The row key is `kind` or `kind_<id>`. */
import type { Announcement, Notice, Reply } from '#domain/announcements/announcement.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type * as cohort from '#domain/cohorts/cohort.ts';
import type { ConversationState } from '#domain/enrolment/conversation.ts';
import type { RoundRun } from '#domain/matching/progress.ts';
import type { Wish } from '#domain/matching/wishes.ts';
import type * as pair from '#domain/pairs/pair.ts';
import type { Channel, Person, Profile, Settings } from '#domain/people/person.ts';
import type { Search } from '#domain/searches/search.ts';

/** One thing to do after a change, in the same transaction as the change; removed when it is done. */
export type Message =
  | { kind: 'notify'; job: string; to: PersonId; notice: Notice }
  /** Copies a person's own answer to the cohort's member row. */
  | { kind: 'projectEnrolment'; cohort: string; person: PersonId }
  /** Copies a pair's state to its members and its cohort, frees slots when it ended. */
  | { kind: 'projectPair'; pair: string }
  /** Copies the numbers of one feedback to the pair's cohort, without words or name. */
  | { kind: 'projectMeasure'; pair: string; occurrence: string; person: PersonId }
  /** Takes an executive's search one step further, or ends it. */
  | { kind: 'advanceSearch'; cohort: string; person: PersonId; ended: string }
  | { kind: 'applyImport'; cohort: string; import: string }
  | { kind: 'publishRound'; cohort: string; round: number }
  | { kind: 'sendAnnouncement'; cohort: string; announcement: string };

export interface Outbox {
  message: Message;
  at: string;
}

export interface PeopleRows {
  person: Person;
  profile: Profile;
  settings: Settings;
  channel: Channel;
  conversation: ConversationState;
  enrolment: cohort.Enrolment;
  pair: pair.PairLink;
  slot: pair.Slot;
  /** `champion_<cohort>`: projection that lists the cohorts of a champion. */
  champion: cohort.CohortLink;
  reply: Reply;
  /** `search_<cohort>`: an executive's own search for a mentor. */
  search: Search;
  outbox: Outbox;
}

export interface PairsRows {
  pair: pair.Pair;
  agreement: pair.Agreement;
  signature: pair.Signature;
  /** `goal_<id>`: how it stands now. */
  goal: pair.Goal;
  /** `goalstep_<id>_<seq>`: every wording and confidence it ever had. */
  goalstep: pair.Goal;
  meeting: pair.Meeting;
  panel: pair.Panel;
  prompt: pair.PromptUse;
  feedback: pair.Feedback;
  outbox: Outbox;
}

export interface CohortsRows {
  cohort: cohort.Cohort;
  champion: cohort.CohortChampion;
  member: cohort.Member;
  /** `import_<id>` and its chunks `importpart_<id>_<n>`. */
  import: { state: 'staged' | 'committed' | 'applied'; parts: number; by: PersonId; at: string };
  importpart: { lines: cohort.ImportLine[] };
  round: cohort.Round;
  proposal: cohort.Proposal;
  leftout: cohort.LeftOut;
  /** `wish_<executive>_<mentor>`: what the next run keeps to. */
  wish: Wish;
  /** The one run of a cohort that takes longer than a moment. */
  run: RoundRun;
  pair: cohort.CohortPair;
  announcement: Announcement;
  /** `audience_<announcement>_<n>`: who gets it, fixed when it is sent off. */
  audience: { people: PersonId[] };
  /** `replyref_<announcement>_<reply>`: where a reply stands; its words stay with the writer. */
  replyref: { from: PersonId; reply: string; at: string };
  /** Numbers only, never words: `measure_<occurrence>_<pseudonym>`. */
  measure: {
    kind: 'feedback';
    role: string;
    month: string;
    worthTheHour: number;
    balanced: string;
    candid: string;
  };
  audit: cohort.Audit;
  outbox: Outbox;
}
