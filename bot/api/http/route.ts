import { z } from 'zod';
import { ROUTES, type RouteName } from '#api/contract/paths.ts';
import type { AnswerOf, BodyOf } from '#api/contract/shapes.ts';
import { unwritableIn } from '#domain/basics/writable.ts';
import type { Actor } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Words } from '#words/words.ts';
import { Invalid } from './problem.ts';

/** Who asks, and what stands around the request. */
interface Asking {
  ctx: Context;
  actor: Actor;
  words: Words;
  /** If-Match without its quotes; empty when the caller sent none. */
  etag: string;
  /** The same for each repeat of one press; empty when the caller sent no Idempotency-Key. */
  press: string;
  /** Aborted when the caller hangs up. */
  signal: AbortSignal;
}

interface Asked<Body, Query> extends Asking {
  params: Record<string, string>;
  body: Body;
  query: Query;
}

type Answering<Answer> = [Answer] extends [undefined] ? Promise<void> : Promise<Answer>;

export interface Declaration<Name extends RouteName, Body extends z.ZodType, Query extends z.ZodType> {
  body?: Body & z.ZodType<unknown, BodyOf<Name>>;
  query?: Query;
  /** Left out where nothing is answered but that it is done. */
  answer?: z.ZodType<AnswerOf<Name>>;
  /** 200 unless said, 204 without an answer. */
  status?: number;
  /** Whoever has the answer already, by its ETag, gets 304 without a body. */
  hasEtag?: boolean;
  /** Asked again and again by whoever waits: nothing new is 204, and who asks is known for a minute. */
  isWaiting?: boolean;
  /** For what is heavy: so often may one person ask in a minute. */
  perMinute?: number;
  run(asked: Asked<z.output<Body>, z.output<Query>>): Answering<AnswerOf<Name>>;
}

/** What came with a request, unchecked. */
interface Sent {
  params?: unknown;
  body?: unknown;
  query?: unknown;
}

/** A declared route with its types forgotten, ready to be registered. */
export interface Route {
  name: RouteName;
  method: string;
  path: string;
  status: number;
  hasEtag: boolean;
  isWaiting: boolean;
  perMinute?: number | undefined;
  params: z.ZodType;
  body?: z.ZodType | undefined;
  query?: z.ZodType | undefined;
  answer?: z.ZodType | undefined;
  /** Checks what was sent, or throws `ZodError`; what comes back runs the route. */
  open(sent: Sent): (asking: Asking) => Promise<unknown>;
}

/** A route is a declaration: name (its method and path stand in ROUTES), schemas, and what runs. */
export function route<Name extends RouteName, Body extends z.ZodType, Query extends z.ZodType>(
  name: Name,
  declaration: Declaration<Name, Body, Query>,
): Route {
  const [method = '', path = ''] = ROUTES[name].split(' ');
  const { body, query, answer, hasEtag = false, isWaiting = false, perMinute, run } = declaration;
  const params = paramsOf(path);
  return {
    ...{ name, method, path, hasEtag, isWaiting, perMinute, params, body, query, answer },
    status: declaration.status ?? (answer ? 200 : 204),
    open(sent) {
      const checked = {
        params: params.parse(sent.params ?? {}),
        body: checkedBy(body, sent.body),
        query: checkedBy(query, sent.query),
      };
      refuseUnwritable(checked);
      return (asking) => run({ ...asking, ...checked });
    },
  };
}

/** Path parameters: 1–200 characters, refused when longer. */
const paramsOf = (path: string) =>
  z.object(
    Object.fromEntries(
      [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, z.string().min(1).max(200)]),
    ),
  );

const UNWRITABLE = 'There is a character in it that cannot be kept. Please type it again.';

/** NUL and halves of characters are refused wherever they stand, before anything is done with them. */
function refuseUnwritable(checked: object): void {
  const places = Object.values(checked).flatMap((part) => unwritableIn(part));
  if (places.length > 0) throw new Invalid(places.map((where) => ({ where, what: UNWRITABLE })));
}

/** Undefined without a schema. */
function checkedBy<Schema extends z.ZodType>(schema: Schema | undefined, sent: unknown): z.output<Schema>;
function checkedBy(schema: z.ZodType | undefined, sent: unknown): unknown {
  return schema?.parse(sent);
}
