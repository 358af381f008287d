import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tokenVerifier } from '#api/http/auth.ts';
import { createServer } from '#api/http/server.ts';
import { ALL_ROUTES } from '#api/routes/index.ts';
import { readConfig } from '#bot/config.ts';
import { PRODUCTION } from '#tests/bot/production.ts';
import { aContext } from '#tests/fakes/context.ts';

const config = readConfig(PRODUCTION);
const served = async (change: Partial<ReturnType<typeof aContext>> = {}) =>
  createServer({
    ctx: aContext(change),
    verify: tokenVerifier(config.tab),
    routes: ALL_ROUTES,
    tabsDir: `${process.cwd()}/tabs/dist`,
    tabConfig: {
      clientId: config.tab.clientId,
      initiateLoginEndpoint: 'https://x.example/',
      teamsAppId: config.teamsAppId,
    },
  });

describe('the headers under the production configuration', () => {
  it.each(['/tabs/index.html', '/tabs/panel.html', '/api/me', '/healthz', '/nowhere'])(
    'hold for %s',
    async (url) => {
      const server = await served();
      const { headers } = await server.inject({ url });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toMatch(
        /frame-ancestors 'self' https:\/\/teams\.microsoft\.com .*https:\/\/\*\.cloud\.microsoft .*https:\/\/outlook\.office365\.com/,
      );
      expect(policy).not.toContain('localhost');
      expect(headers['x-frame-options']).toBeUndefined();
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['strict-transport-security']).toContain('max-age=');
      expect(headers['referrer-policy']).toBe('no-referrer');
      await server.close();
    },
  );

  it('let the pages of the tabs run: no inline script, no event handler in the markup', () => {
    for (const page of readdirSync('tabs/dist').filter((name) => name.endsWith('.html'))) {
      const html = readFileSync(`tabs/dist/${page}`, 'utf8');
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
      expect(html).not.toMatch(/\son\w+=/);
    }
  });
});

describe('what browsers load', () => {
  const script = readdirSync('tabs/dist/assets').find((name) => name.endsWith('.js')) ?? '';

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('to whoever takes %s goes as %s, packed before, and is kept for good', async (accepted, encoding) => {
    const server = await served();
    const url = `/tabs/assets/${script}`;
    const answer = await server.inject({ url, headers: { 'accept-encoding': accepted } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.headers['content-type']).toContain('javascript');
    const end = encoding ? `.${encoding.replace('gzip', 'gz')}` : '';
    expect(answer.rawPayload).toEqual(readFileSync(`tabs/dist/assets/${script}${end}`));
    await server.close();
  });
});

describe('the pages that the manifest names', () => {
  it.each(['contentUrl', 'websiteUrl', 'privacyUrl', 'termsOfUseUrl'])('are served: %s', async (name) => {
    const manifest = readFileSync('appPackage/manifest.json', 'utf8');
    const server = await served();
    const urls = [
      ...manifest.matchAll(new RegExp(`"${name}": "https://\\$\\{\\{TAB_DOMAIN\\}\\}([^"]+)"`, 'g')),
    ].map(([, url = '']) => url);
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect((await server.inject({ url })).statusCode, url).toBe(200);
    await server.close();
  });
});

describe('the accessibility statement', () => {
  it('is served whole, as the page that the tests hold to what is true', async () => {
    const server = await served();
    const { statusCode, body } = await server.inject({ url: '/tabs/accessibility.html' });
    expect(statusCode).toBe(200);
    const statement = readFileSync('infra/azure/ACCESSIBILITY.md', 'utf8');
    const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const shown = body.slice(body.indexOf('<main>')).replace(/<[^>]+>/g, ' ');
    expect(wordsIn(shown)).toEqual(wordsIn(statement));
    expect(body).toContain('<h1>Accessibility statement</h1>');
    expect(body.match(/<tr><td>/g)?.length).toBe(statement.match(/^\| (?!what \||---)/gm)?.length);
    expect(body.match(/<li>/g)?.length).toBe(statement.match(/^- /gm)?.length);
    await server.close();
  });
});

describe('the production entry', () => {
  const start = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['bot/index.ts'], {
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    });

  it('names what is missing and stops', () => {
    const { status, stderr } = start({});
    expect(status).toBe(2);
    expect(stderr).toContain('Turntable cannot start:');
    expect(stderr).toContain('BOT_APP_ID');
  });

  it('refuses a local setting and stops', () => {
    const { status, stderr } = start({
      ...PRODUCTION,
      STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('STORAGE_CONNECTION_STRING is a local setting');
  });
});

describe('what anybody may ask', () => {
  it('is alive, and ready only when tables and queue answer', async () => {
    const server = await served();
    expect((await server.inject({ url: '/healthz' })).statusCode).toBe(200);
    expect((await server.inject({ url: '/readyz' })).statusCode).toBe(200);
    await server.close();
    const { tables } = aContext();
    tables.isReady = async () => false;
    const broken = await served({ tables });
    const answer = await broken.inject({ url: '/readyz' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({ tables: false, queue: true });
    expect((await broken.inject({ url: '/healthz' })).statusCode).toBe(200);
    await broken.close();
  });

  it('asks for a token on every route of the API', async () => {
    const server = await served();
    for (const { method, path, name } of ALL_ROUTES) {
      const answer = await server.inject({ method: method as 'GET', url: path.replace(/:\w+/g, 'x') });
      expect(answer.statusCode, name).toBe(401);
    }
    await server.close();
  });
});
