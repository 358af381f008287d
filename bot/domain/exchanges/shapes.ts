import { fields, flag, id, instant, oneOf, type ShapesOf, text, whole } from '#domain/basics/shape.ts';
import { EXCHANGE_KINDS, type Exchange } from './exchange.ts';
import { LEARNING_KINDS, type Learning } from './learning.ts';
import type { ExchangeRows } from './rows.ts';

export const exchangeShapes: ShapesOf<ExchangeRows> = {
  exchange: fields<Exchange>({
    ...{ exchange: id, by: id, to: id, kind: oneOf(EXCHANGE_KINDS), text, writer: id, at: instant },
  }),
  learning: fields<Learning>({
    ...{ learning: id, writer: id, kind: oneOf(LEARNING_KINDS), text, shared: flag, at: instant, seq: whole },
  }),
};
