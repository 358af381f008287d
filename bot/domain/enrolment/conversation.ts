import type { CohortId, Instant, PersonId, TopicId } from '#domain/basics/ids.ts';
import { TOPIC_LISTS, type TopicList } from '#domain/hearing/topicList.ts';

/** A sentence of the catalogue with its values; the edges turn it into words of the reader's language. */
export interface Say {
  word: string;
  values?: Record<string, string | number>;
}

/** What the bot answers: sentences, at most six buttons that say something back, or a card by name. */
export interface Line {
  text?: Say;
  /** Buttons: what is shown and what is heard when pressed. */
  buttons?: { title: Say; hears: string; at?: Moment }[];
  choices?: Choices;
  /** The place of the tab where the same can be done. */
  opensTab?: 'profile' | 'concern' | 'privacy';
  /** Opens a chat with a person; pressing it tells the bot nothing. */
  opens?: { title: Say; url: string };
  /** A field to raise a concern right here, and whose it would be. */
  raises?: { cohort: CohortId; to: PersonId; name: string };
  card?: { name: 'profile' | 'help'; values?: Record<string, string> };
}

/** A topic with the list it would go to. */
export interface Choice {
  list: TopicList;
  topic: TopicId;
}

/** Topics to tick, several at once; nothing is ticked and nothing is kept before it is pressed. */
export interface Choices {
  topics: (Choice & { title: Say })[];
  /** The question the ticks answer, or the offer they confirm. */
  of: { at: Step } | { offer: string };
  /** What was written, to be kept in these words, and where it would go. */
  own?: { list: TopicList; written: string };
}

/** What somebody ticked, and their own words where they want them kept. */
export interface Picked {
  topics: readonly Choice[];
  own: string;
}

/** What is offered to be confirmed, until something else is. */
export interface Offer {
  /** Which one it is, so that the card of an earlier one changes nothing. */
  id: string;
  topics: Choice[];
  own?: { list: TopicList; written: string };
}

/** The longest message that is read, in characters. */
export const HEARD_MAX = 5000;

/** The questions, and the card that shows what was said. */
export const STEPS = ['wants', 'offers', 'interests', 'meet', 'languages', 'excludes', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** The list that a question is about; undefined where it asks for something else. */
export const askedList = (step: Step): TopicList | undefined => TOPIC_LISTS.find((list) => list === step);

/** What a button answers: one question, or an invitation. Later it would be heard as an answer to something else. */
export type Moment = Step | 'invitation';

/** Whether that is still asked. */
export const isStillAsked = (at: Moment, state: ConversationState | undefined): boolean =>
  at === 'invitation' ? state?.about !== 'enrolment' : state?.about === 'enrolment' && state.step === at;

/** What the bot says about one question, each button with the question it answers. */
export const askedAt = (said: readonly Line[], { about, step }: ConversationState): Line[] =>
  said.map((line) => {
    if (about !== 'enrolment' || step === '' || !line.buttons) return line;
    return { ...line, buttons: line.buttons.map((button) => ({ ...button, at: step })) };
  });

/** What the talk remembers beside the profile. */
export interface Memo {
  /** Put aside by who talks, to be taken up again. */
  isPaused: boolean;
  /** Questions answered so far. */
  answered: Step[];
  /** After a restart: lists whose next answer takes the place of the old one. */
  fresh: TopicList[];
  /** What the last answer added to one list, for "no, I meant …". */
  last?: { list: TopicList; topics: TopicId[] };
  /** “Leave …?” was asked of this programme, and nothing else since. */
  leaving?: CohortId;
  /** What the last card offered. */
  offer?: Offer;
  /** What was said at the present question already; forgotten with it. */
  here: Here;
}

export interface Here {
  /** It was asked a second time. */
  isRepeated?: true;
  /** Somebody was asked for the person instead of an age. */
  isPersonAsked?: true;
  /** It is one field of the card, and then back to it. */
  isReturning?: true;
}

export const emptyMemo = (): Memo => ({ isPaused: false, answered: [], fresh: [], here: {} });

/** Row `conversation` of a person: where the talk stands. Survives silence and restarts. */
export interface ConversationState {
  about: 'none' | 'enrolment';
  cohort: CohortId | '';
  step: Step | '';
  /** Steps answered or skipped, in order, to go back. */
  trail: Step[];
  memo: Memo;
  turns: number;
  heardAt: Instant;
}

export const noConversation = (now: Instant): ConversationState => ({
  about: 'none',
  cohort: '',
  step: '',
  trail: [],
  memo: emptyMemo(),
  turns: 0,
  heardAt: now,
});
