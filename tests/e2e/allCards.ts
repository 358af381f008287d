import { randomUUID } from 'node:crypto';
import type { Instant } from '#domain/ids.ts';
import { findPerson } from '#local/people.ts';
import type { Local } from '#local/startLocal.ts';
import { TEAMS_APP_ID } from '#local/tenant.ts';
import { cardFor } from '#teams/cards/notice.ts';
import type { Drawn } from '#teams/cards/parts.ts';
import type { NoticeView } from '#usecases/notice.ts';
import { wordsFor } from '#words/words.ts';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff';
const pair = 'p1';
const partners = ['Aisha'];
const cohortName = 'Finance pilot';

/** One notice of every kind, some with long names and people's own words. */
export const EVERY_NOTICE: readonly NoticeView[] = [
  {
    ...{ kind: 'invitation', cohort: 'c1', cohortName, role: 'executive' },
    ...{ from: 'Noor Prøve', hoursPerMonth: 2 },
  },
  {
    ...{ kind: 'introduction', pair, cohortName, role: 'executive', partners },
    reasons: [
      'Aisha knows generative AI very well; you would love to understand it.',
      'You both like cooking.',
    ],
    answerBy: '2026-03-02T08:00:00.000Z' as Instant,
  },
  { kind: 'paired', pair, role: 'mentor', partners: ['Clara', LONG] },
  { kind: 'introductionEnded', cohortName },
  { kind: 'agreementToSign', pair, version: 2, partners },
  { kind: 'agreementSigned', pair, role: 'executive', partners },
  { kind: 'feedback', pair, occurrence: 'o1', partners },
  {
    ...{ kind: 'announcement', cohort: 'c1', cohortName, announcement: 'a1', from: 'Noor Prøve' },
    ...{ title: 'Halfway', text: 'We meet on Thursday.\n\nBring **cake** <3' },
  },
  {
    kind: 'announcementReply',
    cohortName,
    title: 'Halfway',
    from: `Clara ${LONG}`,
    text: `I bring ${LONG}${LONG}`,
  },
];

/** Puts cards into somebody's chat, as the bot would. */
export function putCards(local: Local, key: string, notices: readonly NoticeView[]): void {
  const person = findPerson(key);
  if (!person) throw new Error(`Nobody is ${key}.`);
  const reader = {
    locale: 'en-GB',
    timeZone: person.timeZone,
    teamsAppId: TEAMS_APP_ID,
    appId: randomUUID(),
  };
  for (const notice of notices) {
    const { attachments }: Drawn = cardFor(notice, wordsFor('en'), reader);
    local.teams.chats.add({
      ...{ chat: person.chatId, from: 'bot', text: '', textFormat: 'plain', suggestions: [] },
      cards: attachments.map(({ content }) => JSON.parse(JSON.stringify(content))),
    });
  }
}
