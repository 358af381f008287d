/** The languages of the app's own words in Teams: name, descriptions, tabs, commands (`localizationInfo`). */

export interface Localised {
  localizationInfo?: {
    defaultLanguageTag: string;
    defaultLanguageFile?: string;
    additionalLanguages?: { languageTag: string; file: string }[];
  };
}

/** A file of one language: `name.short` or `bots[0].commandLists[0].commands[3].title` to its words. */
export type Words = Record<string, string>;

/** Microsoft's limits (MicrosoftTeams.Localization.schema.json of v1.29), by the end of a name. */
const MOST: [end: RegExp, length: number][] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/\.commands\[\d+\]\.title$/, 128],
  [/\.commands\[\d+\]\.description$/, 4000],
  [/^staticTabs\[\d+\]\.name$/, 128],
];

/** Where the words stand that a language says in its own way, and the words themselves. */
function translatable(value: unknown, path = ''): Words {
  if (typeof value === 'string') return MOST.some(([end]) => end.test(path)) ? { [path]: value } : {};
  if (typeof value !== 'object' || value === null) return {};
  const parts = Object.entries(value).map(([name, inside]) => {
    const step = Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name;
    return translatable(inside, step);
  });
  return Object.assign({}, ...parts) as Words;
}

/** The files of languages that a manifest names. */
export const languageFiles = ({ localizationInfo }: Localised): string[] => [
  ...(localizationInfo?.defaultLanguageFile ? [localizationInfo.defaultLanguageFile] : []),
  ...(localizationInfo?.additionalLanguages ?? []).map(({ file }) => file),
];

/** What is wrong with the languages of a package, one sentence each: every one says everything, and no more. */
export function languageProblems(manifest: Localised, files: Record<string, Words | undefined>): string[] {
  const wanted = Object.keys(translatable(manifest));
  const tags = (manifest.localizationInfo?.additionalLanguages ?? []).map(({ languageTag }) => languageTag);
  const twice = tags.filter(
    (tag, n) => tags.indexOf(tag) !== n || tag === manifest.localizationInfo?.defaultLanguageTag,
  );
  return [
    ...twice.map((tag) => `${tag} is named twice.`),
    ...languageFiles(manifest).flatMap((file) => {
      const words = files[file];
      if (!words) return [`${file} is missing.`];
      const said = Object.entries(words).filter(([name]) => name !== '$schema');
      return [
        ...wanted.filter((name) => !words[name]).map((name) => `${file} does not say ${name}.`),
        ...said
          .filter(([name]) => !wanted.includes(name))
          .map(([name]) => `${file} says ${name}, which nobody asks for.`),
        ...said.filter(isTooLong).map(([name, text]) => `${name} of ${file} is too long (${text.length}).`),
      ];
    }),
  ];
}

const isTooLong = ([name, text]: [string, string]): boolean =>
  text.length > (MOST.find(([end]) => end.test(name))?.[1] ?? Number.POSITIVE_INFINITY);
