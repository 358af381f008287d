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
  answerEnrolment: 'enrolment/ProgrammePage.tsx',
  saveProfile: 'again',
  recogniseTopics: 'again',
  answerPair: 'pair/introduction/Answers.tsx',
  meetAgain: 'again',
  draftAgreement: 'written',
  signAgreement: 'written',
  addGoal: 'written',
  changeGoal: 'again',
  claimMeeting: 'again',
  giveBackMeeting: 'panel/GiveBack.tsx',
  enterMeeting: 'again',
  movePanel: 'again',
  giveFeedback: 'written',
  search: 'again',
  askInTurn: 'written',
  stopSearch: 'search/Asking.tsx',
  createCohort: 'written',
  checkImport: 'again',
  confirmImport: 'written',
  discardImport: 'again',
  invite: 'written',
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
  announce: 'written',
  retryAnnouncement: 'written',
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
      expect(readFileSync(path, 'utf8')).toMatch(/<Sure\b|isSure/);
    },
  );
});
