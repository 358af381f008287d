import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { listedCommands } from '#domain/hearing/commands.ts';
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

  it('asks for single sign-on, meeting events and nothing more', () => {
    const found = manifest() as unknown as {
      permissions: string[];
      authorization: { permissions: { resourceSpecific: { name: string }[] } };
    };
    expect(found.permissions).toEqual(['identity', 'messageTeamMembers']);
    expect(found.authorization.permissions.resourceSpecific.map(({ name }) => name)).toEqual([
      'OnlineMeeting.ReadBasic.Chat',
      'ChannelMeeting.ReadBasic.Group',
    ]);
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
    };
    const { id, resource } = (
      manifest() as unknown as { webApplicationInfo: { id: string; resource: string } }
    ).webApplicationInfo;
    expect([app.appId, app.identifierUris]).toEqual([id, [resource]]);
    expect(app.api.requestedAccessTokenVersion).toBe(2);
    expect(app.api.oauth2PermissionScopes.map(({ value }) => value)).toEqual(['access_as_user']);
    expect(app.appRoles.map(({ value }) => value)).toEqual(['Champion', 'Sponsor']);
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

  it('gives the server every setting it reads, and starts the production entry', () => {
    const bicep = read('infra/azure/main.bicep');
    const required = ['PUBLIC_URL', 'STORAGE_TABLES_URL', 'STORAGE_QUEUES_URL', 'TENANT_ID', 'TAB_CLIENT_ID'];
    const bot = ['BOT_APP_ID', 'BOT_APP_TYPE', 'BOT_APP_PASSWORD', 'TEAMS_APP_ID', 'PSEUDONYM_KEY'];
    for (const name of [...required, ...bot]) expect(bicep).toContain(`name: '${name}'`);
    expect(bicep).toContain("appCommandLine: 'npm run serve'");
  });
});
