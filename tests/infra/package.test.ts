import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { listedCommands } from '#domain/hearing/acts/commands.ts';
import { SPOKEN } from '#words/languages.ts';
import { wordsFor } from '#words/words.ts';
import { languageFiles, languageProblems, type Words } from '../../infra/localisation.ts';
import { manifestProblems, resolveManifest } from '../../infra/manifest.ts';
import { buildPackage, EXAMPLE_ENV } from '../../infra/package.ts';
import { type EntraApp, entraProblems } from './azure/entra.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const icons = {
  'color.png': readFileSync('appPackage/color.png'),
  'outline.png': readFileSync('appPackage/outline.png'),
};
const manifest = () => resolveManifest(read('appPackage/manifest.json'), EXAMPLE_ENV);

describe('the app package', () => {
  it('is valid against the schema and the rules of the upload', async () => {
    expect(await manifestProblems(manifest(), icons)).toEqual([]);
  });

  it('carries manifest and icons at the root of the zip', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'turntable-')), 'app.zip');
    await buildPackage(EXAMPLE_ENV, file);
    const zip = unzipSync(readFileSync(file));
    const parts = ['color.png', 'manifest.json', 'outline.png', ...languageFiles(manifest())];
    expect(Object.keys(zip).sort()).toEqual(parts.sort());
    expect(new TextDecoder().decode(zip['manifest.json'])).not.toContain('${{');
  });

  it('is the same to the byte, whenever it is made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'turntable-'));
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T08:00:00') });
    await buildPackage(EXAMPLE_ENV, join(folder, 'one.zip'));
    vi.setSystemTime(new Date('2027-09-01T20:00:00'));
    await buildPackage(EXAMPLE_ENV, join(folder, 'two.zip'));
    vi.useRealTimers();
    expect(readFileSync(join(folder, 'one.zip')).equals(readFileSync(join(folder, 'two.zip')))).toBe(true);
  });

  it('is refused without an id, with a sentence', () => {
    expect(() => resolveManifest(read('appPackage/manifest.json'), {})).toThrow(/TEAMS_APP_ID is not set/);
  });

  it('is refused with a team scope but without channel features', async () => {
    const one = manifest();
    const [bot] = one.bots;
    const inTeams = { ...one, bots: [{ ...bot, scopes: ['personal', 'team'] }] };
    expect(await manifestProblems(inTeams as typeof one, icons)).toContain(
      'supportsChannelFeatures must be "tier1" because a part has the team scope.',
    );
  });

  it('is refused with a tab on a foreign host, a missing or a wrong icon, or an unknown property', async () => {
    const foreign = { ...manifest(), validDomains: ['other.example.com'] };
    expect((await manifestProblems(foreign, icons)).join()).toContain('validDomains does not list');
    expect((await manifestProblems(manifest(), { 'color.png': icons['color.png'] })).join()).toContain(
      'outline.png is missing',
    );
    const swapped = { 'color.png': icons['outline.png'], 'outline.png': icons['color.png'] };
    expect(await manifestProblems(manifest(), swapped)).toHaveLength(3);
    expect(await manifestProblems({ ...manifest(), surprise: 1 }, icons)).not.toEqual([]);
  });

  it('lists the commands that the bot hears, in the same words', () => {
    const { bots } = manifest() as unknown as { bots: { commandLists: { commands: object[] }[] }[] };
    expect(bots[0]?.commandLists[0]?.commands).toEqual(
      listedCommands().map(({ title, description }) => ({ title, description: wordsFor('en')(description) })),
    );
  });

  it('asks for single sign-on and for meetings with who is in them, in their chats, and nothing more', () => {
    const found = manifest() as unknown as {
      permissions: string[];
      authorization: { permissions: { resourceSpecific: { name: string; type: string }[] } };
    };
    expect(found.permissions).toEqual(['identity']);
    const asked = found.authorization.permissions.resourceSpecific;
    // Start, end and planned times; then getMeetingParticipant, by which a meeting is claimed.
    expect(asked).toEqual(
      ['OnlineMeeting.ReadBasic.Chat', 'OnlineMeetingParticipant.Read.Chat'].map((name) => ({
        name,
        type: 'Application',
      })),
    );
  });
});

describe('the languages of the package', () => {
  const languages = (...named: [tag: string, file: string][]) => ({
    ...manifest(),
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: named.map(([languageTag, file]) => ({ languageTag, file })),
    },
  });
  /** Everything that a language has to say, as the manifest's own language says it. */
  const all = (): Words => {
    const { name, description, staticTabs, bots } = manifest() as unknown as {
      name: Words;
      description: Words;
      staticTabs: { name?: string }[];
      bots: { commandLists: { commands: Words[] }[] }[];
    };
    const commands = bots[0]?.commandLists[0]?.commands ?? [];
    const under = (path: string, words: Words): Words =>
      Object.fromEntries(Object.entries(words).map(([key, text]) => [`${path}.${key}`, text]));
    return Object.assign(
      { ...under('name', name), ...under('description', description) },
      ...staticTabs.map((tab, n) => (tab.name ? { [`staticTabs[${n}].name`]: tab.name } : {})),
      ...commands.map((command, n) => under(`bots[0].commandLists[0].commands[${n}]`, command)),
    ) as Words;
  };

  it('are as the manifest names them', () => {
    const own = manifest();
    const files = languageFiles(own).map((file) => [file, JSON.parse(read(`appPackage/${file}`))]);
    expect(languageProblems(own, Object.fromEntries(files))).toEqual([]);
  });

  it.each(SPOKEN.filter((language) => language !== 'en'))(
    'list in %s the commands that the bot hears, in the same words',
    (language) => {
      const words = JSON.parse(read(`appPackage/${language}.json`)) as Words;
      for (const [n, { title, description }] of listedCommands(language).entries()) {
        const at = `bots[0].commandLists[0].commands[${n}]`;
        expect([words[`${at}.title`], words[`${at}.description`]]).toEqual([
          title,
          wordsFor(language)(description),
        ]);
      }
    },
  );

  it('are right when each says everything', () => {
    expect(languageProblems(languages(['de', 'de.json']), { 'de.json': all() })).toEqual([]);
  });

  it.each<[fault: string, files: () => Record<string, Words>, found: string]>([
    ['no file', () => ({}), 'de.json is missing'],
    [
      'nothing said of a command',
      () => ({ 'de.json': without(all(), /commands\[3\]\.title$/) }),
      'does not say bots[0]',
    ],
    ['words that nobody asks for', () => ({ 'de.json': { ...all(), 'name.long': 'x' } }), 'says name.long'],
    [
      'a name that Teams cuts',
      () => ({ 'de.json': { ...all(), 'name.short': 'x'.repeat(31) } }),
      'name.short of de.json is too long',
    ],
  ])('are refused with %s', (_fault, files, found) => {
    expect(languageProblems(languages(['de', 'de.json']), files()).join()).toContain(found);
  });

  it('are refused with one language twice', () => {
    const files = { 'de.json': all(), 'en.json': all() };
    expect(languageProblems(languages(['de', 'de.json'], ['en', 'en.json']), files)).toEqual([
      'en is named twice.',
    ]);
  });

  it('go with the version of package.json', () => {
    expect(manifest().version).toBe((JSON.parse(read('package.json')) as { version: string }).version);
  });
});

const without = (words: Words, name: RegExp): Words =>
  Object.fromEntries(Object.entries(words).filter(([key]) => !name.test(key)));

describe('the Entra application', () => {
  const web = () =>
    (manifest() as unknown as { webApplicationInfo: { id: string; resource: string } }).webApplicationInfo;
  const app = (change?: (app: EntraApp) => unknown): EntraApp => {
    const text = read('infra/azure/aad.manifest.json');
    const filled = resolveManifest(text, { ...EXAMPLE_ENV, APP_OBJECT_ID: EXAMPLE_ENV.APP_ID });
    const found = filled as unknown as EntraApp;
    change?.(found);
    return found;
  };

  it('is one with the manifest, known to every client of Teams, Outlook and Microsoft 365', () => {
    expect(entraProblems(app(), web())).toEqual([]);
  });

  it.each<[fault: string, change: (app: EntraApp) => unknown, found: string]>([
    [
      'people of any tenant',
      (one) => Object.assign(one, { signInAudience: 'AzureADMultipleOrgs' }),
      'other tenants',
    ],
    ['another id', (one) => Object.assign(one, { appId: 'x' }), 'another application'],
    ['another resource', (one) => one.identifierUris.push('api://x'), 'another resource'],
    ['old tokens', (one) => Object.assign(one.api, { requestedAccessTokenVersion: null }), 'version 1'],
    ['no scope', (one) => Object.assign(one.api, { oauth2PermissionScopes: [] }), 'access_as_user'],
    ['a role less', (one) => one.appRoles.pop(), 'Its roles must be'],
    [
      'a role for programs',
      (one) => one.appRoles[0]?.allowedMemberTypes.push('Application'),
      'for people alone',
    ],
    ['no address in its tokens', (one) => one.optionalClaims.accessToken.shift(), 'must say email and upn'],
    ['one id twice', (one) => Object.assign(one.appRoles[0] ?? {}, { id: one.appRoles[1]?.id }), 'one id'],
    ['a client less', (one) => one.api.preAuthorizedApplications.pop(), 'Outlook on the phone may not'],
    [
      'a client without the scope',
      (one) => one.api.preAuthorizedApplications[0]?.delegatedPermissionIds.pop(),
      'Teams on desktop',
    ],
    [
      'a stranger',
      (one) => one.api.preAuthorizedApplications.push({ appId: 'x', delegatedPermissionIds: [] }),
      'nobody knows',
    ],
  ])('is refused with %s', (_fault, change, found) => {
    expect(entraProblems(app(change), web()).join('\n')).toContain(found);
  });
});
