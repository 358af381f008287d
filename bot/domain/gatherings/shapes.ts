import { fields, id, instant, oneOf, type ShapesOf, text, whole } from '#domain/basics/shape.ts';
import type { Coming, Gathering } from './gathering.ts';
import type { GatheringRows } from './rows.ts';

export const gatheringShapes: ShapesOf<GatheringRows> = {
  gathering: fields<Gathering>({
    ...{ gathering: id, by: id, at: instant, startsAt: instant, minutes: whole, place: text, line: text },
    ...{ state: oneOf(['called', 'off']), question: whole },
  }),
  coming: fields<Coming>({ at: instant }),
};
