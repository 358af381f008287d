import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '#domain/basics/ids.ts';
import type { ContactPerson } from '#domain/cohorts/contactPerson.ts';
import { NOTHING_SAID } from '#domain/people/said.ts';
import { emptyProfile } from '#domain/profile/profile.ts';
import { HANA } from '#tests/bot/aContactIn.ts';
import { aPaired, aPerson, type PairWorld, PILOT } from '#tests/bot/pairWorld.ts';
import { listContactsFor } from '#usecases/cohorts/contactFor.ts';
import { personOf } from '#usecases/people/people.ts';
import { Partition } from '#usecases/story/partition.ts';

/** Clara and Aisha are a pair; Ruth is the contact of the pilot, Samuel stands in. */
let world: PairWorld;
let ruth: PersonId;
let samuel: PersonId;

beforeEach(async () => {
  world = await aPaired();
  const { ctx } = world;
  ruth = await aPerson(ctx, 'Ruth Beispiel', emptyProfile('UTC', ['en']));
  samuel = await aPerson(ctx, 'Samuel Voorbeeld', emptyProfile('UTC', ['en']));
  const rows = await Partition.openCohort(ctx, PILOT, ['contact']);
  const value = rows.find('contact', HANA)?.value as ContactPerson;
  rows.remove('contact', HANA);
  rows.create('contact', ruth, value);
  rows.create('contact', samuel, { ...value, seat: 'standIn' });
  await rows.commit();
});

const at = (person: PersonId) => ({ cohort: PILOT, person });
const forWhom = async (person: PersonId) => (await listContactsFor(world.ctx, at(person)))[0]?.person;

/** `above` is whom `person` reports to, as their champion says. */
async function reports(person: PersonId, above: PersonId): Promise<void> {
  const rows = await Partition.open(world.ctx, 'people', person);
  const by = world.diego;
  const said = { ...NOTHING_SAID, manager: above, by, at: '2026-11-20T09:00:00.000Z' as never, source: '' };
  rows.put('said', PILOT, said);
  await rows.commit();
}
async function changeContact(person: PersonId, change: Partial<ContactPerson>): Promise<void> {
  const rows = await Partition.openCohort(world.ctx, PILOT, ['contact']);
  rows.put('contact', person, { ...(rows.find('contact', person)?.value as ContactPerson), ...change });
  await rows.commit();
}

describe('whom somebody can turn to', () => {
  it('is the contact, by name, and then the stand-in', async () => {
    expect(await listContactsFor(world.ctx, at(world.clara))).toMatchObject([
      { person: ruth, name: 'Ruth Beispiel', mail: 'ruth@turntable.example' },
      { person: samuel, name: 'Samuel Voorbeeld' },
    ]);
    expect(await forWhom(world.aisha)).toBe(ruth);
  });

  it.each(['asked', 'declined', 'released'] as const)('is nobody who only is %s', async (state) => {
    await changeContact(ruth, { state });
    expect(await forWhom(world.clara)).toBe(samuel);
  });

  it('is called as Teams calls them, by the sign-in name where it is another than the mail', async () => {
    const account = { directoryId: 'oid-ruth', mail: 'ruth@turntable.example', name: 'Ruth Beispiel' };
    await personOf(world.ctx, { ...account, signInName: 'u0815@turntable.example' });
    expect(await listContactsFor(world.ctx, at(world.clara))).toMatchObject([
      { person: ruth, mail: 'u0815@turntable.example' },
      { person: samuel, mail: 'samuel@turntable.example' },
    ]);
  });

  it('is nobody above the person, however far', async () => {
    await reports(world.clara, world.diego);
    await reports(world.diego, ruth);
    expect(await forWhom(world.clara)).toBe(samuel);
  });

  it('is nobody above the partner', async () => {
    await reports(world.aisha, ruth);
    expect(await forWhom(world.clara)).toBe(samuel);
    await reports(world.clara, samuel);
    expect(await forWhom(world.clara)).toBeUndefined();
    expect(await forWhom(world.diego)).toBe(ruth);
  });

  it('is nobody who reports to the person or to a partner, however far', async () => {
    await reports(ruth, world.diego);
    await reports(world.diego, world.aisha);
    expect(await forWhom(world.clara)).toBe(samuel);
    expect(await forWhom(world.aisha)).toBe(samuel);
    expect(await forWhom(world.diego)).toBe(samuel);
    const other = await aPerson(world.ctx, 'Vera Exampleton', emptyProfile('UTC', ['en']));
    expect(await forWhom(other)).toBe(ruth);
  });

  it('is neither the partner, nor a champion of the cohort, nor oneself', async () => {
    const rows = await Partition.openCohort(world.ctx, PILOT, ['contact']);
    const { value } = rows.find('contact', samuel) ?? {};
    rows.remove('contact', samuel);
    rows.put('contact', world.aisha, value as ContactPerson);
    rows.create('champion', ruth, { since: '2026-11-20T09:00:00.000Z' as never });
    await rows.commit();
    expect(await forWhom(world.clara)).toBeUndefined();
    expect(await forWhom(world.aisha)).toBeUndefined();
    expect(await forWhom(world.diego)).toBe(world.aisha);
  });
});
