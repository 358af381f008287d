import { TooLarge, type Value } from '#usecases/story/ports.ts';

/** What Azure Tables keeps natively; a whole number beyond 32 bits must say that it is a Double. */
type Native = string | boolean | number | { type: 'Double'; value: string };
export type Properties = Record<string, Native>;

/** Below Azure's 32 K UTF-16 units per property, 1 MiB per entity and 252 properties of our own. */
const LONGEST_TEXT = 32_000;
const LARGEST_ROW_BYTES = 900_000;
const MOST_PROPERTIES = 250;
/** Marks a property that holds JSON: arrays, nested objects, null. */
const JSON_MARK = '__json';
const LEGAL_NAME = /^[A-Za-z][A-Za-z0-9_]{0,200}$/;
const RESERVED = new Set(['partitionkey', 'rowkey', 'timestamp', 'etag']);

/**
 * A value as properties of an entity: primitives stay native, so that the rows can be read and queried with
 * any tool; nested objects and arrays become JSON in `<name>__json`. Throws `TooLarge`, naming the property.
 */
export function toProperties(value: Value, where: string): Properties {
  const properties: Properties = {};
  let bytes = 0;
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    checkName(name, where);
    const [stored, native] = toNative(name, field, where);
    const length = typeof native === 'string' ? native.length : 4;
    if (length > LONGEST_TEXT) throw new TooLarge(`the property ${name} of ${where}`);
    bytes += 2 * (stored.length + length) + 8;
    properties[stored] = native;
  }
  if (bytes > LARGEST_ROW_BYTES || Object.keys(properties).length > MOST_PROPERTIES)
    throw new TooLarge(where);
  return properties;
}

function toNative(name: string, field: unknown, where: string): [string, Native] {
  if (typeof field === 'string') return [name, field.toWellFormed()];
  if (typeof field === 'boolean') return [name, field];
  if (typeof field === 'number' && Number.isFinite(field)) return [name, toNumber(field)];
  const json = typeof field === 'object' ? JSON.stringify(field) : undefined;
  if (json === undefined) throw new TypeError(`the property ${name} of ${where} does not survive JSON`);
  return [name + JSON_MARK, json];
}

/** A whole number without a type is read as 32 bits. */
const toNumber = (field: number): Native =>
  Number.isInteger(field) && field !== (field | 0) ? { type: 'Double', value: String(field) } : field;

function checkName(name: string, where: string): void {
  if (LEGAL_NAME.test(name) && !RESERVED.has(name.toLowerCase()) && !name.endsWith(JSON_MARK)) return;
  throw new TypeError(
    `a row cannot have the property ${name} (${where}): letters, digits and _ are possible, ` +
      'except partitionKey, rowKey, timestamp, etag and names that end in __json',
  );
}

/**
 * The inverse of `toProperties`; what the service adds of its own is left out. A row with a property that is no
 * JSON any more is empty: it lacks everything a row of its kind must have, and whoever reads it leaves it out.
 */
export function toValue(entity: object): Value {
  try {
    return readValue(entity);
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function readValue(entity: object): Value {
  const value: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(entity)) {
    if (!LEGAL_NAME.test(name) || RESERVED.has(name.toLowerCase()) || field === null) continue;
    if (name.endsWith(JSON_MARK)) value[name.slice(0, -JSON_MARK.length)] = JSON.parse(String(field));
    else value[name] = isDouble(field) ? Number(field.value) : field;
  }
  return value;
}

const isDouble = (field: unknown): field is { value: string } =>
  typeof field === 'object' && field !== null && 'type' in field && field.type === 'Double';
