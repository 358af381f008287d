import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bom, billOfMaterials, licenceProblems, shippedOf } from '../../infra/sbom.ts';

let bom: Bom;
beforeAll(() => {
  bom = billOfMaterials();
});

const names = (): Set<string> => new Set(bom.components.map(({ name }) => name));

describe('the bill of materials', () => {
  it('is CycloneDX, and names every package that a deployment carries, with its hash', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { dev?: true; optional?: true; peer?: true; version: string }>;
    };
    const carried = Object.entries(packages)
      .filter(([path, { dev, optional, peer }]) => path && !dev && !optional && !peer)
      .map(([path, { version }]) => `${path.split('node_modules/').at(-1)} ${version}`);
    const listed = bom.components.map(({ name, version }) => `${name} ${version}`);
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
    expect(bom.metadata.component.name).toBe('turntable');
    expect(carried.length).toBeGreaterThan(80);
    expect(listed).toEqual(expect.arrayContaining(carried));
    expect(bom.components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
  });

  it('names what the tabs are built of, and nothing that only builds or tests', () => {
    for (const name of [
      'react',
      'react-dom',
      '@fluentui/react-components',
      '@microsoft/teams-js',
      'scheduler',
    ])
      expect(names(), name).toContain(name);
    for (const name of ['vitest', 'azurite', 'playwright', 'vite']) expect(names()).not.toContain(name);
  });

  it('refers only to what it lists', () => {
    const refs = new Set([bom.metadata.component['bom-ref'], ...bom.components.map((one) => one['bom-ref'])]);
    for (const { ref, dependsOn } of bom.dependencies)
      for (const one of [ref, ...dependsOn]) expect(refs, one).toContain(one);
  });
});

describe('the licences', () => {
  it('of all that is shipped are among those that ask nothing of an organisation', () => {
    expect(licenceProblems(bom)).toEqual([]);
  });

  it.each([
    ['one that asks more', [{ license: { id: 'AGPL-3.0-only' } }], 'under AGPL-3.0-only'],
    ['none', undefined, 'no licence that it names'],
  ])('are refused with %s, wherever it hides', (_, licenses, found) => {
    const all: Bom = {
      ...bom,
      components: ['a', 'b', 'c'].map((name) => ({
        'bom-ref': `${name}@1.0.0`,
        name,
        version: '1.0.0',
        ...(name === 'b' ? licenses && { licenses } : { licenses: [{ license: { id: 'MIT' } }] }),
      })),
      dependencies: [
        { ref: bom.metadata.component['bom-ref'], dependsOn: ['a@1.0.0', 'c@1.0.0'] },
        { ref: 'a@1.0.0', dependsOn: ['b@1.0.0'] },
        { ref: 'c@1.0.0', dependsOn: [] },
      ],
    };
    const lock = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`node_modules/${name}`, { version: '1.0.0', dev: true as const }]),
    );
    const shipped = shippedOf(all, lock, ['a']);
    expect(shipped.components.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(licenceProblems(shipped).join()).toContain(found);
  });
});
