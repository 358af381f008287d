import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROUTES, type RouteName } from '#api/contract/paths.ts';

const TABS = join(import.meta.dirname, '..', '..', 'tabs');

/**
 * What each change of the tabs is. A path: it cannot be taken back, and that screen asks once more. `written`: it
 * is filled in, read or looked at before it is sent. `again`: it can be changed, repeated or taken back.
 */
const CHANGES: Partial<Record<RouteName, 'again' | 'written' | `${string}.tsx`>> = {
  saveSettings: 'again',
  eraseMe: 'privacy/EraseCard.tsx',
  changeCohort: 'again',
  nameChampion: 'again',
  removeChampion: 'console/about/Champions.tsx',
  dropAttribute: 'console/rounds/Differ.tsx',
  answerEnrolment: 'enrolment/ProgrammePage.tsx',
  sayOwnAway: 'again',
  sayOwnBack: 'again',
  saveProfile: 'again',
  recogniseTopics: 'again',
  savePhoto: 'again',
  // Whoever took it away has the picture, and chooses it again.
  removePhoto: 'again',
  answerPair: 'pair/introduction/Answers.tsx',
  meetAgain: 'again',
  pausePair: 'written',
  resumePair: 'again',
  endPair: 'pair/parting/EndDialog.tsx',
  newMatch: 'again',
  draftAgreement: 'written',
  signAgreement: 'written',
  withdrawConsent: 'pair/agreement/Withdraw.tsx',
  addGoal: 'written',
  changeGoal: 'again',
  claimMeeting: 'again',
  giveBackMeeting: 'panel/GiveBack.tsx',
  enterMeeting: 'again',
  movePanel: 'again',
  tellMeeting: 'written',
  tellOutcome: 'pair/meetings/Meetings.tsx',
  giveFeedback: 'again',
  changeFace: 'again',
  addLine: 'written',
  jot: 'written',
  changeJotting: 'again',
  removeJotting: 'pair/meetings/Jotting.tsx',
  saveCuriosity: 'again',
  sayClosing: 'written',
  addExchange: 'written',
  takeBackExchange: 'pair/exchanges/Remove.tsx',
  addLearning: 'written',
  changeLearning: 'again',
  removeLearning: 'pair/exchanges/Remove.tsx',
  search: 'again',
  askInTurn: 'written',
  raiseConcern: 'written',
  answerConcern: 'again',
  takeBackConcern: 'concern/RaisedList.tsx',
  stopSearch: 'search/Asking.tsx',
  createCohort: 'written',
  // Only read.
  importColumns: 'again',
  prefer: 'again',
  askAgain: 'written',
  checkMove: 'again',
  movePeople: 'console/people/MoveTo.tsx',
  checkImport: 'again',
  confirmImport: 'written',
  discardImport: 'again',
  invite: 'written',
  suggestPeer: 'written',
  inviteSuggested: 'written',
  // Nobody was told, and whoever it was can be imported all the same.
  passOverSuggested: 'again',
  nameContact: 'written',
  joinMembers: 'console/people/OnePerson.tsx',
  takeBackSaid: 'console/people/Changed.tsx',
  runRound: 'again',
  // Nothing was made and nobody was told: the same run can be started again.
  cancelRound: 'again',
  publishRound: 'console/rounds/Round.tsx',
  wish: 'again',
  takeBackWish: 'again',
  previewAnnouncement: 'again',
  audience: 'again',
  // Only its writer has it.
  tryAnnouncement: 'again',
  changeAnnouncement: 'again',
  callOffAnnouncement: 'again',
  correctAnnouncement: 'again',
  recallAnnouncement: 'console/announcements/Out.tsx',
  announce: 'written',
  stopAnnouncement: 'console/announcements/Out.tsx',
  retryAnnouncement: 'written',
  sayGone: 'console/people/LifeHappens.tsx',
  // Said anew it moves the day, and whoever is back goes on earlier.
  sayAway: 'again',
  sayBack: 'again',
  callGathering: 'written',
  callOffGathering: 'console/announcements/Gatherings.tsx',
  answerGathering: 'again',
  chooseSponsor: 'again',
  removeSponsor: 'console/about/Sponsor.tsx',
  askInName: 'written',
  // Nothing was sent: the same words can be asked for once more.
  takeBackInName: 'again',
  answerInName: 'written',
  announceAsSponsor: 'written',
  recordReview: 'console/review/Decide.tsx',
};

const changing = (Object.keys(ROUTES) as RouteName[]).filter((name) => !ROUTES[name].startsWith('GET '));

describe('a step that cannot be taken back', () => {
  test.each(changing)('is known as one or not: %s', (name) => {
    expect(CHANGES[name], `Can ${name} be taken back? Say so here.`).toBeDefined();
  });

  test.each(Object.entries(CHANGES).filter(([, what]) => what.endsWith('.tsx')))(
    'is asked once more before it is done: %s',
    (_, screen) => {
      const path = join(TABS, screen);
      expect(existsSync(path)).toBe(true);
      expect(readFileSync(path, 'utf8')).toMatch(/<Sure\b|isSure|<Dialog\b/);
    },
  );
});
