import type { Random } from '#tests/bench/random.ts';

/** As much of JSON Schema as OpenAPI writes for our routes. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

/** What breaks programs: names of every object, halves of characters, the ends of ranges, other alphabets. */
export const ODD_TEXTS = [
  ...['', ' ', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'],
  ...['\u0000', 'a\u0000b', '\ud800', 'x\udfff', '\u202Eevil', '🐝🏳️‍🌈', 'ﷺ', 'İ', 'ß'],
  ...[
    '/',
    '\\',
    '#',
    '?',
    '%',
    '%00',
    '..',
    '../..',
    '!',
    "'",
    '"',
    '<b>',
    '{{agreement}}',
    '$t(pair:missing)',
  ],
  ...[
    'own:',
    'own:constructor',
    'null',
    'NaN',
    '-1',
    '1e999',
    '9999-12-31T23:59:59Z',
    '0000-01-01',
    '2026-02-30',
  ],
  ...['own:'.padEnd(300, 'x'), 'x'.repeat(2_001), 'ä'.repeat(5_001), 'word '.repeat(1_200)],
];
const ODD_VALUES: unknown[] = [
  ...[null, true, 0, -1, 1.5, 2 ** 53, -(2 ** 31) - 1, 1e308, [], {}, [[]], [null], { constructor: 1 }],
  ...[{ toString: 'x' }, Array(1_001).fill('x'), '', 'x', '9999-12-31T23:59:59Z'],
];

export const oneOf = <T>(random: Random, all: readonly T[]): T => all[random.below(all.length)] as T;

/** Something that the schema takes, most of the time; `known` are ids that exist. */
export function fitting(random: Random, schema: Schema, known: readonly string[]): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return oneOf(random, schema.enum);
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return fitting(random, oneOf(random, choice), known);
  const type = Array.isArray(schema.type) ? oneOf(random, schema.type) : schema.type;
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || random.below(3) > 0)
          .map(([name, field]) => [name, fitting(random, field, known)]),
      );
    case 'array':
      return Array.from({ length: random.below(4) }, () => fitting(random, schema.items ?? {}, known));
    case 'integer':
    case 'number': {
      const from = Math.max(schema.minimum ?? 0, -1_000);
      return from + random.below(Math.min(schema.maximum ?? 1_000, 1_000) - from + 1);
    }
    case 'boolean':
      return random.below(2) === 0;
    case 'string':
      return textFor(random, schema, known);
    default:
      return null;
  }
}

function textFor(
  random: Random,
  { format, pattern, maxLength = 40 }: Schema,
  known: readonly string[],
): string {
  if (format === 'date') return `20${20 + random.below(20)}-0${1 + random.below(9)}-1${random.below(10)}`;
  if (format === 'date-time')
    return `2026-1${random.below(3)}-0${1 + random.below(9)}T1${random.below(10)}:00:00Z`;
  if (format === 'email') return `${oneOf(random, ['clara', 'boss', 'constructor'])}@turntable.example`;
  if (pattern && pattern.length < 20) return oneOf(random, ['en', 'de', 'es']);
  const kind = random.below(4);
  if (kind === 0) return oneOf(random, known);
  if (kind === 1) return oneOf(random, ODD_TEXTS);
  return 'some words that somebody typed'.slice(0, Math.max(1, Math.min(maxLength, 1 + random.below(30))));
}

/** The same with one thing in it that does not belong there. */
export function broken(random: Random, value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && random.below(2) === 0) {
    const at = random.below(value.length);
    return value.map((one, n) => (n === at ? broken(random, one) : one));
  }
  if (typeof value === 'object' && value !== null && random.below(4) > 0) {
    const names = Object.keys(value);
    if (names.length === 0) return oneOf(random, ODD_VALUES);
    const name = oneOf(random, names);
    const { [name]: field, ...rest } = value as Record<string, unknown>;
    return random.below(4) === 0 ? rest : { ...rest, [name]: broken(random, field) };
  }
  return typeof value === 'string' && random.below(2) === 0
    ? oneOf(random, ODD_TEXTS)
    : oneOf(random, ODD_VALUES);
}
