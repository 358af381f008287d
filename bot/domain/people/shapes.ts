import {
  fields,
  flag,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  type ShapesOf,
  text,
  whole,
} from '#domain/basics/shape.ts';
import { isZone } from '#domain/basics/zone.ts';
import {
  areHours,
  CHANNEL_STATES,
  type Channel,
  type Person,
  type Settings,
  type WorkHours,
} from './person.ts';
import type { Photo } from './photo.ts';
import type { PersonRows } from './rows.ts';
import { type Lent, SAID_FACTS, type Said, type SaidFacts } from './said.ts';
import type { SameAs } from './sameAs.ts';

const workHours = fields<WorkHours>({ from: whole, to: whole });
const facts = { name: text, mail: text, manager: text, department: text, location: text };

/** Another one would break every sentence with a time. Zones repeat: each is asked of `Intl` once. */
const zones = new Map<unknown, boolean>();
const MOST_ZONES = 2_000;
export const timeZone = (value: unknown): boolean => {
  const known = zones.get(value);
  if (known !== undefined) return known;
  const is = isZone(value);
  if (zones.size < MOST_ZONES) zones.set(value, is);
  return is;
};
/** A tag that `Intl` takes. */
const locale = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value);

export const personShapes: ShapesOf<PersonRows> = {
  person: fields<Person>({
    ...{ name: text, mail: text, signInName: text, directoryId: text, joinedTo: text },
    addresses: listOf(text),
  }),
  said: fields<Said>({
    ...facts,
    by: id,
    at: instant,
    source: text,
    before: maybe(fields<SaidFacts>(facts)),
    lent: maybe(listOf(fields<Lent>({ from: id, facts: listOf(oneOf(SAID_FACTS)) }))),
  }),
  sameas: fields<SameAs>({ into: id, holds: flag, by: id, at: instant }),
  settings: fields<Settings>({
    ...{ locale, timeZone, newsMuted: flag, nudgesMuted: maybe(flag) },
    named: maybe(flag),
    maySponsor: maybe(flag),
    hours: maybe((value) => workHours(value) && areHours(value as WorkHours)),
  }),
  channel: fields<Channel>({
    ...{ serviceUrl: text, conversationId: text, tenantId: text, userId: text, botId: text },
    state: oneOf(CHANNEL_STATES),
  }),
  photo: fields<Photo>({ person: id, at: instant, begin: text, middle: text, end: text }),
};
