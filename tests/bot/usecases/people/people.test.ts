import { describe, expect, it } from 'vitest';
import type { PersonId } from '#domain/basics/ids.ts';
import { aDyingProcess, untilDeath } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { shuffled } from '#tests/fakes/shuffled.ts';
import { findPerson, getPerson, markChannel, personOf, rememberChannel } from '#usecases/people/people.ts';
import { ensurePerson } from '#usecases/people/saying.ts';
import { settingsOf } from '#usecases/people/settings.ts';
import type { Context } from '#usecases/story/context.ts';

const clara = {
  directoryId: 'OID-Clara',
  mail: 'Clara.Exampleton@turntable.example',
  name: 'Clara Exampleton',
};
const line = { mail: clara.mail, directoryId: '' };
const channel = {
  serviceUrl: 's',
  conversationId: 'c',
  tenantId: 't',
  userId: 'u',
  botId: 'b',
  state: 'open' as const,
};
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

/** Whom a row turned out to be. */
const isNow = async (ctx: Context, person: PersonId): Promise<PersonId> =>
  (await getPerson(ctx, person)).joinedTo || person;

describe('a person', () => {
  it('who was imported by mail is the one who signs in with that mail', async () => {
    const ctx = aContext();
    const imported = await ensurePerson(ctx, line);
    const signedIn = await personOf(ctx, clara);
    expect(signedIn).toBe(imported);
    expect(await getPerson(ctx, signedIn)).toMatchObject({ directoryId: 'oid-clara' });
  });

  it('is bound once: another account with the same mail is somebody else', async () => {
    const ctx = aContext();
    const first = await personOf(ctx, clara);
    const second = await personOf(ctx, { ...clara, directoryId: 'oid-other' });
    expect(second).not.toBe(first);
    expect(await personOf(ctx, clara)).toBe(first);
    expect((await getPerson(ctx, first)).directoryId).toBe('oid-clara');
  });

  it('is one person when tab and bot meet them at the same moment', async () => {
    const ctx = aContext();
    const met = await Promise.all(Array.from({ length: 8 }, () => personOf(ctx, clara)));
    expect(new Set(met).size).toBe(1);
  });

  it('is one person when imported and signing in at the same moment', async () => {
    const ctx = aContext();
    const [imported, signedIn] = await Promise.all([
      ensurePerson(ctx, { ...line, directoryId: clara.directoryId }),
      personOf(ctx, clara),
    ]);
    expect(imported).toBe(signedIn);
  });

  it.each(SEEDS)(
    'is one person, imported twice and met twice at the same moment (order %i)',
    async (seed) => {
      const ctx = aContext();
      const late = shuffled(ctx, seed);
      const met = await Promise.all([
        ensurePerson(late, line),
        ensurePerson(late, line),
        personOf(late, clara),
        personOf(late, clara),
        ensurePerson(late, { ...line, directoryId: clara.directoryId }),
      ]);
      const account = await findPerson(ctx, 'oid', clara.directoryId);
      expect(new Set(await Promise.all(met.map((person) => isNow(ctx, person))))).toEqual(new Set([account]));
      expect(await findPerson(ctx, 'mail', clara.mail)).toBe(account);
    },
  );

  it.each(SEEDS)('belongs to one account when two claim their address (order %i)', async (seed) => {
    const ctx = aContext();
    const late = shuffled(ctx, seed);
    await ensurePerson(ctx, line);
    const met = await Promise.all([
      personOf(late, clara),
      personOf(late, { ...clara, directoryId: 'oid-b' }),
    ]);
    expect(new Set(met).size).toBe(2);
  });

  it.each([0, 1, 2, 3, 4, 5])('is whole after a crash at write %i and one more try', async (writes) => {
    const ctx = aContext();
    await untilDeath(personOf(aDyingProcess(ctx, writes), clara));
    const person = await personOf(ctx, clara);
    expect(await ensurePerson(ctx, line)).toBe(person);
    expect(await getPerson(ctx, person)).toMatchObject({ directoryId: 'oid-clara', name: clara.name });
  });

  it('keeps the zone that their client says, and no other', async () => {
    const ctx = aContext();
    const person = await personOf(ctx, clara);
    for (const timeZone of ['Nowhere/Land', '-23:59', '+02:00', 'UTC\0', 'x'.repeat(5_000)])
      expect((await settingsOf(ctx, person, { timeZone })).timeZone, timeZone).toBe('UTC');
    for (const locale of [`en${'-ab'.repeat(2_000)}`, 'en\0', 'en_GB@x'])
      expect((await settingsOf(ctx, person, { locale })).locale).toBe('en');
    expect((await settingsOf(ctx, person, { timeZone: 'Europe/London' })).timeZone).toBe('Europe/London');
    expect((await settingsOf(ctx, person, {})).timeZone).toBe('Europe/London');
  });

  it('is newly reachable when the app arrives or comes back, and not when nothing changed', async () => {
    const ctx = aContext();
    const person = await personOf(ctx, clara);
    expect(await rememberChannel(ctx, person, channel)).toBe(true);
    expect(await rememberChannel(ctx, person, channel)).toBe(false);
    await markChannel(ctx, person, 'uninstalled');
    expect(await rememberChannel(ctx, person, channel)).toBe(true);
  });
});
