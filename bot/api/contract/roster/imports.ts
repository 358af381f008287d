import { z } from 'zod';
import { count, id, name, text } from '#api/contract/basics.ts';
import { ENCODINGS } from '#domain/basics/encoding.ts';
import { WHY_MAX } from '#domain/cohorts/attributes/attributes.ts';
import { FILE_NAME_MAX, IMPORT_STATES } from '#domain/cohorts/import.ts';
import { COLUMNS } from '#domain/cohorts/importColumns.ts';

/** The bytes of a CSV as they are: the server finds out how its letters are written. */
export const ImportBody = z
  .custom<Uint8Array>((sent) => sent instanceof Uint8Array, 'Send the bytes of the CSV file as text/csv.')
  .meta({ type: 'string', format: 'binary' });
/** What the champion calls the file. */
/** `good`: the good lines without the others; else one bad line refuses all. */
export const ImportQuery = z.object({
  name: name(FILE_NAME_MAX).default(''),
  lines: z.enum(['all', 'good']).default('all'),
  /** What columns are that were not recognised: `3:department,5:keep`, and why those are kept. */
  columns: z
    .string()
    .regex(/^(?:\d{1,3}:[a-zA-Z]{2,12}(?:,(?!$)|$))*$/)
    .default(''),
  why: text(WHY_MAX).default(''),
});
/**
 * A file that is being checked, waits for a yes, is on its way or was the last. `done` of `lines` says how far that
 * is while it is checking or applying.
 */
export const ImportView = z.object({
  import: id,
  state: z.enum(IMPORT_STATES),
  file: z.string(),
  lines: count,
  done: count,
  added: count,
  changed: count,
  unchanged: count,
  /** Lines of the file that stay out; `problems` say why. */
  leftOut: count,
  /** It should have ended by itself: confirming tries again, discarding leaves it. */
  isStuck: z.boolean(),
  /** Columns of the file that we have no use for, as written. */
  ignored: z.array(z.string()),
  /** Columns of age, birth, generation, sex, health, belief or origin, as written: Turntable keeps none. */
  neverKept: z.array(z.string()),
  encoding: z.enum(ENCODINGS),
  /** A name that looks wrong if the encoding does; empty when there is none. */
  sample: z.string(),
  /** The first hundred, by line; `more` are not listed. */
  problems: z.array(z.object({ where: z.string(), what: z.string() })),
  more: count,
});
export type ImportView = z.infer<typeof ImportView>;
/** What is not recognised of a list, from the beginning of its file, and which columns nothing was recognised as. */
export const ImportColumns = z.object({
  columns: z.array(
    z.object({
      ...{ place: count, name: z.string(), samples: z.array(z.string()), isRefused: z.boolean() },
      /** Why the cohort keeps a column of this name already; empty where it does not. */
      keptFor: z.string(),
    }),
  ),
  open: z.array(z.enum(COLUMNS)),
});
export type ImportColumns = z.infer<typeof ImportColumns>;

export const LastImport = z.object({ last: ImportView.nullable() });
export type LastImport = z.infer<typeof LastImport>;
