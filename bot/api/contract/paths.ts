/**
 * Every route once: the server registers them, the tabs call them, OpenAPI lists them. One table per noun; free of
 * zod, so that the tabs may import it.
 */
const me = {
  me: 'GET /api/me',
  saveSettings: 'PUT /api/me/settings',
  held: 'GET /api/me/held',
  eraseMe: 'DELETE /api/me',
} as const;

const enrolments = {
  programme: 'GET /api/enrolments/:cohort',
  answerEnrolment: 'POST /api/enrolments/:cohort/answer',
} as const;

const profile = {
  profile: 'GET /api/profile',
  saveProfile: 'PUT /api/profile',
  recogniseTopics: 'POST /api/topics/recognise',
  photo: 'GET /api/profile/photo',
  savePhoto: 'PUT /api/profile/photo',
  removePhoto: 'DELETE /api/profile/photo',
} as const;

const pairs = {
  pair: 'GET /api/pairs/:pair',
  pairPhotos: 'GET /api/pairs/:pair/photos',
  answerPair: 'POST /api/pairs/:pair/answer',
  meetAgain: 'PUT /api/pairs/:pair/again',
} as const;

const parting = {
  pausePair: 'POST /api/pairs/:pair/pause',
  resumePair: 'POST /api/pairs/:pair/resume',
  endPair: 'POST /api/pairs/:pair/end',
  newMatch: 'PUT /api/pairs/:pair/new-match',
} as const;

const agreement = {
  draftAgreement: 'PUT /api/pairs/:pair/agreement',
  signAgreement: 'POST /api/pairs/:pair/agreement/:version/signature',
  withdrawConsent: 'DELETE /api/pairs/:pair/agreement/consent',
  ownWords: 'GET /api/pairs/:pair/mine',
} as const;

const goals = {
  goals: 'GET /api/pairs/:pair/goals',
  addGoal: 'POST /api/pairs/:pair/goals',
  changeGoal: 'PUT /api/pairs/:pair/goals/:goal',
} as const;

const meetings = {
  meetings: 'GET /api/pairs/:pair/meetings',
  kept: 'GET /api/pairs/:pair/kept',
  planning: 'GET /api/pairs/:pair/planning',
  findMeeting: 'GET /api/meetings',
  claimMeeting: 'POST /api/meetings',
  giveBackMeeting: 'DELETE /api/meetings',
  enterMeeting: 'POST /api/meetings/entry',
  panel: 'GET /api/pairs/:pair/panel',
  movePanel: 'POST /api/pairs/:pair/panel',
  tellMeeting: 'POST /api/pairs/:pair/meetings',
  tellOutcome: 'PUT /api/pairs/:pair/meetings/:occurrence/outcome',
  giveFeedback: 'POST /api/pairs/:pair/meetings/:occurrence/feedback',
  changeFace: 'PUT /api/pairs/:pair/meetings/:occurrence/feedback/face',
  addLine: 'POST /api/pairs/:pair/meetings/:occurrence/feedback/line',
} as const;

const jottings = {
  jottings: 'GET /api/pairs/:pair/jottings',
  jot: 'POST /api/pairs/:pair/meetings/:occurrence/jottings',
  changeJotting: 'PUT /api/pairs/:pair/jottings/:jotting',
  removeJotting: 'DELETE /api/pairs/:pair/jottings/:jotting',
  curiosity: 'GET /api/pairs/:pair/curiosity',
  saveCuriosity: 'PUT /api/pairs/:pair/curiosity',
} as const;

const closing = {
  closing: 'GET /api/pairs/:pair/closing',
  sayClosing: 'PUT /api/pairs/:pair/closing',
} as const;

const exchanges = {
  timeline: 'GET /api/pairs/:pair/timeline',
  exchanges: 'GET /api/pairs/:pair/exchanges',
  addExchange: 'POST /api/pairs/:pair/exchanges',
  takeBackExchange: 'DELETE /api/pairs/:pair/exchanges/:exchange',
  addLearning: 'POST /api/pairs/:pair/learnings',
  changeLearning: 'PUT /api/pairs/:pair/learnings/:learning',
  removeLearning: 'DELETE /api/pairs/:pair/learnings/:learning',
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
  changeCohort: 'PUT /api/cohorts/:cohort',
  champions: 'GET /api/cohorts/:cohort/champions',
  nameChampion: 'POST /api/cohorts/:cohort/champions',
  removeChampion: 'DELETE /api/cohorts/:cohort/champions/:champion',
  deeds: 'GET /api/cohorts/:cohort/audit',
  members: 'GET /api/cohorts/:cohort/members',
  lastImport: 'GET /api/cohorts/:cohort/import',
  checkImport: 'POST /api/cohorts/:cohort/import',
  importColumns: 'POST /api/cohorts/:cohort/import/columns',
  prefer: 'PUT /api/cohorts/:cohort/preferences',
  dropAttribute: 'DELETE /api/cohorts/:cohort/attributes',
  confirmImport: 'POST /api/cohorts/:cohort/import/:import/confirmation',
  discardImport: 'DELETE /api/cohorts/:cohort/import/:import',
  invite: 'POST /api/cohorts/:cohort/invitations',
  joinMembers: 'POST /api/cohorts/:cohort/members/:member/account',
  takeBackSaid: 'DELETE /api/cohorts/:cohort/members/:member/said',
} as const;

const roster = {
  flow: 'GET /api/cohorts/:cohort/flow',
  people: 'GET /api/cohorts/:cohort/people',
  peopleFile: 'GET /api/cohorts/:cohort/people/file',
  askAgain: 'POST /api/cohorts/:cohort/people/invitations',
  checkMove: 'POST /api/cohorts/:cohort/people/moves/check',
  movePeople: 'POST /api/cohorts/:cohort/people/moves',
} as const;

const contacts = {
  contacts: 'GET /api/cohorts/:cohort/contacts',
  nameContact: 'PUT /api/cohorts/:cohort/contacts/:seat',
} as const;

const suggestions = {
  suggestPeer: 'POST /api/enrolments/:cohort/suggestions',
  suggestions: 'GET /api/cohorts/:cohort/suggestions',
  inviteSuggested: 'POST /api/cohorts/:cohort/suggestions/:suggestion/invitation',
  passOverSuggested: 'DELETE /api/cohorts/:cohort/suggestions/:suggestion',
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
  audience: 'POST /api/cohorts/:cohort/announcements/audience',
  teams: 'GET /api/cohorts/:cohort/announcements/teams',
  tryAnnouncement: 'POST /api/cohorts/:cohort/announcements/test',
  announce: 'POST /api/cohorts/:cohort/announcements',
  deliveries: 'GET /api/cohorts/:cohort/announcements/:announcement/deliveries',
  replies: 'GET /api/cohorts/:cohort/announcements/:announcement/replies',
  changeAnnouncement: 'PUT /api/cohorts/:cohort/announcements/:announcement',
  callOffAnnouncement: 'POST /api/cohorts/:cohort/announcements/:announcement/undo',
  correctAnnouncement: 'PUT /api/cohorts/:cohort/announcements/:announcement/content',
  recallAnnouncement: 'POST /api/cohorts/:cohort/announcements/:announcement/recall',
  stopAnnouncement: 'POST /api/cohorts/:cohort/announcements/:announcement/stop',
  retryAnnouncement: 'POST /api/cohorts/:cohort/announcements/:announcement/retry',
} as const;

const life = {
  sayGone: 'POST /api/cohorts/:cohort/members/:member/gone',
  sayOwnAway: 'PUT /api/me/leave',
  sayOwnBack: 'DELETE /api/me/leave',
  sayAway: 'PUT /api/cohorts/:cohort/members/:member/leave',
  sayBack: 'DELETE /api/cohorts/:cohort/members/:member/leave',
} as const;

const gatherings = {
  gatherings: 'GET /api/enrolments/:cohort/gatherings',
  answerGathering: 'PUT /api/enrolments/:cohort/gatherings/:gathering/answer',
  calledGatherings: 'GET /api/cohorts/:cohort/gatherings',
  callGathering: 'POST /api/cohorts/:cohort/gatherings',
  callOffGathering: 'DELETE /api/cohorts/:cohort/gatherings/:gathering',
} as const;

const sponsors = {
  backing: 'GET /api/cohorts/:cohort/sponsor',
  chooseSponsor: 'PUT /api/cohorts/:cohort/sponsor',
  removeSponsor: 'DELETE /api/cohorts/:cohort/sponsor/:sponsor',
  askInName: 'POST /api/cohorts/:cohort/in-name',
  takeBackInName: 'DELETE /api/cohorts/:cohort/in-name/:announcement',
  answerInName: 'POST /api/cohorts/:cohort/in-name/:announcement/answer',
  announceAsSponsor: 'POST /api/cohorts/:cohort/sponsor/announcements',
} as const;

const concerns = {
  concerns: 'GET /api/concerns',
  raiseConcern: 'POST /api/concerns',
  answerConcern: 'PUT /api/concerns/:concern',
  takeBackConcern: 'DELETE /api/concerns/:concern',
} as const;

const insights = {
  insights: 'GET /api/cohorts/:cohort/insights',
  review: 'GET /api/cohorts/:cohort/review',
  recordReview: 'POST /api/cohorts/:cohort/review',
  tweaks: 'GET /api/tweaks',
} as const;

export const ROUTES = {
  ...me,
  ...enrolments,
  ...profile,
  ...pairs,
  ...parting,
  ...agreement,
  ...goals,
  ...meetings,
  ...jottings,
  ...closing,
  ...exchanges,
  ...searches,
  ...cohorts,
  ...roster,
  ...contacts,
  ...suggestions,
  ...rounds,
  ...announcements,
  ...gatherings,
  ...life,
  ...sponsors,
  ...insights,
  ...concerns,
} as const;
export type RouteName = keyof typeof ROUTES;
