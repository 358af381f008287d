import { fields, id, listOf, oneOf, type ShapesOf, text, texts, whole } from '#domain/basics/shape.ts';
import { timeZone } from '#domain/people/shapes.ts';
import type { Exclusion } from './exclusions.ts';
import { STRENGTHS } from './limits.ts';
import { MEETING_WAYS, type Offer, type Profile, REACH_WAYS } from './profile.ts';
import type { ProfileRows } from './rows.ts';

export const profileShapes: ShapesOf<ProfileRows> = {
  profile: fields<Profile>({
    ...{ wants: listOf(id), interests: listOf(id), ownWords: texts, timeZone, capacity: whole },
    offers: listOf(fields<Offer>({ topic: id, strength: oneOf([0, ...STRENGTHS]) })),
    meets: listOf(oneOf(MEETING_WAYS)),
    reach: listOf(oneOf(REACH_WAYS)),
    languages: listOf(text),
    excludes: listOf(fields<Exclusion>({ directoryId: text, address: text, written: text })),
  }),
};
