import type { Route } from '#api/http/route.ts';
import { createServer } from '#api/http/server.ts';
import type { Actor } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { wordsFor } from '#words/words.ts';

interface Given {
  body?: unknown;
  params?: object;
  query?: object;
  etag?: string | undefined;
  press?: string;
}

/** Calls a route as the server does: what is sent is checked on the way in, what is answered on the way out. */
export async function callRoute(
  route: Route | undefined,
  { ctx, actor }: { ctx: Context; actor: Actor },
  { etag = '', press = '', ...sent }: Given = {},
) {
  if (!route) throw new Error('there is no such route');
  const { signal } = new AbortController();
  const words = wordsFor(actor.locale);
  const answer = await route.open(sent)({ ctx, actor, words, etag, press, signal });
  return route.answer?.parse(answer) as Record<string, never>;
}

const ZONES: Record<string, string> = {
  clara: 'Europe/London',
  aisha: 'Europe/Berlin',
  diego: 'Europe/Madrid',
};

export interface Answered {
  status: number;
  headers: Record<string, unknown>;
  /** As JSON; undefined where there is none. */
  body: never;
  /** Without its quotes. */
  etag: string;
}

/** A server for these routes, asked as the tab asks it: `ask('clara', 'POST /api/…', { body, etag, known })`. */
export async function aServer(ctx: Context, routes: readonly Route[]) {
  const server = await createServer({
    ctx,
    verify: async (name = '') => ({
      ...{
        directoryId: `oid-${name}`,
        mail: '',
        signInName: `${name}@turntable.example`,
        name: '',
        roles: [],
      },
    }),
    routes,
    tabConfig: { clientId: 'c', initiateLoginEndpoint: 'https://x.example/', teamsAppId: 'app' },
  });
  async function ask(
    who: string,
    what: string,
    {
      body,
      etag = '',
      known = '',
      press = '',
    }: { body?: object; etag?: string; known?: string; press?: string } = {},
  ): Promise<Answered> {
    const [method = '', url = ''] = what.split(' ');
    const answer = await server.inject({
      method: method as 'GET',
      url,
      ...(body ? { payload: body } : {}),
      headers: {
        authorization: who,
        ...(body instanceof Uint8Array ? { 'content-type': 'text/csv' } : {}),
        'x-time-zone': ZONES[who] ?? 'Europe/Oslo',
        ...(etag ? { 'if-match': `"${etag}"` } : {}),
        ...(press ? { 'idempotency-key': press } : {}),
        ...(known ? { 'if-none-match': `"${known}"` } : {}),
      },
    });
    const header = String(answer.headers.etag ?? '');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: (answer.body === '' ? undefined : answer.json()) as never,
      etag: header.replaceAll('"', ''),
    };
  }
  return { ask, close: () => server.close() };
}
export type Server = Awaited<ReturnType<typeof aServer>>;

/** What people may write, and shall read again letter by letter. */
export const NASTY =
  '<img src=x onerror=alert(1)> **bold** [a](http://b) \u202Eevil\u202C 🐝🏳️‍🌈 {{agreement}} $t(pair:missing)';
