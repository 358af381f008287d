import { AUDIENCES, type News } from '#domain/announcements/announcement.ts';
import {
  asId,
  type CohortId,
  type Day,
  type Instant,
  type OccurrenceId,
  type PairId,
  type TopicId,
} from '#domain/basics/ids.ts';
import { MANY_FORMATS } from '#domain/cohorts/cohort.ts';
import type { Line } from '#domain/enrolment/conversation.ts';
import { MENTOR_QUESTIONS } from '#domain/gatherings/gathering.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';
import { NUDGES } from '#domain/nudges/rules.ts';
import type { Reason } from '#domain/pairs/reasons.ts';
import { raisedCard } from '#teams/cards/concerns/concern.ts';
import { answeredInvitation, doneCard } from '#teams/cards/done.ts';
import { answeredCard, saidMessage } from '#teams/cards/enrolment/lines.ts';
import { profileCard } from '#teams/cards/enrolment/profile.ts';
import { statusCard } from '#teams/cards/home/status.ts';
import { cardFor } from '#teams/cards/index.ts';
import {
  breakCard,
  endCard,
  endedCard,
  pauseCard,
  resumeCard,
  whichPairCard,
} from '#teams/cards/pairs/parting.ts';
import type { Drawn, Reader } from '#teams/cards/parts.ts';
import { searchCard, whichSearchCard } from '#teams/cards/searches/search.ts';
import { settledCardFor } from '#teams/cards/settled.ts';
import type { Facts } from '#usecases/home/notices.ts';
import type { SettledFacts } from '#usecases/home/settled.ts';
import type { PartingSeen } from '#usecases/pairs/parting.ts';
import type { SearchSeen } from '#usecases/searches/searches.ts';
import { wordsFor } from '#words/words.ts';

export const words = wordsFor('en');
export const reader: Reader = {
  locale: 'en-GB',
  timeZone: 'Europe/Zurich',
  teamsAppId: 'app id',
  appId: 'bot',
  publicUrl: 'https://turntable.example',
};

const pair = asId<PairId>('p');
const cohort = asId<CohortId>('c');
const OWN = asId<TopicId>('own:x');
const TIMES = [
  { startsAt: asId<Instant>('2026-12-01T10:00:00.000Z'), endsAt: asId<Instant>('2026-12-01T10:45:00.000Z') },
];
/** Times only where a nudge asks for one. */
const timesOf = (rule: (typeof NUDGES)[number]) =>
  ['firstMeeting', 'anotherTime', 'rhythm'].includes(rule) ? TIMES : [];
const ANSWER_BY = asId<Instant>('2026-12-01T08:00:00.000Z');
const HEAR_BY = asId<Instant>('2026-12-08T08:00:00.000Z');

const EVIL = [
  '**bold** _it_ [link](https://x.example) # title',
  '<script>alert(1)</script><at>all</at> &amp; {{DATE(2026-01-01,SHORT)}}',
  '\u202Eright to left\u202C مرحبا ',
  '👩🏽‍💻😀 ${expression} {{from}} $t(bot:sorry)',
  'line one\n\n- line two\r\n1. line three',
].join(' ');
export const MARKER = 'ZZZ';
/** Everything that may be taken for markup somewhere, in one text of somebody's own. */
export const EVIL_TEXT = `${MARKER}${EVIL}`;

const reasonsWith = (label: string): Reason[] => [
  { kind: 'learn', topic: OWN, strength: 3, label },
  { kind: 'giveBack', topic: OWN, label },
  { kind: 'interest', topic: OWN, label },
  { kind: 'learn', topic: asId('generativeAi'), strength: 2 },
  { kind: 'language', language: 'pl' },
  { kind: 'meet', way: 'walk' },
  { kind: 'departments', count: 3 },
  { kind: 'time', hours: 3 },
];

/** With everything that news may hold. */
const newsWith = (text: string): News => ({
  ...{ cohortName: text, from: text, title: text, text, corrected: ANSWER_BY },
  image: { address: 'https://pictures.example/cake.png', alt: text },
  buttons: [
    { title: text, address: 'https://intranet.example/cake' },
    { title: 'Map', address: 'https://intranet.example/map' },
  ],
});

const aboutMeeting = (text: string) => ({
  ...{ pair, occurrence: asId<OccurrenceId>('o'), me: text },
  ...about(text),
});

/** A notice of every kind that is nothing but `text` where people's words may stand. */
export const noticesWith = (text: string): Facts[] => [
  { kind: 'invitation', cohort, cohortName: text, role: 'mentor', from: text, hoursPerMonth: 2 },
  { kind: 'invitation', cohort, cohortName: text, role: 'executive', from: text, hoursPerMonth: 1 },
  ...MANY_FORMATS.map((meetIn) => ({
    ...({ kind: 'invitation', cohort, cohortName: text, role: 'executive' } as const),
    ...{ from: text, hoursPerMonth: 2, meetIn },
  })),
  {
    ...{ kind: 'invitation', cohort, cohortName: text, role: 'mentor', from: text, hoursPerMonth: 2 },
    insteadOf: text,
  },
  { kind: 'separated', cohort, cohortName: text, name: text, other: text },
  { kind: 'champion', cohort, cohortName: text, from: text },
  {
    ...{ kind: 'gathering', cohort, cohortName: text, from: text, gathering: 'g', place: text, line: text },
    ...{ startsAt: ANSWER_BY, minutes: 60, questions: [...MENTOR_QUESTIONS] },
  },
  { kind: 'gatheringOff', cohort, cohortName: text, startsAt: ANSWER_BY },
  { kind: 'sponsor', cohort, cohortName: text, from: text },
  ...AUDIENCES.map(
    (audience): Facts => ({
      ...{ kind: 'inName', cohort, cohortName: text, announcement: asId('a') },
      ...{ from: text, title: text, text, audience },
    }),
  ),
  ...(['agreed', 'declined'] as const).map(
    (answer): Facts => ({
      ...{ kind: 'inNameAnswered', cohortName: text, sponsor: text, title: text, answer, word: text },
    }),
  ),
  { kind: 'contact', cohort, cohortName: text, seat: 'contact', from: text },
  { kind: 'contact', cohort, cohortName: text, seat: 'standIn', from: text },
  {
    kind: 'introduction',
    pair,
    cohortName: text,
    role: 'mentor',
    partners: [text, text],
    reasons: reasonsWith(text),
    askedBy: '',
    executive: 'Clara Exampleton',
    answerBy: ANSWER_BY,
  },
  ...(['executive', 'mentor'] as const).map(
    (role): Facts => ({
      ...{ kind: 'paired', cohortName: text, pair, role, partners: [text], reasons: reasonsWith(text) },
      ...{ myFirstName: text, firstNames: [text], mails: ['aisha@turntable.example'] },
    }),
  ),
  ...NUDGES.flatMap((rule) =>
    (['executive', 'mentor'] as const).map(
      (role): Facts => ({
        ...{ kind: 'nudge', cohortName: text, pair, role, rule, occasion: '1', partners: [text] },
        ...{
          myFirstName: text,
          firstNames: [text],
          mails: ['aisha@turntable.example'],
          times: timesOf(rule),
        },
      }),
    ),
  ),
  {
    ...{ kind: 'introduction', pair, cohortName: text, role: 'mentor', partners: [text] },
    ...{ reasons: reasonsWith(text), askedBy: text, executive: 'Clara Exampleton', answerBy: ANSWER_BY },
  },
  { kind: 'firstChat', cohortName: text, pair, partners: [text], answerBy: HEAR_BY },
  { kind: 'decide', cohortName: text, pair, partners: [text], answerBy: HEAR_BY },
  { kind: 'leftOut', cohort, cohortName: text, role: 'executive', reason: 'noTopic' },
  { kind: 'leftOut', cohort, cohortName: text, role: 'mentor', reason: 'noRoom' },
  {
    ...{ kind: 'searchNews', cohort, cohortName: text, past: text, next: text, ended: '' },
    hearBy: HEAR_BY,
  },
  { kind: 'searchNews', cohort, cohortName: text, past: text, next: '', ended: '', hearBy: '' },
  { kind: 'searchNews', cohort, cohortName: text, past: '', next: '', ended: 'elsewhere', hearBy: '' },
  { kind: 'searchNews', cohort, cohortName: text, past: text, next: '', ended: 'onlyOne', hearBy: '' },
  { kind: 'introductionEnded', cohortName: text, partners: [text] },
  ...[text, ''].map(
    (name): Facts => ({ kind: 'leftCircle', pair, name, cohortName: text, partners: [text, text] }),
  ),
  ...[true, false].map(
    (isLong): Facts => ({
      ...{ kind: 'paused', cohortName: text, pair, partners: [text], by: text, isLong },
      until: asId('2027-01-04'),
    }),
  ),
  { kind: 'oneLine', cohortName: text, pair, partners: [text] },
  { kind: 'oneLine', cohortName: text, pair, partners: [text, text] },
  { kind: 'resumed', cohortName: text, pair, partners: [text, text] },
  ...([true, false] as const).map(
    (mayHaveNew): Facts => ({
      ...{ kind: 'pairEnded', cohort, cohortName: text, pair, role: 'mentor', partners: [text], mayHaveNew },
      gone: mayHaveNew ? text : '',
    }),
  ),
  { kind: 'agreementToSign', cohortName: text, pair, version: 3, partners: [text] },
  { kind: 'agreementSigned', cohortName: text, pair, role: 'mentor', partners: [text] },
  { kind: 'spaceClosed', cohortName: text, pair, partners: [text, text] },
  { kind: 'closing', cohortName: text, pair, partners: [text, text], endsOn: asId<Day>('2027-05-31') },
  { kind: 'feedback', ...aboutMeeting(text) },
  { kind: 'met', ...aboutMeeting(text), told: { day: asId('2026-11-27'), way: 'coffee' } },
  { kind: 'didYouMeet', ...aboutMeeting(text), startedAt: ANSWER_BY, isMet: false },
  { kind: 'didYouMeet', ...aboutMeeting(text), startedAt: ANSWER_BY, isMet: true },
  { kind: 'announcement', cohort, cohortName: text, announcement: asId('a'), from: text, title: text, text },
  { kind: 'announcement', cohort, announcement: asId('a'), ...newsWith(text) },
  { kind: 'announcementTest', cohort, ...newsWith(text) },
  { kind: 'announcementReply', cohortName: text, title: text, from: text, text },
  { kind: 'concern' },
];

const about = (text: string) => ({ cohortName: text, partners: [text] });

/** Every card that was settled elsewhere. */
export const settledWith = (text: string): SettledFacts[] => [
  ...(['joined', 'passed', 'later', 'again', 'left', 'moved'] as const).map(
    (state): SettledFacts => ({ kind: 'invitation', cohort, cohortName: text, state }),
  ),
  ...(['accepted', 'declined', 'released'] as const).map(
    (state): SettledFacts => ({ kind: 'contact', cohort, cohortName: text, seat: 'contact', state }),
  ),
  { kind: 'contact', cohort, cohortName: text, seat: 'standIn', state: 'accepted' },
  ...(['agreed', 'declined', 'takenBack'] as const).map(
    (state): SettledFacts => ({ kind: 'inName', cohortName: text, title: text, state }),
  ),
  ...(['yes', 'meetFirst', 'paired', 'ended', 'thanks'] as const).map(
    (stands): SettledFacts => ({ kind: 'introduction', pair, stands, ...about(text) }),
  ),
  ...(['paired', 'left'] as const).map(
    (state): SettledFacts => ({ kind: 'leftOut', cohort, cohortName: text, state }),
  ),
  ...(['earlier', 'goneOn'] as const).map(
    (stands): SettledFacts => ({ kind: 'search', cohort, cohortName: text, stands }),
  ),
  ...(['somebodyNew', 'notNow'] as const).map(
    (wish): SettledFacts => ({ kind: 'newMatch', pair, cohort, role: 'executive', wish, ...about(text) }),
  ),
  ...(['signed', 'newer', 'ended'] as const).map(
    (state): SettledFacts => ({ kind: 'agreement', pair, version: 2, state, ...about(text) }),
  ),
  { kind: 'newsCorrected', cohort, announcement: asId('a'), news: newsWith(text) },
  { kind: 'newsTakenBack', cohortName: text },
  { kind: 'feedback', ...aboutMeeting(text), stands: 'given', worthTheHour: 4 },
  ...(['met', 'missed', 'gone'] as const).map(
    (stands): SettledFacts => ({ kind: 'feedback', ...aboutMeeting(text), stands }),
  ),
];

const manyButtons = Array.from({ length: 9 }, (_, n) => ({ title: { word: `no key ${n}` }, hears: `${n}` }));

const topicOf = (list: TopicList, topic: string) => ({
  ...{ list, topic: asId<TopicId>(topic) },
  title: { word: `topics:${topic}` },
});
const asking: Line = {
  text: { word: 'enrolment:ask.offers.executive' },
  choices: {
    topics: ['strategy', 'networking'].map((topic) => topicOf('offers', topic)),
    of: { at: 'offers' },
  },
  buttons: [{ title: { word: 'enrolment:button.skip' }, hears: 'skip', at: 'offers' }],
};
const offering = (text: string): Line => ({
  text: { word: 'enrolment:offer.either' },
  choices: {
    topics: ['generativeAi', 'shortVideo'].map((topic) => topicOf('wants', topic)),
    of: { offer: 'now' },
    own: { list: 'wants', written: text },
  },
});

const caring = (text: string): Line => ({
  text: { word: 'acts:care.raise', values: { receiver: text, by: 'Friday, 4 December' } },
  raises: { cohort, to: asId('hana'), name: text },
  opensTab: 'concern',
});

/** Every card the bot can show. */
export const cardsWith = (text: string): [string, Drawn][] => [
  ...noticesWith(text).map((facts): [string, Drawn] => [facts.kind, cardFor(facts, words, reader)]),
  ['profile', profileCard({ wants: text, offers: '', capacity: '2' }, words, reader)],
  [
    'said',
    saidMessage(
      [
        { text: { word: 'bot:pressed.you', values: { answer: text } }, buttons: manyButtons },
        { card: { name: 'profile', values: { wants: text } } },
        { card: { name: 'help' } },
      ],
      words,
      reader,
    ) as Drawn,
  ],
  ['question with topics to tick', saidMessage([asking], words, reader) as Drawn],
  ['offer before a question', saidMessage([offering(text), asking], words, reader) as Drawn],
  ['search to choose from', search(text)],
  ['search under way', search(text, { state: 'asking', hearBy: HEAR_BY })],
  ['search that is over', search(text, { state: 'over', why: 'search:over.stopped' })],
  ['impossible search', search(text, { state: 'impossible', mentors: [], why: 'search:notNow' })],
  ['question for which cohort', whichSearchCard([{ cohort, cohortName: text }], words, reader)],
  ['care with a field for a concern', saidMessage([caring(text)], words, reader) as Drawn],
  ['raised', raisedCard({ name: text, answerBy: ANSWER_BY }, words, reader)],
  ...partings(text),
  ['answered', answeredCard(text, text, words, reader)],
  ['done', doneCard(words('bot:news.title'), text, reader)],
  ['answered invitation', answeredInvitation(words, reader, { cohort, answer: 'later' })],
  ...settledWith(text).map((facts): [string, Drawn] => [
    `settled ${facts.kind}`,
    settledCardFor(facts, words, reader),
  ]),
  [
    'status',
    statusCard(
      {
        enrolments: [{ cohortName: text, state: 'joined' }],
        pairs: [{ partners: [{ firstName: text }], cohortName: text, state: 'active', next: 'meet' }],
        isChampion: true,
      },
      words,
      reader,
    ),
  ],
];

/** Every question before a break, an end or going on again. */
function partings(text: string): [string, Drawn][] {
  const days = { first: asId<Day>('2026-11-25'), last: asId<Day>('2027-05-24') };
  const going: PartingSeen = {
    pair,
    state: 'active',
    turn: 0,
    leaves: false,
    pausedUntil: '',
    restsAnyway: false,
    days,
    ...about(text),
  };
  const leaving: PartingSeen = { ...going, leaves: true };
  const paused: PartingSeen = { ...going, state: 'paused', turn: 1, pausedUntil: asId('2027-01-04') };
  return [
    [
      'break to take',
      pauseCard(going, { day: asId<Day>('2027-01-03'), begins: asId<Day>('2026-12-14') }, words, reader),
    ],
    ['break to move', pauseCard(paused, { day: '', begins: '' }, words, reader)],
    ['break taken', breakCard(paused, words, reader)],
    ['break over', breakCard(going, words, reader)],
    ['break to end', resumeCard(paused, words, reader)],
    ['pair to end', endCard(going, words, reader)],
    ['circle to leave', endCard(leaving, words, reader)],
    ['circle left', endedCard(leaving, words, reader)],
    ['pair that ended', endedCard(going, words, reader)],
    [
      'which pair',
      whichPairCard(
        [going, paused],
        { what: 'pause', day: asId<Day>('2026-12-01'), begins: '' },
        words,
        reader,
      ),
    ],
  ];
}

const search = (text: string, over: Partial<SearchSeen> = {}): Drawn =>
  searchCard(
    {
      ...{ cohort, cohortName: text, state: 'choosing', pair: null, hearBy: null, why: '' },
      mentors: ['open', 'asked', 'open'].map((state) => ({
        ...{ person: asId('m'), name: text, state: state as 'open' },
        reasons: reasonsWith(text),
      })),
      ...over,
    },
    words,
    reader,
  );

export interface Node {
  type?: string;
  [key: string]: unknown;
}

/** A card as it leaves. */
export const contentOf = (drawn: Drawn) => JSON.parse(JSON.stringify(drawn.attachments[0]?.content));

/** A card and everything in it. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  else if (value && typeof value === 'object') {
    yield value as Node;
    for (const one of Object.values(value)) yield* nodesOf(one);
  }
}

/** The one notice of a kind, for a card that a test looks at alone. */
export function noticeOf(kind: Facts['kind'], text = 'Clara'): Facts {
  const found = noticesWith(text).find((facts) => facts.kind === kind);
  if (!found) throw new Error(`there is no notice of the kind ${kind}`);
  return found;
}
