import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

/**
 * What may stand somewhere: a type, `A|B` for one of several words, `=…` for one value alone, `NAME` for a variable of
 * the environment and `SECRET` for one that is kept to oneself; `!` behind a name that must be there.
 */
type Shape = string | [Shape] | { [name: string]: Shape };

/** The parts of a step beside `uses`, `name` and `env`; of an action with several forms one must fit. */
type Forms = Record<string, Shape>[];

/**
 * Facts of our own about the actions we use, looked up in the toolkit's schema v1.11: microsoft/json-schemas at
 * b589bd8, teams-toolkit/teamsapp-yaml/v1.11/yaml.schema.json.
 */
const ACTIONS = JSON.parse(readFileSync(join(import.meta.dirname, 'steps.json'), 'utf8')) as Record<
  string,
  Forms
>;
const VERSION = 'v1.11';
const STAGES = ['provision', 'deploy', 'publish', 'share'];
const BESIDE = ['version', 'environmentFolderPath', 'projectId', 'additionalMetadata', ...STAGES];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the toolkit would refuse in a teamsapp.yml, one sentence each. */
export function stepProblems(text: string): string[] {
  const document = parseDocument(text);
  if (document.errors.length > 0) return document.errors.map(({ message }) => message);
  const file: unknown = document.toJS();
  if (!isObject(file)) return ['There is nothing in it.'];
  const unknown = Object.keys(file).filter((name) => !BESIDE.includes(name));
  return [
    ...(file.version === VERSION ? [] : [`version must be ${VERSION}.`]),
    ...unknown.map((name) => `There is no ${name}.`),
    ...STAGES.flatMap((stage) =>
      ((file[stage] ?? []) as unknown[]).flatMap((step, n) => problemsOf(step, `${stage}[${n}]`)),
    ),
  ];
}

function problemsOf(step: unknown, where: string): string[] {
  if (!isObject(step) || typeof step.uses !== 'string') return [`${where} uses nothing.`];
  const { uses, name: _name, env: _env, ...rest } = step;
  const forms = ACTIONS[`${uses}`];
  if (!forms) return [`${where}: the action ${uses} is not known.`];
  const found = forms.map((form) =>
    partProblems(rest, { 'with!': form.with ?? {}, ...without(form) }, where),
  );
  return found.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

const without = ({ with: _with, ...form }: Record<string, Shape>): Record<string, Shape> => form;

function partProblems(value: unknown, shape: Shape, where: string): string[] {
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${where} must be a list.`];
    return value.flatMap((item, n) => partProblems(item, shape[0], `${where}[${n}]`));
  }
  if (typeof shape === 'object') {
    if (!isObject(value)) return [`${where} must be an object.`];
    const missing = Object.keys(shape).filter((name) => name.endsWith('!') && !(name.slice(0, -1) in value));
    return [
      ...missing.map((name) => `${where} lacks ${name.slice(0, -1)}.`),
      ...Object.entries(value).flatMap(([name, inside]) => {
        const known = shape[name] ?? shape[`${name}!`] ?? shape['*'];
        return known ? partProblems(inside, known, `${where}.${name}`) : [`${where} has no ${name}.`];
      }),
    ];
  }
  return isWord(value, shape) ? [] : [`${where} must be ${shape}.`];
}

function isWord(value: unknown, shape: string): boolean {
  if (shape.startsWith('=')) return JSON.stringify(value) === shape.slice(1);
  if (shape === 'NAME') return typeof value === 'string' && /^[A-Z][A-Z0-9_]*$/.test(value);
  if (shape === 'SECRET') return typeof value === 'string' && /^SECRET_[A-Z0-9_]+$/.test(value);
  if (shape === 'integer') return Number.isInteger(value);
  if (['string', 'boolean', 'number'].includes(shape)) return typeof value === shape;
  return shape.split('|').includes(`${value}`);
}

/** Variables that a file reads, and those that its steps write. */
export const variablesOf = (text: string) => ({
  read: [...new Set([...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name))],
  written: [...text.matchAll(/^ {6}\w+: ([A-Z][A-Z0-9_]+)$/gm)].map(([, name = '']) => name),
});
