import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#bot/config.ts';
import { TABLES } from '#usecases/story/ports.ts';
import { type Bicep, readBicep } from './bicep.ts';
import { safetyProblems } from './safety.ts';
import { PUBLISHED, typeProblems } from './types.ts';

const MAIN = 'infra/azure/main.bicep';
const WATCH = 'infra/azure/watch.bicep';
const read = (path: string): string => readFileSync(path, 'utf8');
const main = read(MAIN);

/** What App Service takes for itself, and the SDK of Azure. */
const OF_THE_PLATFORM = [
  'AZURE_CLIENT_ID',
  'SCM_DO_BUILD_DURING_DEPLOYMENT',
  'WEBSITES_CONTAINER_STOP_TIME_LIMIT',
  'WEBSITE_RUN_FROM_PACKAGE',
];

function settingsIn({ resources }: Bicep): string[] {
  const config = resources.find(({ type }) => type.startsWith('Microsoft.Web/sites/config@'));
  const properties = config?.body.find(({ name }) => name === 'properties')?.value;
  return properties?.kind === 'object' ? properties.properties.map(({ name = '' }) => name) : [];
}

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
  }
  return [];
}

describe('the Bicep, read offline', () => {
  it.each([MAIN, WATCH])(
    'of %s has no wrong syntax, and every type and property of it is published',
    async (file) => {
      expect(typeProblems(await readBicep(read(file)))).toEqual([]);
    },
  );

  it('has no known type that nobody uses', async () => {
    const used = (await Promise.all([MAIN, WATCH].map((file) => readBicep(read(file))))).flatMap(
      ({ resources }) => resources.map(({ type }) => type),
    );
    expect(Object.keys(PUBLISHED).sort()).toEqual([...new Set(used)].sort());
  });

  it.each<[fault: string, from: string | RegExp, to: string, found: string]>([
    [
      'a brace that is missing',
      "  name: '${name}-plan'\n",
      "  name: '${name}-plan' {\n",
      'The syntax is wrong.',
    ],
    ['a type that there is not', 'Microsoft.Web/serverfarms@', 'Microsoft.Web/serverFarm@', 'is not known'],
    ['another API version', 'sites@2024-11-01', 'sites@2034-11-01', 'sites@2034-11-01 is not known'],
    ['a misspelt property', 'httpsOnly: true', 'httpOnly: true', 'properties has no httpOnly'],
    ['a property one level too high', 'alwaysOn: true', "'always-on': true", 'siteConfig has no always-on'],
    ['a property that is missing', "  kind: 'StorageV2'\n", '', 'storageAccounts@2025-01-01 lacks kind'],
    ['a word for a switch', 'httpsOnly: true', "httpsOnly: 'yes'", 'httpsOnly must be a boolean'],
    [
      'a value that there is not',
      "ftpsState: 'Disabled'",
      "ftpsState: 'Off'",
      'must be one of AllAllowed|FtpsOnly',
    ],
    ['one thing for a list', /rules: \[/, 'rules: {\n } //', 'rules must be a list'],
    [
      'a kind that there is not',
      "channelName: 'MsTeamsChannel'",
      "channelName: 'Teams'",
      'none of the known kinds',
    ],
    ['a number for an object', /sku: \{\n {4}name: 'F0'\n {2}\}/, 'sku: 5', 'sku must be an object'],
  ])('finds %s', async (_fault, from, to, found) => {
    const planted = main.replace(from, to);
    expect(planted).not.toBe(main);
    expect(typeProblems(await readBicep(planted)).join('\n')).toContain(found);
  });
});

describe('the Bicep', () => {
  it('is as safe as it was', async () => {
    expect(safetyProblems(await readBicep(main))).toEqual([]);
  });

  it.each<[fault: string, from: string | RegExp, to: string]>([
    ['keys of storage', 'allowSharedKeyAccess: false', 'allowSharedKeyAccess: true'],
    ['blobs for anybody', 'allowBlobPublicAccess: false', 'allowBlobPublicAccess: true'],
    ['plain http', 'httpsOnly: true', 'httpsOnly: false'],
    ['an old TLS', "minTlsVersion: '1.2'", "minTlsVersion: '1.0'"],
    ['an app that falls asleep', 'alwaysOn: true', 'alwaysOn: false'],
    ['no probe', "healthCheckPath: '/readyz'", "healthCheckPath: '/'"],
    ['npm between the signal and the app', "'node index.js'", "'npm run serve'"],
    [
      'a password for deployments',
      /name: 'scm'\n {2}properties: \{\n {4}allow: false/,
      "name: 'scm'\n  properties: {\n    allow: true",
    ],
    ['a bot of many tenants', "msaAppType: 'SingleTenant'", "msaAppType: 'MultiTenant'"],
    ['a bot whose name is taken', /kind: 'azurebot'/, "kind: 'azurebot'\n  //"],
    ['a role for somebody else', /principalId: identity\.properties\.principalId/, 'principalId: appId'],
    [
      'storage that anybody deletes',
      'scope: storage\n  properties: {\n    level',
      'scope: plan\n  properties: {\n    level',
    ],
    ['the key of pseudonyms in plain', /PSEUDONYM_KEY: .*/, 'PSEUDONYM_KEY: pseudonymKey'],
    [
      'a key among others in plain',
      "HEARING_OPENAI_KEY: empty(hearingOpenAiKey)\n      ? ''",
      'HEARING_OPENAI_KEY: empty(hearingOpenAiKey)\n      ? hearingOpenAiKey',
    ],
    ['two hosts', "PUBLIC_URL: 'https://${host}'", "PUBLIC_URL: 'https://${unique}.azurewebsites.net'"],
  ])('with %s is noticed', async (fault, from, to) => {
    const planted = fault.includes('name is taken')
      ? main.replace(/name: unique(?=\n {2}location: 'global')/, "name: '${name}-bot'")
      : main.replace(from, to);
    expect(planted).not.toBe(main);
    expect(safetyProblems(await readBicep(planted))).not.toEqual([]);
  });

  it('gives the server every setting it asks for, under the same names, and none that nobody reads', async () => {
    const given = settingsIn(await readBicep(main));
    const asked = problemsOf({}).map((problem) => problem.split(':')[0] ?? '');
    expect(asked.length).toBeGreaterThan(8);
    expect(given).toEqual(expect.arrayContaining([...asked, 'TEAMS_CATALOG_APP_ID', 'PSEUDONYM_KEY']));
    expect(given).not.toContain('BOT_APP_PASSWORD');
    const config = read('bot/config.ts');
    expect(given.filter((name) => !config.includes(name)).sort()).toEqual(OF_THE_PLATFORM);
  });

  it('makes the tables and queues that the server uses, by their names', () => {
    const listed = [...main.matchAll(/for (?:table|queue) in \[(.*)\]/g)].map(([, names = '']) =>
      [...names.matchAll(/'([\w-]+)'/g)].map(([, name]) => name),
    );
    const [, queue = ''] = /name = '([\w-]+)'/.exec(read('bot/storage/queue.ts')) ?? [];
    expect(listed).toEqual([[...TABLES], [queue, `${queue}-poison`]]);
  });

  it('gets every parameter that has no default, and none that there is not; its module too', async () => {
    const [bicep, watch] = [await readBicep(main), await readBicep(read(WATCH))];
    const wanted = ({ params }: Bicep) =>
      params
        .filter(({ isRequired }) => isRequired)
        .map(({ name }) => name)
        .sort();
    const { parameters } = JSON.parse(read('infra/azure/main.parameters.json')) as { parameters: object };
    const declared = bicep.params.map(({ name }) => name);
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(wanted(bicep)));
    expect(declared).toEqual(expect.arrayContaining(Object.keys(parameters)));
    expect(bicep.modules).toEqual([{ path: 'watch.bicep', params: expect.any(Array) }]);
    expect(bicep.modules[0]?.params.toSorted()).toEqual(wanted(watch));
  });

  it('calls what all of Azure shares a name by a unique one, as short as each may be', () => {
    expect(main).toContain("var unique = '${name}${uniqueString(resourceGroup().id)}'");
    // uniqueString has 13 letters, the prefix at most 11: 24, the most a storage account may have.
    expect(main).toMatch(/@maxLength\(11\)\nparam name string/);
    expect(main).toContain('name: take(toLower(unique), 24)');
  });

  it('has one host for links, bot, manifest and alerts: the site’s own, or the one that is named', () => {
    expect(main).toContain('var host = empty(publicHost) ? app.properties.defaultHostName : publicHost');
    for (const uses of [
      "PUBLIC_URL: 'https://${host}'",
      "endpoint: 'https://${host}/api/messages'",
      'output TAB_DOMAIN string = host',
      '    host: host\n',
    ])
      expect(main).toContain(uses);
    expect(main).not.toContain('azurewebsites.net');
  });

  it('raises its alerts by what the server really says', () => {
    const said = globSync('bot/**/*.ts').map(read).join('\n');
    const asked = [...read(WATCH).matchAll(/query: '(.*)'/g)].flatMap(([, query = '']) => [
      ...[...query.matchAll(/(?:msg == |msg in \(|, )"([^"]+)"/g)].map(([, words = '']) => words),
    ]);
    expect(asked).toHaveLength(5);
    for (const words of asked) expect(said, words).toContain(`'${words}'`);
  });
});
