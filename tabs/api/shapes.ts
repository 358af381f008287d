import type {
  AgreementBody,
  AnnouncementBody,
  AnnouncementPreview,
  AnnouncementView,
  CohortBody,
  CohortView,
  EnrolmentAnswer,
  FeedbackBody,
  GoalBody,
  ImportView,
  InsightsView,
  InviteBody,
  Me,
  MeetAgain,
  MeetingClaim,
  MeetingLookup,
  MemberView,
  PairAnswer,
  PairView,
  PanelMove,
  PanelView,
  ProfileBody,
  ProfileView,
  RoundBody,
  RoundView,
  RunningRound,
  SearchChoice,
  SearchView,
  SettingsBody,
  Topics,
  WishBody,
  Wishes,
} from '#api/contract/contract.ts';
import type { ROUTES, RouteName } from '#api/contract/paths.ts';

/** What each route answers; `unknown` where the tabs read the truth again instead. */
export interface Answers extends Record<RouteName, unknown> {
  me: Me;
  profile: ProfileView;
  saveProfile: ProfileView;
  recogniseTopics: Topics;
  pair: PairView;
  searches: { searches: SearchView[] };
  search: SearchView;
  askInTurn: SearchView;
  stopSearch: SearchView;
  findMeeting: MeetingLookup;
  claimMeeting: MeetingLookup;
  panel: PanelView;
  movePanel: PanelView;
  cohorts: { cohorts: CohortView[] };
  createCohort: CohortView;
  cohort: CohortView;
  members: { members: MemberView[] };
  importMembers: ImportView;
  rounds: { rounds: RoundView[] };
  runRound: RoundView;
  runningRound: RunningRound;
  cancelRound: RunningRound;
  wishes: Wishes;
  wish: Wishes;
  takeBackWish: Wishes;
  announcements: { announcements: AnnouncementView[] };
  previewAnnouncement: AnnouncementPreview;
  announce: AnnouncementView;
  insights: InsightsView;
}

/** What is sent to each route that takes a body. */
export interface Bodies {
  saveSettings: SettingsBody;
  answerEnrolment: EnrolmentAnswer;
  saveProfile: ProfileBody;
  recogniseTopics: { text: string };
  answerPair: PairAnswer;
  meetAgain: MeetAgain;
  askInTurn: SearchChoice;
  draftAgreement: AgreementBody;
  addGoal: GoalBody;
  changeGoal: GoalBody;
  claimMeeting: MeetingClaim;
  movePanel: PanelMove;
  giveFeedback: FeedbackBody;
  createCohort: CohortBody;
  importMembers: { csv: string; check?: boolean };
  invite: InviteBody;
  runRound: RoundBody;
  wish: WishBody;
  previewAnnouncement: AnnouncementBody;
  announce: AnnouncementBody;
}

type ParamsIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The names in the path of a route, such as `pair` and `goal`. */
export type ParamOf<Name extends RouteName> = ParamsIn<(typeof ROUTES)[Name]>;
