/**
 * What the tabs and the server say to each other: one zod schema per body, one type per schema, one file per noun.
 * The tabs import the types alone. Every answer is built field by field in a presenter; nothing leaves that is not
 * listed here. Each noun says in its `Shapes` what its routes are sent and what they answer.
 */
import { z } from 'zod';
import { isSeen, seenName } from '#domain/basics/visible.ts';
import { ROLES } from '#domain/people/person.ts';

export const instant = z.iso.datetime();
export const day = z.iso.date();
export const id = z.string().min(1).max(200);
export const count = z.number().int();
/** Free text: stored and shown as text, never as markup. */
export const text = (max: number) => z.string().trim().max(max);
const NOTHING_SEEN = 'There is nothing to be seen in it. Please write it with letters or numbers.';
export const someText = (max: number) =>
  text(max).min(1, { error: NOTHING_SEEN, abort: true }).refine(isSeen, NOTHING_SEEN);
/** A name or title in one line, without what cannot be seen. */
export const name = (max: number) => z.string().overwrite(seenName).max(max);
export const someName = (max: number) => name(max).min(1, NOTHING_SEEN);
/** ISO 639-1. */
export const languageCode = z.string().regex(/^[a-z]{2}$/);
export const role = z.enum(ROLES);
/** Somebody by name, where a champion reads. */
export const named = z.object({ person: id, name: z.string() });
export const namedTwo = z.object({ executive: named, mentor: named });

/** Longer than any name. */
const FIND_MAX = 200;
/** Which page of a list of people: `find` holds words of a name, `from` is `more` of the page before. */
export const pageAsked = z.object({
  find: text(FIND_MAX).default(''),
  from: z
    .string()
    .regex(/^\d{1,6}$/)
    .default('0'),
});
/** What every page says: how many were found, and `from` of the next one, missing after the last. */
export const paged = z.object({ found: count, more: count.optional() });

/** RFC 9457. `type` is stable, `detail` is a sentence for people, `reference` finds the log line. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  reference: z.string(),
  /** Only for a refused body or CSV: the first problems. */
  problems: z.array(z.object({ where: z.string(), what: z.string() })).optional(),
  /** How many more there are than are listed. */
  more: z.number().int().optional(),
  /** How many lines of a file could be imported without the others. */
  good: z.number().int().optional(),
});
export type Problem = z.infer<typeof Problem>;
