/** The server as a screen sees it: a table of answers by route, at the edge where `fetch` leaves the page. */
import { vi } from 'vitest';
import { ROUTES, type RouteName } from '#api/contract/paths.ts';
import type { AnswerOf, BodyOf } from '#api/contract/shapes.ts';

/** The one place where tests of screens name types of the contract. */
export type { AgreementBody, AgreementView } from '#api/contract/agreement.ts';
export type { AnnouncementView, DeliveryView } from '#api/contract/announcements.ts';
export type { CohortView, Members, MemberView } from '#api/contract/cohorts.ts';
export type { Concerns, GivenConcern, RaisedConcern } from '#api/contract/concerns.ts';
export type { Contacts, ContactView } from '#api/contract/contacts.ts';
export type { Exchanges, ExchangeView, LearningView, MomentView } from '#api/contract/exchanges.ts';
export type { GoalBody, GoalView } from '#api/contract/goals.ts';
export type { CellView, InsightsView, LookView, ReviewView } from '#api/contract/insights.ts';
export type { Me } from '#api/contract/me.ts';
export type {
  FeedbackGiven,
  MeetingLookup,
  MeetingView,
  PanelView,
  Planning,
} from '#api/contract/meetings.ts';
export type { PairCard, PairView } from '#api/contract/pairs.ts';
export type { ProfileView } from '#api/contract/profile.ts';
export type { ImportView } from '#api/contract/roster/imports.ts';
export type { FlowView, PersonView } from '#api/contract/roster/people.ts';
export type { RoundComparison, RoundView, WishView } from '#api/contract/rounds.ts';
export type { SearchView } from '#api/contract/searches.ts';

type Problems = { where: string; what: string }[];

class Refusal {
  readonly status: number;
  readonly detail: string;
  readonly problems: Problems;
  readonly more: number;
  readonly good: number;
  constructor(
    status: number,
    detail: string,
    { problems, more, good }: { problems: Problems; more: number; good: number },
  ) {
    this.status = status;
    this.detail = detail;
    this.problems = problems;
    this.more = more;
    this.good = good;
  }
}

/** An answer that doesn't come. */
export const pending = Symbol('pending');

/** What a refusal says in tests that don't care for its words. */
export const SORRY = 'That can’t be done just now.';

/** The server refuses, with a sentence for people; status 0 means that it cannot be reached. */
export const problem = (
  status: number,
  detail = SORRY,
  problems: Problems = [],
  more = 0,
  good = 0,
): Refusal => new Refusal(status, detail, { problems, more, good });

type Said<Name extends RouteName> = AnswerOf<Name> | Refusal | typeof pending | undefined;
/** What each route says, or what it says to what it is asked. */
export type Script = { [Name in RouteName]?: Said<Name> | ((asked: Sent<Name>) => Said<Name>) };

/** One request as it left the page. */
interface Sent<Name extends RouteName> {
  params: Record<string, string>;
  query: Record<string, string>;
  etag: string;
  body: BodyOf<Name>;
}

export interface Server {
  /** Every request to a route so far, oldest first. */
  sent<Name extends RouteName>(name: Name): Sent<Name>[];
  /** From now on these routes answer otherwise. */
  now(script: Script): void;
}

const CONFIG = { clientId: 'us', initiateLoginEndpoint: '/auth-start.html', teamsAppId: 'turntable' };

const routes = Object.entries(ROUTES).map(([name, route]) => {
  const [method = '', path = ''] = route.split(' ');
  const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
  return { name: name as RouteName, method, pattern };
});

function routeOf(method: string, path: string) {
  for (const route of routes) {
    const found = route.method === method ? route.pattern.exec(path) : null;
    if (found) return { name: route.name, params: { ...found.groups } };
  }
  throw new Error(`There is no route ${method} ${path}`);
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...(status === 503 && { 'retry-after': '1' }) },
  });

/** A file as its bytes, everything else as it was before it became JSON. */
const bodyOf = ({ body }: RequestInit) =>
  body instanceof Uint8Array ? body : body === undefined ? undefined : JSON.parse(String(body));

const never = (signal?: AbortSignal | null) =>
  new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

/** One answer of the table as it arrives. */
function respond(answer: unknown, signal?: AbortSignal | null): Response | Promise<Response> {
  if (answer === pending) return never(signal);
  if (answer === undefined) return new Response(null, { status: 204 });
  if (!(answer instanceof Refusal)) return json(answer);
  if (answer.status === 0) throw new TypeError('Failed to fetch');
  return json({ ...answer, title: '', type: 'about:blank', reference: 'r' }, answer.status);
}

/** What is looked for beside much else: nobody shares a face, suggests anybody, backs it or gathers unless the table says so. */
const NOTHING_BESIDE: Script = {
  ...{ photo: { image: '' }, pairPhotos: { mine: '', partners: [] } },
  suggestions: { suggestions: [] },
  backing: { sponsor: null, inName: [] },
  calledGatherings: { gatherings: [] },
  gatherings: { gatherings: [], questions: [] },
  importColumns: { columns: [], open: [] },
};

/** Answers every call of the page under test by this table; whatever isn't in it fails the test. */
export function answers(script: Script): Server {
  let table: Script = { ...NOTHING_BESIDE, ...script };
  const log: { name: RouteName; sent: Sent<RouteName> }[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(address, location.origin);
    if (pathname === '/config.json') return json(CONFIG);
    const { name, params } = routeOf(init.method ?? 'GET', pathname);
    const etag = new Headers(init.headers).get('if-match') ?? '';
    const body = bodyOf(init);
    const sent = { params, query: Object.fromEntries(searchParams), etag, body };
    log.push({ name, sent });
    if (!(name in table)) console.error(`Nobody answers ${name}`);
    const said: unknown = table[name];
    return respond(typeof said === 'function' ? said(sent) : said, init.signal);
  });
  return {
    sent: <Name extends RouteName>(name: Name) =>
      log.filter((one) => one.name === name).map(({ sent }) => sent as Sent<Name>),
    now: (change) => {
      table = { ...table, ...change };
    },
  };
}
