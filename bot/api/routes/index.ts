import type { Route } from '#api/http/route.ts';
import { agreementRoutes } from './agreement.ts';
import { announcementRoutes } from './announcements.ts';
import { championRoutes } from './champions.ts';
import { closingRoutes } from './closing.ts';
import { cohortRoutes } from './cohorts.ts';
import { concernRoutes } from './concerns.ts';
import { contactRoutes } from './contacts.ts';
import { enrolmentRoutes } from './enrolments.ts';
import { exchangeRoutes } from './exchanges.ts';
import { feedbackRoutes } from './feedback.ts';
import { callingRoutes, gatheringRoutes } from './gatherings/gatherings.ts';
import { goalRoutes } from './goals.ts';
import { insightRoutes } from './insights.ts';
import { lifeRoutes, ownLeaveRoutes } from './life/life.ts';
import { meRoutes } from './me.ts';
import { meetingRoutes } from './meetings.ts';
import { pairRoutes } from './pairs.ts';
import { panelRoutes } from './panel.ts';
import { profileRoutes } from './profile.ts';
import { rosterRoutes } from './roster/people.ts';
import { roundRoutes } from './rounds.ts';
import { searchRoutes } from './searches.ts';
import { sponsorRoutes } from './sponsors/sponsors.ts';

/** Every route of the API; `ROUTES` names them all, and a test finds one that is missing here. */
export const ALL_ROUTES: readonly Route[] = [
  ...meRoutes,
  ...enrolmentRoutes,
  ...profileRoutes,
  ...pairRoutes,
  ...searchRoutes,
  ...agreementRoutes,
  ...goalRoutes,
  ...meetingRoutes,
  ...feedbackRoutes,
  ...panelRoutes,
  ...closingRoutes,
  ...exchangeRoutes,
  ...cohortRoutes,
  ...rosterRoutes,
  ...championRoutes,
  ...contactRoutes,
  ...roundRoutes,
  ...announcementRoutes,
  ...callingRoutes,
  ...gatheringRoutes,
  ...lifeRoutes,
  ...ownLeaveRoutes,
  ...sponsorRoutes,
  ...insightRoutes,
  ...concernRoutes,
];
