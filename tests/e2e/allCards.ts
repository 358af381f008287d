import { randomUUID } from 'node:crypto';
import { asId, type CohortId, type Day, type Instant, type PairId } from '#domain/basics/ids.ts';
import type { Local } from '#local/startLocal.ts';
import { findPerson } from '#local/teams/people.ts';
import { TEAMS_APP_ID } from '#local/teams/tenant.ts';
import { cardFor } from '#teams/cards/index.ts';
import type { Drawn, Reader } from '#teams/cards/parts.ts';
import { searchCard, whichSearchCard } from '#teams/cards/searches/search.ts';
import { settledCardFor } from '#teams/cards/settled.ts';
import { settledWith } from '#tests/bot/teams/cards/everyCard.ts';
import type { Facts } from '#usecases/home/notices.ts';
import type { SearchSeen } from '#usecases/searches/searches.ts';
import { wordsFor } from '#words/words.ts';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff';
const pair = asId<PairId>('p1');
const cohort = asId<CohortId>('c1');
const partners = ['Aisha'];
const cohortName = 'Finance pilot';

/** One notice of every kind, some with long names and people's own words. */
export const EVERY_NOTICE: readonly Facts[] = [
  {
    ...{ kind: 'invitation', cohort, cohortName, role: 'executive' },
    ...{ from: 'Noor Prøve', hoursPerMonth: 2 },
  },
  { kind: 'contact', cohort, cohortName, seat: 'contact', from: 'Noor Prøve' },
  { kind: 'contact', cohort, cohortName, seat: 'standIn', from: LONG },
  { kind: 'concern' },
  { kind: 'closing', cohortName, pair, partners: [LONG], endsOn: asId<Day>('2027-05-31') },
  {
    ...{ kind: 'introduction', pair, cohortName, role: 'executive', partners },
    reasons: [
      { kind: 'learn', topic: asId('generativeAi'), strength: 3 },
      { kind: 'interest', topic: asId('cooking') },
    ],
    askedBy: '',
    executive: 'Clara Exampleton',
    answerBy: '2026-03-02T08:00:00.000Z' as Instant,
  },
  {
    ...{ kind: 'introduction', pair, cohortName, role: 'mentor', partners: ['Clara Exampleton'] },
    ...{
      reasons: [{ kind: 'learn', topic: asId('podcasts'), strength: 2 }],
      askedBy: 'Clara',
      executive: 'Clara Exampleton',
    },
    answerBy: '2026-03-02T08:00:00.000Z' as Instant,
  },
  { kind: 'firstChat', cohortName, pair, partners, answerBy: '2026-03-09T08:00:00.000Z' as Instant },
  { kind: 'decide', cohortName, pair, partners, answerBy: '2026-03-09T08:00:00.000Z' as Instant },
  {
    ...{ kind: 'leftOut', cohort, cohortName, role: 'executive' },
    reason: 'noRoom',
  },
  {
    ...{ kind: 'searchNews', cohort, cohortName, past: 'Aisha', next: 'Bruno', ended: '' },
    hearBy: '2026-03-09T08:00:00.000Z' as Instant,
  },
  { kind: 'searchNews', cohort, cohortName, past: 'Bruno', next: '', ended: '', hearBy: '' },
  {
    ...{ kind: 'paired', cohortName, pair, role: 'mentor', partners: ['Clara', LONG], reasons: [] },
    ...{ myFirstName: 'Aisha', firstNames: ['Clara', LONG], mails: ['clara@turntable.example'] },
  },
  { kind: 'introductionEnded', cohortName, partners },
  { kind: 'agreementToSign', cohortName, pair, version: 2, partners },
  { kind: 'agreementSigned', cohortName, pair, role: 'executive', partners },
  { kind: 'spaceClosed', cohortName, pair, partners },
  { kind: 'feedback', cohortName, pair, occurrence: asId('o1'), partners, me: 'Clara' },
  {
    ...{ kind: 'met', cohortName, pair, occurrence: asId('o1'), partners, me: 'Clara' },
    told: { day: asId('2026-02-27'), way: 'coffee' },
  },
  {
    ...{ kind: 'didYouMeet', cohortName, pair, occurrence: asId('o1'), partners, me: 'Clara' },
    ...{ startedAt: '2026-03-02T08:00:00.000Z' as Instant, isMet: false },
  },
  {
    ...{ kind: 'announcement', cohort, cohortName, announcement: asId('a1'), from: 'Noor Prøve' },
    ...{ title: 'Halfway', text: 'We meet on Thursday.\n\nBring **cake** <3' },
  },
  {
    ...{
      kind: 'announcementTest',
      cohort,
      cohortName,
      from: 'Noor Prøve',
      title: LONG,
      text: `Cake ${LONG}`,
    },
    ...{ corrected: '2026-03-02T08:00:00.000Z' as Instant },
    buttons: [{ title: `Recipe ${LONG}`, address: 'https://intranet.example/cake' }],
  },
  {
    kind: 'announcementReply',
    cohortName,
    title: 'Halfway',
    from: `Clara ${LONG}`,
    text: `I bring ${LONG}${LONG}`,
  },
];

const mentors: SearchSeen['mentors'] = ['Aisha', 'Bruno P.', LONG].map((name, n) => ({
  ...{ person: asId(`p${n}`), name, state: n === 0 ? 'asked' : 'open' },
  reasons: [
    { kind: 'learn', topic: asId('generativeAi'), strength: 3 },
    { kind: 'meet', way: 'walk' },
  ],
}));
const search: SearchSeen = {
  ...{ cohort, cohortName, state: 'choosing', mentors, pair: null, hearBy: null, why: '' },
};

/** An executive's search: the choice of three, one asked, the end, and the question for which cohort. */
const everySearch = (reader: Reader): Drawn[] => {
  const words = wordsFor('en');
  const hearBy = '2026-03-09T08:00:00.000Z' as Instant;
  return [
    searchCard(search, words, reader),
    searchCard({ ...search, state: 'asking', pair, hearBy }, words, reader),
    searchCard({ ...search, state: 'over', why: 'search:over.nobodyLeft' }, words, reader),
    searchCard({ ...search, state: 'impossible', mentors: [], why: 'search:noRoom' }, words, reader),
    whichSearchCard([search, { ...search, cohortName: LONG }], words, reader),
  ];
};

/** Puts cards into somebody's chat, as the bot would. */
export function putCards(local: Local, key: string, notices: readonly Facts[]): void {
  const person = findPerson(key);
  if (!person) throw new Error(`Nobody is ${key}.`);
  const reader = {
    locale: 'en-GB',
    timeZone: person.timeZone,
    teamsAppId: TEAMS_APP_ID,
    appId: randomUUID(),
    publicUrl: local.url,
  };
  const notes = notices.map((notice) => cardFor(notice, wordsFor('en'), reader));
  const isAll = notices === EVERY_NOTICE;
  const searches = isAll ? everySearch(reader) : [];
  const settled = isAll
    ? settledWith(LONG).map((facts) => settledCardFor(facts, wordsFor('en'), reader))
    : [];
  for (const { attachments } of [...notes, ...searches, ...settled]) {
    local.teams.chats.add({
      ...{ chat: person.chatId, from: 'bot', text: '', textFormat: 'plain', suggestions: [] },
      cards: attachments.map(({ content }) => JSON.parse(JSON.stringify(content))),
    });
  }
}
