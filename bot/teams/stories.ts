import { replyToAnnouncement } from '#usecases/announcements.ts';
import { answerEnrolment } from '#usecases/enrolment.ts';
import { giveFeedback } from '#usecases/feedback.ts';
import { answerIntroduction } from '#usecases/introductions.ts';
import { inviteOnInstall } from '#usecases/invitations.ts';
import { getMe, saveSettings } from '#usecases/me.ts';
import { meetingEnded, meetingStarted } from '#usecases/meetings.ts';
import { findPerson, forgetChannel, personOf, rememberChannel, settingsOf } from '#usecases/people.ts';
import { askInTurn, listSearches, startSearch, stopSearch } from '#usecases/searches.ts';
import { greet, hear, startEnrolment } from '#usecases/talk.ts';

/** Every use case the bot can set off. Tests hand in their own. */
export const stories = {
  answerEnrolment,
  answerIntroduction,
  askInTurn,
  findPerson,
  forgetChannel,
  getMe,
  giveFeedback,
  greet,
  hear,
  inviteOnInstall,
  listSearches,
  meetingEnded,
  meetingStarted,
  personOf,
  rememberChannel,
  replyToAnnouncement,
  saveSettings,
  settingsOf,
  startEnrolment,
  startSearch,
  stopSearch,
};

export type Stories = typeof stories;
