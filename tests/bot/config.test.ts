import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type ConfigError, readConfig } from '#bot/config.ts';
import { BOT_APP_ID, CLIENT_ID, TEAMS_APP_ID, TENANT_ID } from '#local/teams/tenant.ts';
import { guidOf } from '#tests/guid.ts';
import { PRODUCTION } from './production.ts';

const problemsOf = (env: Record<string, string | undefined>): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

describe('the production settings', () => {
  it('are read when complete', () => {
    const config = readConfig(PRODUCTION);
    expect(config.tab.issuer).toBe(`https://login.microsoftonline.com/${PRODUCTION.TENANT_ID}/v2.0`);
    expect(config.serviceUrls.every((url) => url.startsWith('https://smba.'))).toBe(true);
  });

  it.each([
    ['the id of the catalogue where the app was published', guidOf('catalogue')],
    ['the id of the manifest where it was not', ''],
  ])('lead links to %s', (_what, catalogue) => {
    const config = readConfig({ ...PRODUCTION, TEAMS_CATALOG_APP_ID: catalogue });
    expect(config.teamsAppId).toBe(catalogue || PRODUCTION.TEAMS_APP_ID);
  });

  it('name everything that is missing at once', () => {
    expect(problemsOf({}).length).toBeGreaterThanOrEqual(8);
  });

  it('of App Service say that its front end stands before the server', () => {
    expect(readConfig(PRODUCTION).hasFrontEnd).toBe(false);
    expect(readConfig({ ...PRODUCTION, WEBSITE_INSTANCE_ID: 'a1b2' }).hasFrontEnd).toBe(true);
  });

  it('take an address with or without the slash at its end', () => {
    expect(
      readConfig({ ...PRODUCTION, PUBLIC_URL: 'https://turntable-q7x2.azurewebsites.net/' }).publicUrl,
    ).toBe(PRODUCTION.PUBLIC_URL);
  });

  it.each([
    ['the ids of the local Teams', TENANT_ID],
    ['the client of the local Teams', CLIENT_ID],
    ['the bot of the local Teams', BOT_APP_ID],
    ['the app of the local Teams', TEAMS_APP_ID],
    ['nobody’s id', '00000000-0000-0000-0000-000000000000'],
    ['the highest id', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'],
    ['an id of ones', '11111111-1111-1111-1111-111111111111'],
    ['a placeholder', '${{TENANT_ID}}'],
    ['a gap to be filled', '<your-tenant-id>'],
    ['a note to oneself', 'TODO'],
    ['a pattern', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'],
    ['the id of our own sentence', '8a1c2b54-6f0d-4f2e-8f6a-3b7d5e9c1f20'],
    ...[
      '00000000-0000-0000-0000-000000000001',
      '11111111-2222-3333-4444-555555555555',
      '12345678-1234-1234-1234-123456789012',
      '01234567-89ab-cdef-0123-456789abcdef',
      'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
      'aaaabbbb-0000-cccc-1111-dddd2222eeee',
      'deadbeef-1a2b-4c3d-8e9f-0617a5b4c3d2',
    ].map((id) => ['an id of documentation', id]),
  ])('refuse %s everywhere', (_what, id) => {
    for (const name of ['TENANT_ID', 'TAB_CLIENT_ID', 'BOT_APP_ID', 'TEAMS_APP_ID'])
      expect(problemsOf({ ...PRODUCTION, [name]: id }).join(), name).toMatch(
        new RegExp(`^${name}: (?:must|is) .*\\.$`),
      );
  });

  it.each([
    'http://turntable-q7x2.azurewebsites.net',
    'https://localhost',
    'https://localhost.',
    'https://a.localhost',
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f.1',
    'https://0.0.0.0',
    'https://10.1.2.3',
    'https://172.16.0.1',
    'https://192.168.1.1',
    'https://169.254.169.254',
    'https://[::1]',
    'https://[::]',
    'https://[::ffff:127.0.0.1]',
    'https://[::ffff:a9fe:a9fe]',
    'https://[fe80::1]',
    'https://[fd00::1]',
    'https://user:pw@turntable-q7x2.azurewebsites.net',
    'https://user@turntable-q7x2.azurewebsites.net',
    'https://@turntable-q7x2.azurewebsites.net',
    'https://turntable-q7x2.azurewebsites.net/app',
    'https://turntable-q7x2.azurewebsites.net//',
    'https://turntable-q7x2.azurewebsites.net?x=1',
    'https://turntable-q7x2.azurewebsites.net#top',
    'https://turntable-q7x2.azurewebsites.net:8443',
    'https://turntable',
    'https://printer.local',
    'https://turntable-q7x2.azurewebsites.net ',
    'https://turntable-q7x2.azurewebsites.net.',
    'ftp://turntable-q7x2.azurewebsites.net',
    'turntable-q7x2.azurewebsites.net',
    '',
  ])('refuse the address "%s" with a sentence of what would be right', (address) => {
    for (const name of ['PUBLIC_URL', 'STORAGE_TABLES_URL', 'STORAGE_QUEUES_URL'])
      expect(problemsOf({ ...PRODUCTION, [name]: address }).join(), name).toMatch(
        new RegExp(`^${name}: must .*\\.$`),
      );
  });

  it.each([
    ['32 blanks', ' '.repeat(32)],
    ['one sign', 'k'.repeat(64)],
    ['a few signs again and again', 'abcdefgh'.repeat(8)],
    ['a placeholder', '${{SECRET_PSEUDONYM_KEY}}-and-some-more-text'],
    ['words with blanks', 'a long sentence that somebody typed here'],
    ['too little', 'Zk3v9Qw7Lr2xTb8N'],
    ['a word again and again', 'changeme-changeme-changeme-changeme'],
    ['a reference that nothing resolved', '@Microsoft.KeyVault(SecretUri=https://v.example/secrets/key)'],
    ['a gap to be filled', '<your-random-key-of-32-characters>'],
    ['a note to oneself', 'TODO_put_a_long_random_key_in_here'],
    ['a word to be replaced', 'changeme-8fK2mQ9zL4vX7nB1cR6tW3pD'],
    ['signs counted up', '0123456789abcdef-0123456789abcdef'],
    ['a command that nothing ran', '$(openssl_rand_-hex_32)aaaaaaaaaaa'],
  ])('refuse %s as a key', (_what, key) => {
    expect(problemsOf({ ...PRODUCTION, PSEUDONYM_KEY: key }).join()).toMatch(/^PSEUDONYM_KEY: must .*\.$/);
  });

  it.each([
    'https://<your-app>.azurewebsites.net',
    'https://your-app.azurewebsites.net',
    'https://changeme.table.core.windows.net',
    'https://xxxx.azurewebsites.net',
  ])('refuse the address %s of a template', (address) => {
    expect(problemsOf({ ...PRODUCTION, PUBLIC_URL: address })).toEqual([
      'PUBLIC_URL: must be your own address, not a placeholder.',
    ]);
  });

  it.each([
    ...['https://turntable.example.com', 'https://example.org/', 'https://TURNTABLE.example.net'],
    'https://turntable.example',
  ])('refuse the address %s, which only stands in examples', (address) => {
    expect(problemsOf({ ...PRODUCTION, PUBLIC_URL: address })).toEqual([
      'PUBLIC_URL: must be your own address, not one that only stands in examples.',
    ]);
  });

  it.each(['https://turntable.example.com.example-industries.com', 'https://turntable.myexample.com'])(
    'take the address %s',
    (address) => {
      expect(problemsOf({ ...PRODUCTION, PUBLIC_URL: address })).toEqual([]);
    },
  );

  it('take every id and secret that chance makes', () => {
    for (let n = 0; n < 500; n++) {
      expect(problemsOf({ ...PRODUCTION, TENANT_ID: guidOf(`tenant ${n}`) })).toEqual([]);
      const key = createHash('sha256').update(`${n}`).digest('base64');
      expect(problemsOf({ ...PRODUCTION, PSEUDONYM_KEY: key, BOT_APP_PASSWORD: key })).toEqual([]);
    }
  });

  it('take one proof of who the bot is: an identity, or where there is none a password', () => {
    const single = { ...PRODUCTION, BOT_APP_TYPE: 'SingleTenant' };
    const identity = { BOT_IDENTITY_CLIENT_ID: guidOf('identity') };
    const password = { BOT_APP_PASSWORD: 'Rk8v3Qw7Lr2xTb8Nf5Hs' };
    expect(readConfig({ ...single, ...identity, BOT_APP_PASSWORD: '' }).bot).toMatchObject({
      ...{ appType: 'SingleTenant', password: '', identityClientId: guidOf('identity') },
    });
    expect(readConfig({ ...single, ...password, BOT_IDENTITY_CLIENT_ID: '' }).bot).toMatchObject({
      ...{ password: password.BOT_APP_PASSWORD, identityClientId: '' },
    });
    expect(problemsOf(single).join()).toMatch(/^BOT_IDENTITY_CLIENT_ID: is needed/);
    expect(problemsOf({ ...single, ...identity, ...password }).join()).toMatch(/^BOT_APP_PASSWORD: must not/);
  });

  it('refuse blanks as the bot’s password', () => {
    const change = { BOT_APP_TYPE: 'SingleTenant', BOT_APP_PASSWORD: '   ' };
    expect(problemsOf({ ...PRODUCTION, ...change })).toHaveLength(1);
  });

  it.each([
    ['an empty bot id', { BOT_APP_ID: '' }, 'BOT_APP_ID'],
    ['a multi-tenant bot', { BOT_APP_TYPE: 'MultiTenant' }, 'BOT_APP_TYPE'],
    ['a bot that proves nothing', { BOT_APP_TYPE: 'SingleTenant' }, 'BOT_IDENTITY_CLIENT_ID'],
    ['an identity that is none', { BOT_IDENTITY_CLIENT_ID: 'turntable-identity' }, 'BOT_IDENTITY_CLIENT_ID'],
    ['an address without https', { PUBLIC_URL: 'http://turntable-q7x2.azurewebsites.net' }, 'PUBLIC_URL'],
    ['tables on this machine', { STORAGE_TABLES_URL: 'https://127.0.0.1:10002' }, 'STORAGE_TABLES_URL'],
    ['people kept for a week', { RETENTION_DAYS: '7' }, 'RETENTION_DAYS'],
    ['people kept for ever', { RETENTION_DAYS: '9999' }, 'RETENTION_DAYS'],
    ['people kept for a year in words', { RETENTION_DAYS: 'a year' }, 'RETENTION_DAYS'],
    ['a short pseudonym key', { PSEUDONYM_KEY: 'short' }, 'PSEUDONYM_KEY'],
    [
      'a connection string',
      { STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true' },
      'STORAGE_CONNECTION_STRING',
    ],
    [
      'a local issuer of bot tokens',
      { BOT_OPENID_METADATA_URL: 'http://localhost/x' },
      'BOT_OPENID_METADATA_URL',
    ],
    ['a local issuer of tab tokens', { TAB_ISSUER: 'http://localhost/x' }, 'TAB_ISSUER'],
    ['connectors of its own', { SERVICE_URLS: 'http://localhost/' }, 'SERVICE_URLS'],
  ])('refuse %s with a sentence', (_what, change, name) => {
    const problems = problemsOf({ ...PRODUCTION, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it('hear by meaning in this house alone, unless they say otherwise', () => {
    expect(readConfig(PRODUCTION).hearing).toEqual({ byMeaning: true });
    const nothing = { HEARING: '', HEARING_OPENAI_ENDPOINT: '', HEARING_OPENAI_DEPLOYMENT: '' };
    expect(readConfig({ ...PRODUCTION, ...nothing }).hearing).toEqual({ byMeaning: true });
    const openAi = { endpoint: 'https://contoso.openai.azure.com', deployment: 'topics', key: '' };
    const named = { HEARING_OPENAI_ENDPOINT: openAi.endpoint, HEARING_OPENAI_DEPLOYMENT: 'topics' };
    expect(readConfig({ ...PRODUCTION, ...named, HEARING: 'names' }).hearing).toEqual({
      byMeaning: false,
      openAi,
    });
  });

  it('tell an Application Insights of their own, by their identity, and nobody unless one is set', () => {
    for (const none of [{}, { APPLICATIONINSIGHTS_CONNECTION_STRING: ' ' }])
      expect(readConfig({ ...PRODUCTION, ...none }).insights).toBeUndefined();
    const endpoint = 'https://westeurope-5.in.applicationinsights.azure.com/';
    const connectionString = `InstrumentationKey=${guidOf('insights')};IngestionEndpoint=${endpoint}`;
    const env = { ...PRODUCTION, APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString };
    expect(readConfig(env).insights).toEqual({ connectionString, endpoint, hasIdentity: true });
  });

  it.each([
    ['without an endpoint', `InstrumentationKey=${guidOf('insights')}`],
    ['to somebody else', `InstrumentationKey=${guidOf('insights')};IngestionEndpoint=https://x.example.org/`],
    [
      'without TLS',
      `InstrumentationKey=${guidOf('insights')};IngestionEndpoint=http://a.in.applicationinsights.azure.com/`,
    ],
    ['without a key', 'IngestionEndpoint=https://a.in.applicationinsights.azure.com/'],
    ['as a reference', '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/insights)'],
  ])('refuse a connection to Application Insights %s with a sentence', (_wrong, connection) => {
    const problems = problemsOf({ ...PRODUCTION, APPLICATIONINSIGHTS_CONNECTION_STRING: connection });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^APPLICATIONINSIGHTS_CONNECTION_STRING: must be the connection string/);
  });

  it.each([
    ['HEARING', { HEARING: 'some' }],
    [
      'HEARING_OPENAI_ENDPOINT',
      { HEARING_OPENAI_ENDPOINT: 'https://api.example.com', HEARING_OPENAI_DEPLOYMENT: 'a' },
    ],
    ['HEARING_OPENAI_DEPLOYMENT', { HEARING_OPENAI_ENDPOINT: 'https://contoso.openai.azure.com' }],
    ['HEARING_OPENAI_DEPLOYMENT', { HEARING_OPENAI_DEPLOYMENT: 'topics' }],
    [
      'HEARING_OPENAI_DEPLOYMENT',
      { HEARING_OPENAI_ENDPOINT: 'https://contoso.openai.azure.com', HEARING_OPENAI_DEPLOYMENT: '../x' },
    ],
    ['HEARING_OPENAI_KEY', { HEARING_OPENAI_KEY: '@Microsoft.KeyVault(SecretUri=https://v.example/k)' }],
  ])('refuse a wrong %s with a sentence', (name, change) => {
    expect(problemsOf({ ...PRODUCTION, ...change }).join()).toContain(name);
  });

  it.each([
    ['PORT', '0x50'],
    ['PORT', '1e3'],
    ['PORT', '70000'],
    ['STORAGE_TABLES_URL', 'https://turntable.queue.core.windows.net'],
    ['STORAGE_QUEUES_URL', 'https://turntable.table.core.windows.net'],
    ['BOT_APP_PASSWORD', '${{SECRET_BOT_PASSWORD}}'],
    ['BOT_APP_PASSWORD', '<your bot password>'],
    ['BOT_APP_PASSWORD', '@Microsoft.KeyVault(SecretUri=https://v.example/secrets/bot)'],
  ])('refuse %s "%s"', (name, value) => {
    expect(problemsOf({ ...PRODUCTION, [name]: value }).join()).toMatch(new RegExp(`^${name}: (?:must|is) `));
  });
});
