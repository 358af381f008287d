import { replyToAnnouncement } from '#usecases/announcements/announcements.ts';
import { inviteOnInstall } from '#usecases/cohorts/invitations.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { greet, hear, startEnrolment } from '#usecases/enrolment/talk.ts';
import { getMe, saveSettings } from '#usecases/home/me.ts';
import { giveFeedback } from '#usecases/meetings/feedback.ts';
import { meetingEnded, meetingStarted } from '#usecases/meetings/meetings.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { findPerson, forgetChannel, personOf, rememberChannel, settingsOf } from '#usecases/people/people.ts';
import { askInTurn, listSearches, startSearch, stopSearch } from '#usecases/searches/searches.ts';

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
