import type { QueryFunctionContext } from '@tanstack/react-query';
import type { RouteName } from '#api/contract/paths.ts';
import type { AnswerOf } from '#api/contract/shapes.ts';
import { type Ask, callAgain, type Tagged } from './call.ts';

/** A query that sends the etag of what it read last, and keeps that when nothing is new. */
export const again =
  <Name extends RouteName>(name: Name, ask: Ask<Name>) =>
  ({ client, queryKey, signal }: QueryFunctionContext): Promise<Tagged<AnswerOf<Name>>> =>
    callAgain(name, { ...ask, signal }, client.getQueryData(queryKey));

/** What a component reads of it. */
export const contentOf = <Answer>({ content }: Tagged<Answer>): Answer => content;
