import { fields, flag, id, instant, listOf, type ShapesOf, text, whole } from '#domain/basics/shape.ts';
import type { Erasing } from './erasing.ts';
import type { ErasingRows } from './rows.ts';

export const erasingShapes: ShapesOf<ErasingRows> = {
  erasing: fields<Erasing>({
    ...{ person: id, mail: text, directoryId: text, names: listOf(text), pseudonym: text },
    ...{
      askedAt: instant,
      addresses: listOf(text),
      wholeNames: listOf(text),
      pairs: listOf(text),
      gone: text,
      table: whole,
      after: text,
      hasFound: flag,
    },
  }),
};
