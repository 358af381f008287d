import { beforeEach, expect, it, vi } from 'vitest';
import type { PersonId } from '#domain/basics/ids.ts';
import { PILOT } from '#tests/bot/pairWorld.ts';
import { aSearchWorld, type SearchWorld } from '#tests/bot/searchWorld.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { getProgramme } from '#usecases/enrolment/programme.ts';
import { personOf } from '#usecases/people/people.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import { Away } from '#usecases/story/ports.ts';

let world: SearchWorld;
beforeEach(async () => {
  world = await aSearchWorld();
});

const named = (person: PersonId, isNamed = true) => saveSettings(world.ctx, person, { named: isNamed });
const readBy = async (person: PersonId) =>
  (await getProgramme(world.ctx, { cohort: PILOT, person, locale: 'en' })).takingPart;
const rows = () => world.ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('named_'));

it('nobody is named who did not say so', async () => {
  await saveSettings(world.ctx, world.clara, { newsMuted: true });
  for (const person of [world.henrik, world.aisha, world.clara]) expect(await readBy(person)).toEqual([]);
  expect(rows()).toEqual([]);
});

it('executives are named to executives and mentors, mentors to mentors, and nobody to themselves', async () => {
  const { clara, henrik, aisha, bruno } = world;
  for (const person of [clara, henrik, aisha]) await named(person);
  expect(await readBy(clara)).toEqual(['Henrik Eksempel']);
  expect(await readBy(henrik)).toEqual(['Clara Exampleton']);
  expect(await readBy(bruno)).toEqual(['Aisha Specimen', 'Clara Exampleton', 'Henrik Eksempel']);
  expect(await readBy(aisha)).toEqual(['Clara Exampleton', 'Henrik Eksempel']);
});

it('whoever is not invited finds no programme at all', async () => {
  await named(world.clara);
  await expect(readBy(world.diego)).rejects.toMatchObject({ word: 'enrolment:notInvited' });
});

it('switched off, a name is gone at the next look, before anything else is done', async () => {
  await named(world.clara);
  await named(world.clara, false);
  expect(await readBy(world.henrik)).toEqual([]);
  expect(rows()).toEqual([]);
  await world.settle();
  expect(rows()).toEqual([]);
});

it('whoever leaves is named no more when they read that they left, and again once they are back', async () => {
  const { ctx, clara, henrik } = world;
  await named(clara);
  await answerEnrolment(ctx, clara, PILOT, 'pass');
  expect(await readBy(henrik)).toEqual([]);
  expect(rows()).toEqual([]);
  await answerEnrolment(ctx, clara, PILOT, 'join');
  expect(await readBy(henrik)).toEqual(['Clara Exampleton']);
});

it('whoever left reads nobody’s name, and once the programme is over nobody does', async () => {
  const { ctx, clara, henrik, aisha } = world;
  await named(clara);
  await answerEnrolment(ctx, henrik, PILOT, 'pass');
  expect(await readBy(henrik)).toEqual([]);
  expect(await readBy(aisha)).toEqual(['Clara Exampleton']);
  ctx.clock.set('2027-06-02T09:00:00.000Z');
  expect(await readBy(aisha)).toEqual([]);
});

it('a name that changed is read as it is now, without titles and what directories add', async () => {
  const { ctx, clara, henrik } = world;
  await named(clara);
  const account = { directoryId: 'oid-clara', mail: 'clara.new@turntable.example' };
  await personOf(ctx, { ...account, name: 'Dr. Clara Otherton (Finance, Ext.)' });
  await world.settle();
  expect(await readBy(henrik)).toEqual(['Clara Otherton']);
  expect(rows()).toHaveLength(1);
});

it('where storage fails after the switch is written, the name goes all the same', async () => {
  const { ctx, clara } = world;
  await named(clara);
  const commit = ctx.tables.commit.bind(ctx.tables);
  const failing = vi.spyOn(ctx.tables, 'commit').mockImplementation(async (table, ...more) => {
    if (table === 'cohorts') throw new Away('now');
    return commit(table, ...more);
  });
  await expect(named(clara, false)).rejects.toThrow(Away);
  failing.mockRestore();
  expect(rows()).toHaveLength(1);
  await world.settle();
  expect(rows()).toEqual([]);
});

it('switched off while the name is being written, it does not stay', async () => {
  const { ctx, clara } = world;
  const commit = ctx.tables.commit.bind(ctx.tables);
  let isOff = false;
  vi.spyOn(ctx.tables, 'commit').mockImplementation(async (table, partition, changes) => {
    if (table === 'cohorts' && !isOff) {
      isOff = true;
      await named(clara, false);
    }
    return commit(table, partition, changes);
  });
  await named(clara);
  expect(isOff).toBe(true);
  expect(rows()).toEqual([]);
});
