import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { guidOf } from '#tests/guid.ts';
import { credentialFor, trust } from '../../../infra/azure/trust.mjs';

const ids = { appId: guidOf('app'), tenantId: guidOf('tenant'), principalId: guidOf('identity') };
const wanted = credentialFor(ids);

/** An `az` that knows these credentials of the application, and remembers what it was told to write. */
function anAz(found: object[]) {
  const written: unknown[] = [];
  const az = vi.fn((args: string[], folder: string) => {
    if (args.includes('list')) return JSON.stringify(found);
    const file = args.find((arg) => arg.startsWith('@'))?.slice(1) ?? '';
    written.push(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return '';
  });
  return { az, written, verbs: () => az.mock.calls.map(([args]) => args[3]) };
}

it('names the tenant as issuer, the identity as subject, and the audience of exchanges', () => {
  expect(wanted).toMatchObject({
    issuer: `https://login.microsoftonline.com/${ids.tenantId}/v2.0`,
    subject: ids.principalId,
    audiences: ['api://AzureADTokenExchange'],
  });
});

it('makes the credential where there is none, beside those of others', () => {
  const { az, written, verbs } = anAz([{ ...wanted, name: 'somebody-else' }]);
  expect(trust(ids, az)).toBe('made');
  expect(verbs()).toEqual(['list', 'create']);
  expect(written).toEqual([wanted]);
});

it('leaves it alone when it is right, and corrects it when the identity is another', () => {
  const right = anAz([{ ...wanted, id: 'x', description: null }]);
  expect(trust(ids, right.az)).toBe('there');
  expect(right.verbs()).toEqual(['list']);
  const other = anAz([{ ...wanted, subject: guidOf('the identity before') }]);
  expect(trust(ids, other.az)).toBe('corrected');
  expect(other.verbs()).toEqual(['list', 'update']);
  expect(other.written).toEqual([wanted]);
});

it('asks nobody without the ids, gives no argument that a shell would cut, and lets complaints out', () => {
  const { az } = anAz([]);
  for (const name of Object.keys(ids)) expect(() => trust({ ...ids, [name]: '' }, az)).toThrow(name);
  expect(az).not.toHaveBeenCalled();
  trust(ids, az);
  for (const [args] of az.mock.calls) for (const arg of args) expect(arg).toMatch(/^[\w@.:/-]+$/);
  expect(() =>
    trust(ids, () => {
      throw new Error('Insufficient privileges');
    }),
  ).toThrow('Insufficient privileges');
});
