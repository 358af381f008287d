import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SPOKEN } from '#words/languages.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const FORM = /_(zero|one|two|few|many|other)$/;
const HOLES = /\{\{\s*[\w.]+[^}]*\}\}|<\/?\w+\/?>|\$t\([^)]*\)/g;

type Said = Record<string, string>;

function flat(value: unknown, path = ''): Said {
  if (typeof value === 'string') return { [path]: value };
  const inside = Object.entries(value as object).map(([key, one]) =>
    flat(one, path ? `${path}.${key}` : key),
  );
  return Object.assign({}, ...inside) as Said;
}

const catalogue = (dir: string, language: string, file: string): Said =>
  flat(JSON.parse(readFileSync(join(ROOT, dir, language, file), 'utf8')));
const FILES = ['bot/words', 'tabs/words'].flatMap((dir) =>
  readdirSync(join(ROOT, dir, 'en')).map((file) => ({ dir, file })),
);

interface Wanted {
  says: string;
  /** The form of a number; empty where nothing is counted. */
  form: string;
}

/** A sentence that counts something, in every form of a language; for none in words of its own where English has them. */
function counted(english: Said, stem: string, language: string): [string, Wanted][] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const all = `${stem}_zero` in english ? new Set(['zero', ...forms]) : forms;
  return [...all].map((form) => {
    const says = (form === 'zero' && english[`${stem}_zero`]) || english[`${stem}_other`];
    return [`${stem}_${form}`, { says: says ?? '', form }];
  });
}

/** Every key that a language has to have, with the English words it says. */
const wanted = (english: Said, language: string): Map<string, Wanted> =>
  new Map(
    Object.entries(english).flatMap(([key, says]): [string, Wanted][] => {
      const stem = key.replace(FORM, '');
      const isCounted = FORM.test(key) && `${stem}_one` in english && `${stem}_other` in english;
      return isCounted ? counted(english, stem, language) : [[key, { says, form: '' }]];
    }),
  );

/** Some languages list the names with the reader in one, where others have words of their own for the reader. */
const ALSO_YOU = /\{\{(?:[yY]ouAnd)?(names|partners)(?:AndYou)?\}\}/i;

/** What has to stand in a sentence in every language; a number may be written as a word where it is none, one or two. */
const holesOf = (text: string, form: string): string[] =>
  [
    ...new Set(
      (text.match(HOLES) ?? []).map((hole) =>
        hole.replaceAll(/[\s]/g, '').replace(ALSO_YOU, (_, who: string) => `{{${who.toLowerCase()}}}`),
      ),
    ),
  ]
    .filter((hole) => !(hole.startsWith('{{count') && ['zero', 'one', 'two'].includes(form)))
    .sort();

/** What is wrong with a language beside English, one line each. */
function problemsOf(english: Said, said: Said, language: string): string[] {
  const keys = wanted(english, language);
  return [
    ...[...keys].flatMap(([key, { says, form }]) => {
      const text = said[key];
      if (text === undefined) return [`${key} is missing`];
      if (text.trim() === '' && says.trim() !== '') return [`${key} says nothing`];
      const [theirs, ours] = [holesOf(text, form), holesOf(says, form)].map((holes) => holes.join(' '));
      return theirs === ours ? [] : [`${key} has ${theirs} where English has ${ours}`];
    }),
    ...Object.keys(said).flatMap((key) => (keys.has(key) ? [] : [`${key} is nothing in English`])),
  ];
}

describe.each(SPOKEN.filter((language) => language !== 'en'))('the words in %s', (language) => {
  it.each(FILES)('say all that English says, and no more: $dir $file', ({ dir, file }) => {
    const [english, said] = [catalogue(dir, 'en', file), catalogue(dir, language, file)];
    expect(problemsOf(english, said, language)).toEqual([]);
  });

  it('are its own: whole sentences are not left in English', () => {
    const same = FILES.flatMap(({ dir, file }) => {
      const said = catalogue(dir, language, file);
      return Object.entries(catalogue(dir, 'en', file)).filter(
        ([key, text]) =>
          text.includes(' ') && text.replace(HOLES, '').split(/\p{L}+/u).length > 4 && said[key] === text,
      );
    });
    expect(same).toEqual([]);
  });
});

describe('names and the reader', () => {
  const JOINED =
    /\{\{(?:names|partners)\}\} (?:and you|und Sie|et vous|y (?:con )?usted)\b|\b(?:you and|Sie und|vous et|usted y) \{\{(?:names|partners)\}\}/i;
  /** What is between somebody and the others, and where *you* begins the next clause. */
  const OTHER = /^nudge\.json |consent\.given$/;

  it.each(['en', 'de', 'fr', 'es'])('stand in one list, in %s', (language) => {
    const joined = FILES.flatMap(({ dir, file }) =>
      Object.entries(catalogue(dir, language, file)).flatMap(([key, text]) =>
        JOINED.test(text) && !OTHER.test(`${file} ${key}`) ? [`${file} ${key}`] : [],
      ),
    );
    expect(joined).toEqual([]);
  });
});

describe('what is said of a circle', () => {
  /** What has nothing to do with people who meet: those who manage each other. */
  const OTHER = /^import\./;

  it('is said of a project team in words of its own', () => {
    const spoken = FILES.filter(({ file }) => !['console.json', 'match.json', 'prompts.json'].includes(file));
    const unsaid = spoken.flatMap(({ dir, file }) => {
      const english = catalogue(dir, 'en', file);
      return Object.entries(english).flatMap(([key, text]) => {
        const [stem = '', rest = ''] = key.split(/_more(?=\.|$)/);
        const own = english[`${stem}_team${rest}`];
        const isSaid = own !== undefined && /project team/.test(own) && !/circle/.test(own);
        return !/\bcircle\b/i.test(text) || OTHER.test(key) || isSaid ? [] : [`${file} ${key}`];
      });
    });
    expect(unsaid).toEqual([]);
  });
});

describe('a language that is not whole', () => {
  const english = { hello: 'Hello {{name}}', count_one: '{{count}} day', count_other: '{{count}} days' };

  it.each([
    [{}, 'ja', ['hello is missing', 'count_other is missing']],
    [{ hello: 'Hallo', count_one: 'ein Tag', count_other: '{{count}} Tage' }, 'de', [/^hello has {2}where/]],
    [{ hello: 'Hallo {{name}}', count_one: 'x', count_other: '{{count}} y', more: 'z' }, 'de', [/^more is/]],
  ])('is found: %j in %s', (said, language, problems) => {
    const found = problemsOf(english, said, language);
    expect(found).toHaveLength(problems.length);
    for (const [n, problem] of problems.entries()) expect(found[n]).toMatch(problem);
  });
});
