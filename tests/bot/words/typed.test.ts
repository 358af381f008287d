import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCommand, listedCommands } from '#domain/hearing/acts/commands.ts';
import { controlsIn } from '#domain/hearing/acts/controls.ts';
import { OTHERS } from '#domain/hearing/acts/otherLanguages.ts';
import { hearByNames } from '#domain/hearing/byNames.ts';
import { SPOKEN } from '#words/languages.ts';

const WORDS = join(import.meta.dirname, '..', '..', '..', 'bot', 'words');
/** What stands between quotation marks of any language. */
const QUOTED = /[“„«「"](?:[ \u00a0\u202f])?([^“”„«»「」"{}]+?)(?:[ \u00a0\u202f])?[”“»」"]/g;
const LANGUAGES = SPOKEN.filter((language) => language !== 'en');

function* sentencesIn(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else for (const [key, one] of Object.entries(value as object)) yield* sentencesIn(one, `${path}.${key}`);
}
const sentencesOf = (language: string, file: string) =>
  new Map(sentencesIn(JSON.parse(readFileSync(join(WORDS, language, file), 'utf8'))));
const quotedIn = (text = ''): string[] => [...text.matchAll(QUOTED)].map(([, quoted = '']) => quoted);

/** What the bot makes of a few typed words, all that it takes for more than an answer. */
const heard = (text: string): string => {
  const command =
    findCommand(text)?.name ?? (hearByNames(text, undefined).acts[0] === 'greeting' ? 'hello' : '');
  return [command, ...controlsIn(text)]
    .filter((one) => one !== '')
    .sort()
    .join(' ');
};

describe.each(LANGUAGES)('what one is told to type in %s', (language) => {
  it.each(['acts.json', 'bot.json', 'enrolment.json', 'search.json', 'parting.json'])(
    'is heard as what one is told to type in English: %s',
    (file) => {
      const theirs = sentencesOf(language, file);
      const wrong = [...sentencesOf('en', file)].flatMap(([key, english]) => {
        const asked = quotedIn(english).map(heard);
        const said = quotedIn(theirs.get(key));
        return asked.flatMap((meant, n) =>
          meant === '' ||
          heard(said[n] ?? '')
            .split(' ')
            .some((one) => meant.split(' ').includes(one))
            ? []
            : [`${key}: “${quotedIn(english)[n]}” is ${meant}, “${said[n]}” is ${heard(said[n] ?? '')}`],
        );
      });
      expect(wrong).toEqual([]);
    },
  );

  it('is shown in help and the manifest, and heard', () => {
    const shown = listedCommands(language);
    expect(shown.map(({ title }) => title)).toEqual(
      listedCommands().map(
        ({ description }) => OTHERS[language]?.commands[description.split('.')[1] ?? '']?.[0],
      ),
    );
    for (const { title, description } of shown)
      expect(heard(title).split(' '), title).toContain(description.split('.')[1]);
  });

  it('also works as it stands on the buttons', () => {
    const { button } = JSON.parse(readFileSync(join(WORDS, language, 'enrolment.json'), 'utf8'));
    for (const name of ['skip', 'back', 'why', 'stop', 'goOn', 'restart', 'help', 'profile'])
      expect(controlsIn(button[name]), button[name]).toContain(name);
  });
});

it('reads what stands in quotation marks', () => {
  expect(quotedIn('Sagen Sie „Hilfe“ oder « aide », 「ヘルプ」 or “help”.')).toEqual([
    ...['Hilfe', 'aide', 'ヘルプ', 'help'],
  ]);
  expect(readdirSync(WORDS)).toContain('en');
});
