/** Whether something has the shape it should have. */
export type Check = (value: unknown) => boolean;

type KeysOf<Value> = Value extends unknown ? keyof Value & string : never;

/** A check per kind of row: the compiler names the one that is missing. */
export type ShapesOf<Rows> = { readonly [Kind in keyof Rows]: Check };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The fields that the views of a row rely on. What a newer version added stays; what an older one did not know yet
 * is `maybe`. A field of another kind, out of range or missing makes the row unreadable.
 */
export const fields = <Value>(checks: { [Name in KeysOf<Value>]?: Check }): Check => {
  const all = Object.entries(checks) as [string, Check][];
  return (value) => isObject(value) && all.every(([name, check]) => check(value[name]));
};

export const text: Check = (value) => typeof value === 'string';
export const flag: Check = (value) => typeof value === 'boolean';
export const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
export const whole: Check = (value) => Number.isSafeInteger(value);
/** An id of ours or a key that stands for somebody else's. */
export const id: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 400;

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const isTime = (pattern: RegExp): Check => {
  return (value) => typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value));
};
export const day: Check = isTime(DAY);
/** In our millennium: one at its far end breaks whatever adds an hour to it. */
export const instant: Check = isTime(INSTANT);

export const oneOf = (values: readonly unknown[]): Check => {
  const known = new Set(values);
  return (value) => known.has(value);
};
export const listOf = (check: Check): Check => {
  return (value) => Array.isArray(value) && value.every(check);
};
export const maybe = (check: Check): Check => {
  return (value) => value === undefined || check(value);
};
export const either = (...checks: readonly Check[]): Check => {
  return (value) => checks.some((check) => check(value));
};
/** Words by whatever name. */
export const texts: Check = (value) => isObject(value) && Object.values(value).every(text);
/** Nothing is read of it but that it is there. */
export const there: Check = isObject;
