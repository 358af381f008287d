import type { AgreementShapes } from './agreement.ts';
import type { AnnouncementShapes } from './announcements.ts';
import type { ClosingShapes } from './closing.ts';
import type { CohortShapes } from './cohorts.ts';
import type { ConcernShapes } from './concerns.ts';
import type { ContactShapes } from './contacts.ts';
import type { EnrolmentShapes } from './enrolments.ts';
import type { ExchangeShapes } from './exchanges.ts';
import type { GatheringShapes } from './gatherings/gatherings.ts';
import type { GoalShapes } from './goals.ts';
import type { InsightShapes } from './insights.ts';
import type { JottingShapes } from './jottings.ts';
import type { LifeShapes } from './life/life.ts';
import type { MeShapes } from './me.ts';
import type { MeetingShapes } from './meetings.ts';
import type { PairShapes, PartingShapes } from './pairs.ts';
import type { ROUTES, RouteName } from './paths.ts';
import type { ProfileShapes } from './profile.ts';
import type { RosterShapes } from './roster/people.ts';
import type { RoundShapes } from './rounds.ts';
import type { SearchShapes } from './searches.ts';
import type { SponsorShapes } from './sponsors/sponsors.ts';

/** What is sent to each route, and what it answers: nothing where there is no `answer`. */
type Shapes = MeShapes &
  EnrolmentShapes &
  ProfileShapes &
  PairShapes &
  PartingShapes &
  AgreementShapes &
  GoalShapes &
  MeetingShapes &
  JottingShapes &
  ClosingShapes &
  ExchangeShapes &
  SearchShapes &
  CohortShapes &
  RosterShapes &
  ContactShapes &
  RoundShapes &
  AnnouncementShapes &
  GatheringShapes &
  LifeShapes &
  SponsorShapes &
  InsightShapes &
  ConcernShapes;

export type QueryOf<Name extends RouteName> = Shapes[Name] extends { query: infer Query } ? Query : undefined;
export type BodyOf<Name extends RouteName> = Shapes[Name] extends { body: infer Body } ? Body : undefined;
export type AnswerOf<Name extends RouteName> = Shapes[Name] extends { answer: infer Answer }
  ? Answer
  : undefined;

type ParamsIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The names in the path of a route, such as `pair` and `goal`. */
export type ParamOf<Name extends RouteName> = ParamsIn<(typeof ROUTES)[Name]>;
