import { announcementVerbs } from './announcements.ts';
import { cohortVerbs } from './cohorts.ts';
import { concernVerbs } from './concerns.ts';
import { enrolmentVerbs } from './enrolment.ts';
import { gatheringVerbs } from './gatherings.ts';
import { leaveVerbs } from './leave.ts';
import { meetingVerbs } from './meetings.ts';
import { nudgeVerbs } from './nudges.ts';
import { pairVerbs } from './pairs.ts';
import { searchVerbs } from './searches.ts';
import { sponsorVerbs } from './sponsors.ts';
import type { Verb } from './verb.ts';

/** Everything a button can do, by name. What people press on old cards may not be among them any more. */
export const VERBS: ReadonlyMap<string, Verb> = new Map(
  Object.entries({
    ...cohortVerbs,
    ...enrolmentVerbs,
    ...pairVerbs,
    ...searchVerbs,
    ...meetingVerbs,
    ...nudgeVerbs,
    ...announcementVerbs,
    ...concernVerbs,
    ...sponsorVerbs,
    ...gatheringVerbs,
    ...leaveVerbs,
  }),
);
