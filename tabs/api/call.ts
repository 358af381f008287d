import { ROUTES, type RouteName } from '#api/contract/paths.ts';
import type { AnswerOf, BodyOf, ParamOf, QueryOf } from '#api/contract/shapes.ts';
import { knownLocale } from '#words/languages.ts';
import { getToken } from '../signIn.ts';
import { ApiProblem, problemOf } from './problem.ts';

/** What must be given, what may be left out, or nothing at all. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [Key in Name]?: undefined }
  : undefined extends Value
    ? { [Key in Name]?: Value }
    : { [Key in Name]: Value };

/** What any call may bring along. */
interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** Sent as If-Match: the change is refused when somebody else was quicker. */
  etag?: string;
  /** Sent as Idempotency-Key: a repeat of the same press makes nothing more. */
  press?: string;
  signal?: AbortSignal;
}

export type Ask<Name extends RouteName> = Sent &
  Part<'params', [ParamOf<Name>] extends [never] ? undefined : Record<ParamOf<Name>, string>> &
  Part<'query', QueryOf<Name>> &
  Part<'body', BodyOf<Name>>;

let locale = 'en';
/** The first that is answered is a visit, which may make whoever asks known; from then on this page is only still open. */
let isStillOpen = false;

/** Tells the server in which language its sentences are read. */
export const readIn = (tag: string): void => {
  locale = knownLocale(tag);
};

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function addressOf(path: string, params: Record<string, string> = {}, query: Record<string, string> = {}) {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = new URLSearchParams(query).toString();
  return asked ? `${filled}?${asked}` : filled;
}

const bare = (etag: string) => etag.replace(/^W\//, '').replaceAll('"', '');

async function send(address: string, init: RequestInit, fresh: boolean): Promise<Response> {
  const token = await getToken({ fresh }).catch(() => {
    throw new ApiProblem({ status: 401 });
  });
  try {
    const reader = { 'x-locale': locale, 'x-time-zone': timeZone, 'accept-language': locale };
    const headers = {
      ...{ ...init.headers, ...reader, authorization: `Bearer ${token}` },
      ...(isStillOpen && { 'x-still-open': 'yes' }),
    };
    const answer = await fetch(address, { ...init, headers, cache: 'no-store' });
    isStillOpen ||= answer.ok;
    return answer;
  } catch (problem) {
    if (init.signal?.aborted) throw problem;
    throw new ApiProblem({ status: 0 });
  }
}

/** One exchange with a route; a 401 is tried once more with a fresh token. */
async function exchange(name: RouteName, sent: Sent, known = ''): Promise<Response> {
  const [method = 'GET', path = ''] = ROUTES[name].split(' ');
  const headers: Record<string, string> = {};
  const init: RequestInit = { method, headers };
  if (sent.signal) init.signal = sent.signal;
  if (sent.body instanceof Uint8Array) {
    init.body = Uint8Array.from(sent.body);
    headers['content-type'] = 'text/csv';
  } else if (sent.body !== undefined) {
    init.body = JSON.stringify(sent.body);
    headers['content-type'] = 'application/json';
  }
  if (sent.etag) headers['if-match'] = `"${bare(sent.etag)}"`;
  if (sent.press) headers['idempotency-key'] = sent.press;
  if (known) headers['if-none-match'] = `"${known}"`;
  const address = addressOf(path, sent.params, sent.query);
  const answer = await send(address, init, false);
  return answer.status === 401 ? send(address, init, true) : answer;
}

async function contentOf(answer: Response) {
  if (!answer.ok) throw await problemOf(answer);
  return answer.status === 204 ? undefined : answer.json();
}

/**
 * Calls one route of the server as whoever is signed in. Everything that isn't an answer throws `ApiProblem`. An
 * answer without a body is `undefined`.
 */
export const call = async <Name extends RouteName>(name: Name, ask: Ask<Name>): Promise<AnswerOf<Name>> =>
  contentOf(await exchange(name, ask));

/** An answer with the etag it had; empty where it was not read but put together here. */
export interface Tagged<Answer> {
  etag: string;
  content: Answer;
}

/** Reads what may be as it was: when nothing is new, `known` itself comes back and nothing was sent but its etag. */
export async function callAgain<Name extends RouteName>(
  name: Name,
  ask: Ask<Name>,
  known: Tagged<AnswerOf<Name>> | undefined,
): Promise<Tagged<AnswerOf<Name>>> {
  const answer = await exchange(name, ask, known?.etag);
  if (known && answer.status === 304) return known;
  return { etag: bare(answer.headers.get('etag') ?? ''), content: await contentOf(answer) };
}
