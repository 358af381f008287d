import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bicep, Property, Value } from './bicep.ts';

/**
 * What may stand somewhere: `string`, `number` and `boolean`; known values as `A|B`; an object by its properties, with
 * `!` behind a name that must be there; a list as a list of one; an object with names of our own as `{ "*": … }`; one
 * of several objects, told apart by what stands under a name, as `{ "?name": { "one": …, "other": … } }`.
 */
type Shape = string | [Shape] | { [name: string]: Shape };

/**
 * The part of Microsoft's published types that our Bicep uses, by type and API version: kept by hand as facts of our
 * own, looked up in Azure/bicep-types-az at 1f896de (2026-08-20), `generated/<provider>/<version>/types.json`.
 */
export const PUBLISHED = JSON.parse(readFileSync(join(import.meta.dirname, 'types.json'), 'utf8')) as Record<
  string,
  Shapes
>;

/** Words of Bicep itself, which no type knows. */
const OF_BICEP = ['parent', 'scope', 'dependsOn'];

/** What stands in a Bicep and not in the published types, one sentence each. */
export function typeProblems({ hasError, resources }: Bicep, published = PUBLISHED): string[] {
  const unknown = resources.flatMap(({ type, body, isExisting, line }) => {
    const shape = published[type];
    if (!shape) return [`line ${line}: the type ${type} is not known.`];
    const own = body.filter(({ name }) => !OF_BICEP.includes(name ?? ''));
    return propertyProblems(own, shape, type).filter(
      (problem) => !isExisting || !problem.includes(' lacks '),
    );
  });
  return hasError ? ['The syntax is wrong.', ...unknown] : unknown;
}

interface Shapes {
  [name: string]: Shape;
}

/** Of several objects the one that is meant. */
function variantOf(properties: Property[], shape: Shapes): Shapes | undefined {
  const [key = '', variants] = Object.entries(shape)[0] ?? [];
  if (!key.startsWith('?')) return shape;
  const told = properties.find(({ name }) => name === key.slice(1))?.value;
  return told?.kind === 'string' ? ((variants as Shapes)[told.text] as Shapes | undefined) : undefined;
}

function propertyProblems(properties: Property[], shapes: Shapes, where: string): string[] {
  const shape = variantOf(properties, shapes);
  if (!shape) return [`${where} is none of the known kinds.`];
  const free = shape['*'];
  const found = properties.flatMap(({ name, value, line }) => {
    const known = name === undefined ? free : (shape[name] ?? shape[`${name}!`] ?? free);
    if (known === undefined) return [`line ${line}: ${where} has no ${name ?? 'name that is put together'}.`];
    return valueProblems(value, known, `${where}.${name ?? '*'}`).map((problem) =>
      problem.startsWith('line ') ? problem : `line ${line}: ${problem}`,
    );
  });
  const missing = Object.keys(shape)
    .filter((name) => name.endsWith('!'))
    .map((name) => name.slice(0, -1))
    .filter((name) => !properties.some((property) => property.name === name));
  return [...found, ...missing.map((name) => `${where} lacks ${name}.`)];
}

function valueProblems(value: Value, shape: Shape, where: string): string[] {
  // Only a deployment knows what comes of it.
  if (value.kind === 'expression') return [];
  if (Array.isArray(shape)) {
    if (value.kind !== 'array') return [`${where} must be a list.`];
    return value.items.flatMap((item) => valueProblems(item, shape[0], `${where}[]`));
  }
  if (typeof shape === 'object') {
    if (value.kind !== 'object') return [`${where} must be an object.`];
    return propertyProblems(value.properties, shape, where);
  }
  if (value.kind === 'object' || value.kind === 'array') return [`${where} must be a ${shape}.`];
  if (['string', 'number', 'boolean'].includes(shape))
    return value.kind === shape ? [] : [`${where} must be a ${shape}.`];
  const isKnown = value.kind === 'string' && shape.split('|').includes(value.text);
  return isKnown ? [] : [`${where} must be one of ${shape}, not ${value.text}.`];
}
