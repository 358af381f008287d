import type { z } from 'zod';
import { ROUTES, type RouteName } from '#api/contract/contract.ts';
import type { Actor } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Words } from '#words/words.ts';

export interface Asked<Body, Query> {
  ctx: Context;
  actor: Actor;
  words: Words;
  params: Record<string, string>;
  body: Body;
  query: Query;
  /** If-Match without its quotes; empty when the caller sent none. */
  etag: string;
  /** Aborted when the caller hangs up. */
  signal: AbortSignal;
}

export interface Declaration<Body extends z.ZodType, Query extends z.ZodType, Answer extends z.ZodType> {
  body?: Body;
  query?: Query;
  answer: Answer;
  /** 200 unless said. */
  status?: number;
  run(asked: Asked<z.output<Body>, z.output<Query>>): Promise<z.input<Answer>>;
}

/** A declared route with its types forgotten, ready to be registered. */
export interface Route {
  name: RouteName;
  method: string;
  path: string;
  body?: z.ZodType;
  query?: z.ZodType;
  answer: z.ZodType;
  status: number;
  run(asked: Asked<never, never>): Promise<unknown>;
}

/** A route is a declaration: name (its method and path stand in ROUTES), schemas, and what runs. */
export function route<Body extends z.ZodType, Query extends z.ZodType, Answer extends z.ZodType>(
  name: RouteName,
  declaration: Declaration<Body, Query, Answer>,
): Route {
  const [method = '', path = ''] = ROUTES[name].split(' ');
  return { name, method, path, status: 200, ...declaration } as Route;
}
