import { describe, expect, it } from 'vitest';
import { type ConfigError, readConfig } from '#bot/config.ts';
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
    ['the id of the catalogue where the app was published', 'c'],
    ['the id of the manifest where it was not', ''],
  ])('lead links to %s', (_what, letter) => {
    const catalogue = letter && `${letter.repeat(8)}-0000-4000-8000-000000000000`;
    const config = readConfig({ ...PRODUCTION, TEAMS_CATALOG_APP_ID: catalogue });
    expect(config.teamsAppId).toBe(catalogue || PRODUCTION.TEAMS_APP_ID);
  });

  it('name everything that is missing at once', () => {
    expect(problemsOf({}).length).toBeGreaterThanOrEqual(8);
  });

  it.each([
    ['an empty bot id', { BOT_APP_ID: '' }, 'BOT_APP_ID'],
    ['a multi-tenant bot', { BOT_APP_TYPE: 'MultiTenant' }, 'BOT_APP_TYPE'],
    ['a single-tenant bot without its secret', { BOT_APP_TYPE: 'SingleTenant' }, 'BOT_APP_PASSWORD'],
    ['an address without https', { PUBLIC_URL: 'http://turntable.example.com' }, 'PUBLIC_URL'],
    ['tables on this machine', { STORAGE_TABLES_URL: 'https://127.0.0.1:10002' }, 'STORAGE_TABLES_URL'],
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
});
