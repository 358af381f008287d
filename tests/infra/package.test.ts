import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { ConfigError, readConfig } from '#bot/config.ts';
import { listedCommands } from '#domain/hearing/acts/commands.ts';
import { wordsFor } from '#words/words.ts';
import { manifestProblems, resolveManifest } from '../../infra/manifest.ts';
import { buildPackage, EXAMPLE_ENV } from '../../infra/package.ts';

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
    expect(Object.keys(zip).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(new TextDecoder().decode(zip['manifest.json'])).not.toContain('${{');
  });

  it('is refused without an id, with a sentence', () => {
    expect(() => resolveManifest(read('appPackage/manifest.json'), {})).toThrow(/TEAMS_APP_ID is not set/);
  });

  it('is refused with a team scope but without channel features', async () => {
    const { supportsChannelFeatures, ...rest } = manifest();
    expect(supportsChannelFeatures).toBe('tier1');
    expect(await manifestProblems(rest as ReturnType<typeof manifest>, icons)).toContain(
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

  it('asks for single sign-on, meetings with who is in them, in chats and channels, and nothing more', () => {
    const found = manifest() as unknown as {
      permissions: string[];
      authorization: { permissions: { resourceSpecific: { name: string; type: string }[] } };
    };
    expect(found.permissions).toEqual(['identity', 'messageTeamMembers']);
    const asked = found.authorization.permissions.resourceSpecific;
    // Start, end and planned times; then getMeetingParticipant, by which a meeting is claimed.
    expect(asked).toEqual(
      [
        'OnlineMeeting.ReadBasic.Chat',
        'OnlineMeetingParticipant.Read.Chat',
        'ChannelMeeting.ReadBasic.Group',
        'ChannelMeetingParticipant.Read.Group',
      ].map((name) => ({ name, type: 'Application' })),
    );
  });
});

describe('the Entra application', () => {
  it('is one with the manifest: same id, same resource, tokens of version 2, the roles the server knows', () => {
    const text = read('infra/azure/aad.manifest.json');
    const app = resolveManifest(text, { ...EXAMPLE_ENV, APP_OBJECT_ID: EXAMPLE_ENV.APP_ID }) as unknown as {
      appId: string;
      identifierUris: string[];
      api: { requestedAccessTokenVersion: number; oauth2PermissionScopes: { value: string }[] };
      appRoles: { value: string }[];
      optionalClaims: { accessToken: { name: string }[] };
    };
    const { id, resource } = (
      manifest() as unknown as { webApplicationInfo: { id: string; resource: string } }
    ).webApplicationInfo;
    expect([app.appId, app.identifierUris]).toEqual([id, [resource]]);
    expect(app.api.requestedAccessTokenVersion).toBe(2);
    expect(app.api.oauth2PermissionScopes.map(({ value }) => value)).toEqual(['access_as_user']);
    expect(app.appRoles.map(({ value }) => value)).toEqual(['Champion', 'Sponsor']);
    // Beside the sign-in name, which is in every token: the two may differ.
    expect(app.optionalClaims.accessToken.map(({ name }) => name)).toEqual(['email']);
  });
});

describe('the Bicep', () => {
  const parse = async (text: string) => {
    await Parser.init();
    const path = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
    const parser = new Parser();
    parser.setLanguage(await Language.load(path));
    return parser.parse(text)?.rootNode;
  };

  it('has no syntax error, and the check would see one', async () => {
    expect((await parse(read('infra/azure/main.bicep')))?.hasError).toBe(false);
    expect((await parse('param name strng =\nresource x {\n'))?.hasError).toBe(true);
  });

  /** Names of what the Bicep sets for the server. */
  const settings = (): string[] => {
    const [, inside = ''] = /appSettings: \[([\s\S]*?)\n {6}\]/.exec(read('infra/azure/main.bicep')) ?? [];
    return [...inside.matchAll(/name: '(\w+)'/g)].map(([, name = '']) => name);
  };

  it('gives the server every setting it asks for, under the same names, and starts the production entry', () => {
    const asked = problemsOf({}).map((problem) => problem.split(':')[0] ?? '');
    expect(asked.length).toBeGreaterThan(8);
    expect(settings()).toEqual(
      expect.arrayContaining([...asked, 'BOT_APP_PASSWORD', 'TEAMS_CATALOG_APP_ID']),
    );
    expect(read('infra/azure/main.bicep')).toContain("appCommandLine: 'node bot/index.ts'");
  });

  it('sets nothing that nobody reads', () => {
    const readByServer = settings().filter((name) => read('bot/config.ts').includes(name));
    // The SDK of Azure takes this one by itself.
    expect(settings()).toEqual(expect.arrayContaining(readByServer));
    expect(settings().filter((name) => !readByServer.includes(name))).toEqual(['AZURE_CLIENT_ID']);
  });

  it('gets every parameter that has no default, and no other', () => {
    const declared = [...read('infra/azure/main.bicep').matchAll(/^param (\w+) \w+( = .*)?$/gm)];
    const wanted = declared.filter(([, , byDefault]) => !byDefault).map(([, name]) => name);
    const { parameters } = JSON.parse(read('infra/azure/main.parameters.json')) as { parameters: object };
    expect(Object.keys(parameters).sort()).toEqual(wanted.sort());
  });

  it('calls what all of Azure shares a name by a unique one, as short as each may be', () => {
    const bicep = read('infra/azure/main.bicep');
    const nameOf = (type: string) =>
      new RegExp(`'${type}@[^']*' = \\{(?:\\s*//.*)?\\s*name: (.+)`).exec(bicep)?.[1];
    expect(bicep).toContain("var unique = '${name}${uniqueString(resourceGroup().id)}'");
    // uniqueString has 13 letters, the prefix at most 11: 24, the most a storage account may have.
    expect(bicep).toMatch(/@maxLength\(11\)\nparam name string/);
    expect(nameOf('Microsoft.Storage/storageAccounts')).toBe('take(toLower(unique), 24)');
    for (const type of ['Microsoft.Web/sites', 'Microsoft.BotService/botServices'])
      expect(nameOf(type), type).toBe('unique');
  });
});

describe('the steps of a provision', () => {
  const steps = () => read('teamsapp.yml');

  it('make a service principal, without which the bot can answer nobody', () => {
    expect(steps()).toMatch(
      /uses: aadApp\/create[\s\S]*?generateServicePrincipal: true[\s\S]*?uses: arm\/deploy/,
    );
    // The first version of the schema that knows it.
    expect(steps()).toMatch(/^version: v1\.11$/m);
    expect(steps()).toContain('v1.11/yaml.schema.json');
  });

  it('write before they read: every placeholder is an output of an earlier step or a setting of the environment', () => {
    const bicep = read('infra/azure/main.bicep');
    const outputs = [...bicep.matchAll(/^output (\w+) /gm)].map(([, name]) => name);
    const written = [...steps().matchAll(/^ {6}\w+: ([A-Z][A-Z_]+)$/gm)].map(([, name]) => name);
    const ofAdmin = [
      'AZURE_SUBSCRIPTION_ID',
      'AZURE_RESOURCE_GROUP_NAME',
      'RESOURCE_PREFIX',
      'SECRET_PSEUDONYM_KEY',
    ];
    const known = new Set([...outputs, ...written, ...ofAdmin, 'TEAMSFX_ENV']);
    const files = ['teamsapp.yml', 'appPackage/manifest.json', 'infra/azure/aad.manifest.json'];
    for (const file of [...files, 'infra/azure/main.parameters.json'])
      for (const [, name = ''] of read(file).matchAll(/\$\{\{(\w+)\}\}/g))
        expect(known.has(name), `${name} in ${file}`).toBe(true);
  });
});

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
  }
  return [];
}
