/**
 * Every route once: the server registers them, the tabs call them, OpenAPI lists them. One table per noun; free of
 * zod, so that the tabs may import it.
 */
const me = {
  me: 'GET /api/me',
  saveSettings: 'PUT /api/me/settings',
} as const;

const enrolments = {
  programme: 'GET /api/enrolments/:cohort',
  answerEnrolment: 'POST /api/enrolments/:cohort/answer',
} as const;

const profile = {
  profile: 'GET /api/profile',
  saveProfile: 'PUT /api/profile',
  recogniseTopics: 'POST /api/topics/recognise',
} as const;

const pairs = {
  pair: 'GET /api/pairs/:pair',
  answerPair: 'POST /api/pairs/:pair/answer',
  meetAgain: 'PUT /api/pairs/:pair/again',
} as const;

const agreement = {
  draftAgreement: 'PUT /api/pairs/:pair/agreement',
  signAgreement: 'POST /api/pairs/:pair/agreement/:version/signature',
} as const;

const goals = {
  goals: 'GET /api/pairs/:pair/goals',
  addGoal: 'POST /api/pairs/:pair/goals',
  changeGoal: 'PUT /api/pairs/:pair/goals/:goal',
} as const;

const meetings = {
  meetings: 'GET /api/pairs/:pair/meetings',
  kept: 'GET /api/pairs/:pair/kept',
  findMeeting: 'GET /api/meetings',
  claimMeeting: 'POST /api/meetings',
  giveBackMeeting: 'DELETE /api/meetings',
  enterMeeting: 'POST /api/meetings/entry',
  panel: 'GET /api/pairs/:pair/panel',
  movePanel: 'POST /api/pairs/:pair/panel',
  giveFeedback: 'POST /api/pairs/:pair/meetings/:occurrence/feedback',
} as const;

const searches = {
  searches: 'GET /api/searches',
  search: 'POST /api/searches/:cohort',
  askInTurn: 'POST /api/searches/:cohort/choice',
  stopSearch: 'DELETE /api/searches/:cohort',
} as const;

const cohorts = {
  cohorts: 'GET /api/cohorts',
  createCohort: 'POST /api/cohorts',
  cohort: 'GET /api/cohorts/:cohort',
  members: 'GET /api/cohorts/:cohort/members',
  lastImport: 'GET /api/cohorts/:cohort/import',
  checkImport: 'POST /api/cohorts/:cohort/import',
  confirmImport: 'POST /api/cohorts/:cohort/import/:import/confirmation',
  discardImport: 'DELETE /api/cohorts/:cohort/import/:import',
  invite: 'POST /api/cohorts/:cohort/invitations',
  joinMembers: 'POST /api/cohorts/:cohort/members/:member/account',
  takeBackSaid: 'DELETE /api/cohorts/:cohort/members/:member/said',
} as const;

const contacts = {
  contacts: 'GET /api/cohorts/:cohort/contacts',
  nameContact: 'PUT /api/cohorts/:cohort/contacts/:seat',
} as const;

const rounds = {
  rounds: 'GET /api/cohorts/:cohort/rounds',
  runRound: 'POST /api/cohorts/:cohort/rounds',
  runningRound: 'GET /api/cohorts/:cohort/rounds/running',
  cancelRound: 'DELETE /api/cohorts/:cohort/rounds/running',
  publishRound: 'POST /api/cohorts/:cohort/rounds/:round/publication',
  proposals: 'GET /api/cohorts/:cohort/rounds/:round/proposals',
  leftOut: 'GET /api/cohorts/:cohort/rounds/:round/leftout',
  wishes: 'GET /api/cohorts/:cohort/wishes',
  wish: 'PUT /api/cohorts/:cohort/wishes/:executive/:mentor',
  takeBackWish: 'DELETE /api/cohorts/:cohort/wishes/:executive/:mentor',
} as const;

const announcements = {
  announcements: 'GET /api/cohorts/:cohort/announcements',
  previewAnnouncement: 'POST /api/cohorts/:cohort/announcements/preview',
  announce: 'POST /api/cohorts/:cohort/announcements',
  deliveries: 'GET /api/cohorts/:cohort/announcements/:announcement/deliveries',
  retryAnnouncement: 'POST /api/cohorts/:cohort/announcements/:announcement/retry',
} as const;

const insights = {
  insights: 'GET /api/cohorts/:cohort/insights',
} as const;

export const ROUTES = {
  ...me,
  ...enrolments,
  ...profile,
  ...pairs,
  ...agreement,
  ...goals,
  ...meetings,
  ...searches,
  ...cohorts,
  ...contacts,
  ...rounds,
  ...announcements,
  ...insights,
} as const;
export type RouteName = keyof typeof ROUTES;
