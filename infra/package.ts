/** `npm run package [-- --env FILE]`: the Teams app zip with placeholders filled in, refused unless valid. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { zipSync } from 'fflate';
import { languageFiles, languageProblems, type Words } from './localisation.ts';
import { manifestProblems, resolveManifest } from './manifest.ts';

/** Plainly invented values, so that the package can be made and looked at before anything is provisioned. */
export const EXAMPLE_ENV = {
  TEAMS_APP_ID: '5d3f8f0e-52a4-4c0b-9a67-0d6a2f3c9b10',
  APP_ID: '8a1c2b54-6f0d-4f2e-8f6a-3b7d5e9c1f20',
  TAB_DOMAIN: 'turntable.example.com',
};

/** What a zip calls the beginning of time: the same files make the same bytes, whenever. */
const NO_TIME = new Date(1980, 0, 1);

/** Builds the package into `outFile`. Throws with every problem when the manifest or an icon is not right. */
export async function buildPackage(env: Record<string, string | undefined>, outFile: string): Promise<void> {
  const folder = join(import.meta.dirname, '..', 'appPackage');
  const icons = {
    'color.png': readFileSync(join(folder, 'color.png')),
    'outline.png': readFileSync(join(folder, 'outline.png')),
  };
  const manifest = resolveManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'), env);
  const languages = languageFiles(manifest).filter((file) => existsSync(join(folder, file)));
  const texts = Object.fromEntries(languages.map((file) => [file, readFileSync(join(folder, file))]));
  const words = Object.fromEntries(
    languages.map((file) => [file, JSON.parse(`${texts[file]}`) as Words | undefined]),
  );
  const problems = [...(await manifestProblems(manifest, icons)), ...languageProblems(manifest, words)];
  if (problems.length > 0)
    throw new Error(`The app package is not valid:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  mkdirSync(join(outFile, '..'), { recursive: true });
  writeFileSync(outFile, zipSync({ 'manifest.json': text, ...icons, ...texts }, { mtime: NO_TIME }));
}

if (import.meta.main) {
  const at = process.argv.indexOf('--env');
  const file = at > 0 ? process.argv[at + 1] : undefined;
  const env = file ? parseEnv(readFileSync(file, 'utf8')) : EXAMPLE_ENV;
  const outFile = join(import.meta.dirname, '..', 'dist', 'turntable.zip');
  await buildPackage(env, outFile);
  process.stdout.write(`${outFile}${file ? '' : ' (example ids; name your own with --env FILE)'}\n`);
}
