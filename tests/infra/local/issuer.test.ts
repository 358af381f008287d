import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { TooEarly, tokenVerifier } from '#api/http/auth.ts';
import type { Flaw } from '#local/contract.ts';
import { localConfig } from '#local/process/config.ts';
import { PEOPLE } from '#local/teams/people.ts';
import { BOT_APP_ID } from '#local/teams/tenant.ts';
import { type ATeams, aTeams } from './aTeams.ts';

let local: ATeams;
const folders: string[] = [];
beforeAll(async () => {
  local = await aTeams();
});
afterAll(() => local.stop());
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const verifier = () =>
  tokenVerifier(
    localConfig({
      url: local.teams.url,
      appPort: 1,
      issuerUrl: local.teams.issuer.url,
      connectionString: '',
      serviceUrls: [],
      botSecret: '',
      pseudonymKey: '',
    }).tab,
  );

it('mints tab tokens that the product takes, with roles, for every person', async () => {
  const verify = verifier();
  for (const person of PEOPLE) {
    const { body } = (await local.ask('tokens', { person: person.key })) as { body: { token: string } };
    expect(await verify(`Bearer ${body.token}`)).toEqual({
      directoryId: person.directoryId,
      mail: person.mail,
      signInName: person.signInName,
      name: person.name,
      roles: person.roles,
    });
  }
});

it('signs by a clock that is ahead: one minute is forgiven, five are not, and are called by their name', async () => {
  const verify = verifier();
  const token = async () => {
    const { body } = (await local.ask('tokens', { person: 'clara' })) as { body: { token: string } };
    return `Bearer ${body.token}`;
  };
  await local.ask('conditions', { tokensAheadS: 60 });
  expect(await verify(await token())).toMatchObject({ name: 'Clara Exampleton' });
  await local.ask('conditions', { tokensAheadS: 300 });
  await expect(verify(await token())).rejects.toBeInstanceOf(TooEarly);
  await local.ask('conditions', { tokensAheadS: 0 });
  expect(await verify(await token())).toMatchObject({ name: 'Clara Exampleton' });
});

it('gives the six of the story an ASCII address that is also their sign-in name', () => {
  const six = PEOPLE.slice(0, 6);
  expect(six.map(({ signInName }) => signInName)).toEqual(six.map(({ mail }) => mail));
  expect(six.map(({ mail }) => mail)).toEqual([
    'clara.exampleton@turntable.example',
    'diego.muestra@turntable.example',
    'aisha.specimen@turntable.example',
    'meera.namoona@turntable.example',
    'noor.prove@turntable.example',
    'gabriel.exemple@turntable.example',
  ]);
});

it('knows somebody who signs in under another name, somebody without mail, and a guest', () => {
  const [silvia, otto, gasta] = PEOPLE.slice(6);
  expect(silvia).toMatchObject({
    mail: 's.tranger@turntable.example',
    signInName: 'st4711@turntable.example',
  });
  expect(silvia?.name).toBe('Tranger, Silvia (HR-DE)');
  expect(otto?.mail).toBe('');
  expect(gasta?.signInName).toMatch(/#EXT#/);
  expect(gasta?.mail).toMatch(/@partner\.example$/);
});

const FLAWS: Flaw[] = ['expired', 'audience', 'tenant', 'issuer', 'scope', 'key', 'unsigned'];
it.each(FLAWS)('mints tokens with the flaw %s that the product refuses', async (flaw) => {
  const { body } = (await local.ask('tokens', { person: 'clara', flaw })) as { body: { token: string } };
  expect(await verifier()(`Bearer ${body.token}`)).toBeUndefined();
});

it('gives the connector token to the bot alone', async () => {
  const ask = (body: object) =>
    fetch(`${local.teams.issuer.url}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const given = await ask({ client_id: BOT_APP_ID, client_secret: local.teams.issuer.botSecret });
  const { access_token } = (await given.json()) as { access_token: string };
  expect(await local.teams.issuer.isBot(`Bearer ${access_token}`)).toBe(true);
  expect((await ask({ client_id: BOT_APP_ID, client_secret: 'guess' })).status).toBe(401);
  expect((await ask({})).status).toBe(401);
});

it('does not take a tab token or a channel token for the bot', async () => {
  const { issuer } = local.teams;
  const clara = PEOPLE[0] as (typeof PEOPLE)[number];
  expect(await issuer.isBot(`Bearer ${(await issuer.tabToken(clara)).token}`)).toBe(false);
  expect(await issuer.isBot(`Bearer ${await issuer.channelToken('http://localhost/')}`)).toBe(false);
  expect(await issuer.isBot(undefined)).toBe(false);
});

it('keeps its key over a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'issuer-'));
  folders.push(dataDir);
  const first = await aTeams({ dataDir });
  const second = await aTeams({ dataDir });
  expect(second.teams.issuer.jwk.n).toBe(first.teams.issuer.jwk.n);
  await Promise.all([first.stop(), second.stop()]);
});
