import { ROUTES, type RouteName } from '#api/contract/paths.ts';
import { getToken } from '../signIn.ts';
import { ApiProblem, problemOf } from './problem.ts';
import type { Answers, Bodies, ParamOf } from './shapes.ts';

/** A body that may be missing may be left out. */
type BodyOf<Body> = undefined extends Body ? { body?: Body } : { body: Body };

export type Ask<Name extends RouteName> = {
  query?: Record<string, string>;
  /** Sent as If-Match: the change is refused when somebody else was quicker. */
  etag?: string;
  signal?: AbortSignal;
} & ([ParamOf<Name>] extends [never] ? { params?: undefined } : { params: Record<ParamOf<Name>, string> }) &
  (Name extends keyof Bodies ? BodyOf<Bodies[Name]> : { body?: undefined });

let locale = 'en';

/** Tells the server in which language its sentences are read. */
export const readIn = (tag: string): void => {
  locale = tag;
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
    const headers = { ...init.headers, ...reader, authorization: `Bearer ${token}` };
    return await fetch(address, { ...init, headers, cache: 'no-store' });
  } catch (problem) {
    if (init.signal?.aborted) throw problem;
    throw new ApiProblem({ status: 0 });
  }
}

/**
 * Calls one route of the server as whoever is signed in. A 401 is tried once more with a fresh token; everything
 * else that isn't an answer throws `ApiProblem`. An answer without a body is `undefined`.
 */
export async function call<Name extends RouteName>(name: Name, ask: Ask<Name>): Promise<Answers[Name]> {
  const [method = 'GET', path = ''] = ROUTES[name].split(' ');
  const init: RequestInit = { method, headers: {} };
  if (ask.signal) init.signal = ask.signal;
  if (ask.body !== undefined) {
    init.body = JSON.stringify(ask.body);
    init.headers = { 'content-type': 'application/json' };
  }
  if (ask.etag) init.headers = { ...init.headers, 'if-match': `"${bare(ask.etag)}"` };
  const address = addressOf(path, ask.params, ask.query);
  let answer = await send(address, init, false);
  if (answer.status === 401) answer = await send(address, init, true);
  if (!answer.ok) throw await problemOf(answer);
  return (answer.status === 204 ? undefined : await answer.json()) as Answers[Name];
}
