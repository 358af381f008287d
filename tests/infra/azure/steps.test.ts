import { readdirSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readBicep } from './bicep.ts';
import { stepProblems, variablesOf } from './steps.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const azure = read('teamsapp.yml');
const local = read('teamsapp.local.yml');
const ENV = 'infra/env';
/** Of whoever deploys; they stay on their machine. */
const SECRETS = ['SECRET_PSEUDONYM_KEY'];

interface Step {
  uses: string;
  with: Record<string, unknown>;
}
const stepsIn = (text: string, stage: string): Step[] =>
  (parse(text) as Record<string, Step[] | undefined>)[stage] ?? [];

describe('the steps of the toolkit', () => {
  it.each([
    ['teamsapp.yml', azure],
    ['teamsapp.local.yml', local],
  ])('in %s are of its schema', (name, text) => {
    expect(stepProblems(text)).toEqual([]);
    expect(text, name).toContain('/v1.11/yaml.schema.json');
  });

  it.each<[fault: string, from: string | RegExp, to: string, found: string]>([
    ['an old version, which knows no service principal', 'version: v1.11', 'version: v1.9', 'must be v1.11'],
    [
      'an action that there is not',
      'uses: arm/deploy',
      'uses: arm/deployment',
      'arm/deployment is not known',
    ],
    [
      'a misspelt word',
      'generateServicePrincipal',
      'generateServicePrinciple',
      'has no generateServicePrinciple',
    ],
    ['a word that is missing', '      signInAudience: AzureADMyOrg\n', '', 'lacks signInAudience'],
    ['an audience that there is not', 'AzureADMyOrg', 'MyOrg', 'signInAudience must be'],
    [
      'a yes in words',
      'generateServicePrincipal: true',
      "generateServicePrincipal: 'true'",
      'must be boolean',
    ],
    ['a secret that is kept nowhere', 'generateClientSecret: false', 'generateClientSecret: true', ''],
    ['a variable in small letters', 'teamsAppId: TEAMS_APP_ID', 'teamsAppId: teamsAppId', 'must be NAME'],
    ['a stage that there is not', '\ndeploy:', '\ndeployment:', 'There is no deployment'],
    ['no YAML', 'provision:', 'provision: [', ''],
  ])('are refused with %s', (_fault, from, to, found) => {
    const planted = azure.replace(from, to);
    expect(planted).not.toBe(azure);
    const problems = stepProblems(planted);
    expect(problems).not.toEqual([]);
    expect(problems.join('\n')).toContain(found);
  });

  it('are refused when a secret would be written as if it were none', () => {
    const planted = local.replace('clientSecret: SECRET_APP_PASSWORD', 'clientSecret: APP_PASSWORD');
    expect(stepProblems(planted).join()).toContain('clientSecret must be SECRET');
  });

  it('make a service principal and no secret, then what trusts the server, then the manifest of the application', () => {
    const steps = stepsIn(azure, 'provision');
    const order = ['teamsApp/create', 'aadApp/create', 'arm/deploy', 'script', 'aadApp/update'];
    expect(steps.map(({ uses }) => uses).slice(0, order.length)).toEqual(order);
    expect(steps[1]?.with).toMatchObject({ generateClientSecret: false, generateServicePrincipal: true });
    expect(steps[3]?.with.run).toBe(
      'node infra/azure/trust.mjs ${{APP_ID}} ${{TENANT_ID}} ${{IDENTITY_PRINCIPAL_ID}}',
    );
    expect(azure).not.toContain('PASSWORD');
  });

  it('send the bundle of the server and nothing beside it', () => {
    const deploy = stepsIn(azure, 'deploy');
    expect(deploy.map(({ uses }) => uses)).toEqual([
      'cli/runNpmCommand',
      'cli/runNpmCommand',
      'azureAppService/zipDeploy',
    ]);
    expect(deploy[1]?.with.args).toBe('run build');
    expect(deploy[2]?.with.artifactFolder).toBe('dist/server');
  });

  it('read only what an earlier step, the Bicep or the environment gives', async () => {
    const { outputs } = await readBicep(read('infra/azure/main.bicep'));
    const others = ['appPackage/manifest.json', 'infra/azure/aad.manifest.json'].map(read);
    const given = (name: string) => Object.keys(parseEnv(read(`${ENV}/.env.${name}`)));
    const wanted = (files: string[], known: string[]) =>
      files.flatMap((text) => variablesOf(text).read).filter((name) => !known.includes(name));
    const forAzure = [...variablesOf(azure).written, ...outputs, ...given('dev'), ...SECRETS];
    expect(wanted([azure, ...others, read('infra/azure/main.parameters.json')], forAzure)).toEqual([]);
    const forLocal = [...variablesOf(local).written, ...given('local'), ...SECRETS];
    expect(wanted([local, ...others], forLocal)).toEqual([]);
  });
});

describe('the environments', () => {
  it('are two, and hold neither a secret nor anybody’s id', () => {
    const files = readdirSync(ENV).filter((name) => !name.endsWith('.user'));
    expect(files.sort()).toEqual(['.env.dev', '.env.local']);
    for (const file of files) {
      const { TEAMSFX_ENV, ...values } = parseEnv(read(`${ENV}/${file}`));
      expect(file).toBe(`.env.${TEAMSFX_ENV}`);
      expect(new Set(Object.values(values)), file).toEqual(new Set(['']));
      expect(
        Object.keys(values).filter((name) => name.startsWith('SECRET')),
        file,
      ).toEqual([]);
    }
  });

  it('keep secrets out of git', () => {
    expect(read('.gitignore')).toMatch(/^infra\/env\/\.env\.\*\.user$/m);
  });

  it('name what the steps write, and nothing that nobody reads', async () => {
    const { outputs } = await readBicep(read('infra/azure/main.bicep'));
    const named = (name: string) => Object.keys(parseEnv(read(`${ENV}/.env.${name}`)));
    expect(named('dev')).toEqual(expect.arrayContaining([...variablesOf(azure).written, ...outputs]));
    const known = [
      ...[azure, local, 'infra/azure/main.parameters.json']
        .map((text) => (text.endsWith('.json') ? read(text) : text))
        .flatMap((text) => Object.values(variablesOf(text)).flat()),
      ...outputs,
      'TEAMSFX_ENV',
    ];
    for (const name of ['dev', 'local'])
      expect(named(name).filter((one) => !known.includes(one))).toEqual([]);
  });
});
