import { beforeEach, describe, expect, it } from 'vitest';
import { keepsQuiet } from '#domain/all/notices.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { ContactPerson } from '#domain/cohorts/contactPerson.ts';
import { CONCERN_TEXT_MAX } from '#domain/concerns/concern.ts';
import { aConcernWorld, type ConcernWorld, reach, SECRET } from '#tests/bot/concernWorld.ts';
import { PILOT, settleAll } from '#tests/bot/pairWorld.ts';
import { CrashingTables } from '#tests/fakes/crashing.ts';
import { shuffled } from '#tests/fakes/shuffled.ts';
import { answerConcern, listGiven } from '#usecases/concerns/given.ts';
import { listRaised, raiseConcern, takeBackConcern } from '#usecases/concerns/raising.ts';
import { listWays } from '#usecases/concerns/ways.ts';
import { personOf } from '#usecases/people/people.ts';
import { putDelivery } from '#usecases/story/deliveries.ts';
import { Partition } from '#usecases/story/partition.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';

let world: ConcernWorld;
beforeEach(async () => {
  world = await aConcernWorld();
});

const raise = (text = SECRET, to = world.hana) =>
  raiseConcern(readingOnce(world.ctx), world.at, { to, text });
const given = (person: PersonId) => listGiven(readingOnce(world.ctx), person);
const raised = (person = world.clara) => listRaised(readingOnce(world.ctx), person);
const waysOf = async (person: PersonId) => (await listWays(world.ctx, person)).ways;
const concernsIn = () => world.ctx.tables.all('concerns').filter(({ key }) => key.startsWith('concern_'));

async function changeContact(person: PersonId, change: Partial<ContactPerson>): Promise<void> {
  const rows = await Partition.openCohort(world.ctx, PILOT, ['contact']);
  rows.put('contact', person, { ...(rows.find('contact', person)?.value as ContactPerson), ...change });
  await rows.commit();
}

describe('whom somebody can turn to', () => {
  it('is told before a word is written: both, and who would get it', async () => {
    expect(await waysOf(world.clara)).toMatchObject([
      {
        ...{ cohort: PILOT, cohortName: 'Finance pilot', to: world.hana },
        contacts: [
          { name: 'Hana Vzorová', isReached: true },
          { name: 'Samuel Voorbeeld', isReached: true },
        ],
      },
    ]);
    expect(await waysOf(world.diego)).toEqual([]);
  });

  it.each(['blocked', 'uninstalled', 'disabled'])(
    'is the stand-in where the contact is %s, and nobody where both are',
    async (state) => {
      await reach(world, world.hana, state);
      expect(await waysOf(world.clara)).toMatchObject([
        { to: world.samuel, contacts: [{ name: 'Hana Vzorová', isReached: false }, {}] },
      ]);
      await expect(raise()).rejects.toMatchObject({ word: 'concern:somebodyElse' });
      await raise(SECRET, world.samuel);
      await reach(world, world.samuel, state);
      expect(await waysOf(world.clara)).toMatchObject([{ to: '' }]);
      await expect(raise('Once more', world.samuel)).rejects.toMatchObject({ word: 'concern:nobody' });
      expect(concernsIn()).toHaveLength(1);
    },
  );
});

describe('a concern', () => {
  it('reaches the one person it names, at once, without a name or a word of it', async () => {
    world.ctx.clock.set('2026-11-28T23:00:00.000Z');
    const seen = await raise(`  ${SECRET} `);
    expect(seen).toMatchObject({ name: 'Hana Vzorová', state: 'raised', text: SECRET, isUntold: false });
    await world.settle();
    const told = world.sentTo(world.hana);
    expect(told.map(({ view }) => view)).toEqual([{ kind: 'concern' }]);
    expect(keepsQuiet({ kind: 'concern', concern: seen.concern })).toBe(false);
    expect(told[0]?.job).not.toMatch(/clara|aisha|pair|concern/);
    expect(await given(world.samuel)).toEqual([]);
    expect(await given(world.hana)).toMatchObject([{ name: 'Clara Exampleton', state: 'raised', text: '' }]);
  });

  it('names both as Teams calls them, so that they can write to each other', async () => {
    const { ctx } = world;
    for (const [key, name] of [
      ['clara', 'Clara Winter'],
      ['hana', 'Hana Vzorová'],
    ] as const) {
      const known = { directoryId: `oid-${key}`, mail: `${key}@turntable.example`, name };
      await personOf(ctx, { ...known, signInName: `u-${key}@turntable.example` });
    }
    await raise();
    expect(await raised()).toMatchObject([{ mail: 'u-hana@turntable.example' }]);
    expect(await given(world.hana)).toMatchObject([{ mail: 'u-clara@turntable.example' }]);
  });

  it('is opened, closed and opened again by that person, and its author sees it', async () => {
    const { concern } = await raise();
    expect(await answerConcern(world.ctx, world.hana, concern, 'read')).toMatchObject({ text: SECRET });
    expect(await raised()).toMatchObject([{ state: 'read' }]);
    expect(await answerConcern(world.ctx, world.hana, concern, 'closed')).toMatchObject({ text: SECRET });
    expect(await raised()).toMatchObject([{ state: 'closed', name: 'Hana Vzorová' }]);
    expect(await answerConcern(world.ctx, world.hana, concern, 'read')).toMatchObject({ state: 'read' });
    for (const other of [world.clara, world.aisha, world.samuel, world.diego])
      await expect(answerConcern(world.ctx, other, concern, 'read')).rejects.toMatchObject({
        ...{ kind: 'missing', word: 'concern:missing' },
      });
  });

  it('stays with whom it was given to when somebody else is named', async () => {
    const { concern } = await raise();
    await changeContact(world.hana, { state: 'released' });
    expect(await answerConcern(world.ctx, world.hana, concern, 'read')).toMatchObject({ text: SECRET });
    expect(await given(world.samuel)).toEqual([]);
    expect(await raised()).toMatchObject([{ name: 'Hana Vzorová' }]);
    await expect(raise('Once more')).rejects.toMatchObject({ word: 'concern:somebodyElse' });
  });

  it('is taken back by its author alone, and not a word of it is left', async () => {
    const { concern } = await raise();
    await answerConcern(world.ctx, world.hana, concern, 'read');
    for (const other of [world.hana, world.aisha, world.samuel, world.diego])
      await expect(takeBackConcern(world.ctx, other, concern)).rejects.toMatchObject({
        word: 'concern:missing',
      });
    await takeBackConcern(world.ctx, world.clara, concern);
    await takeBackConcern(world.ctx, world.clara, concern);
    expect(JSON.stringify(world.ctx.tables.all('concerns'))).not.toContain(SECRET.slice(3, 12));
    expect(await raised()).toMatchObject([{ state: 'takenBack', text: '' }]);
    expect(await given(world.hana)).toMatchObject([{ state: 'takenBack', name: '', text: '' }]);
    expect(await answerConcern(world.ctx, world.hana, concern, 'closed')).toMatchObject({
      state: 'takenBack',
    });
  });

  it('that is taken back before it is told is told to nobody', async () => {
    const { concern } = await raise();
    await takeBackConcern(world.ctx, world.clara, concern);
    await world.settle();
    expect(world.sentTo(world.hana)).toEqual([]);
  });

  it('says honestly when its contact could not be told', async () => {
    const { concern } = await raise();
    const failed = { state: 'failed', reason: 'blocked', attempts: 1, activity: '' } as const;
    await putDelivery(
      world.ctx,
      { ...failed, job: concern, person: world.hana, at: asId('2026-11-23T09:00:00.000Z') },
      '',
    );
    expect(await raised()).toMatchObject([{ isUntold: true, mail: 'hana@turntable.example' }]);
  });

  it('needs words, not too many, and somebody who was invited', async () => {
    const before = JSON.stringify(world.ctx.tables.all('concerns'));
    for (const nothing of ['', '  \n', '\u200b'])
      await expect(raise(nothing)).rejects.toMatchObject({ word: 'concern:empty' });
    await expect(raise('a'.repeat(CONCERN_TEXT_MAX + 1))).rejects.toMatchObject({
      ...{ word: 'concern:tooLong', values: { max: CONCERN_TEXT_MAX } },
    });
    for (const cohort of [PILOT, asId<typeof PILOT>('no such')])
      await expect(
        raiseConcern(world.ctx, { cohort, person: world.diego }, { to: world.hana, text: SECRET }),
      ).rejects.toMatchObject({ kind: 'missing', word: 'enrolment:notInvited' });
    expect(JSON.stringify(world.ctx.tables.all('concerns'))).toBe(before);
  });
});

describe('the same words once more', () => {
  it('are one concern and one message while they are open, and another once they are closed', async () => {
    const { concern } = await raise();
    expect((await raise()).concern).toBe(concern);
    await answerConcern(world.ctx, world.hana, concern, 'closed');
    expect((await raise()).concern).not.toBe(concern);
    await world.settle();
    expect(concernsIn()).toHaveLength(2);
    expect(world.sentTo(world.hana)).toHaveLength(1);
  });

  it.each([1, 2, 3])('are one when they come at once (order %i)', async (seed) => {
    const all = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        raiseConcern(readingOnce(shuffled(world.ctx, seed * 10 + n)), world.at, {
          ...{ to: world.hana, text: SECRET },
        }),
      ),
    );
    expect(new Set(all.map(({ concern }) => concern)).size).toBe(1);
    expect(concernsIn()).toHaveLength(1);
    await world.settle();
    expect(world.sentTo(world.hana)).toHaveLength(1);
  });

  it('bring through what a crash at any write left undone, once', async () => {
    for (let writes = 0; ; writes++) {
      world = await aConcernWorld();
      const died = { ...world.ctx, tables: new CrashingTables(world.ctx.tables, writes) };
      const isThrough = await raiseConcern(died, world.at, { to: world.hana, text: SECRET }).then(
        () => true,
        () => false,
      );
      if (isThrough) return expect(writes).toBeGreaterThan(1);
      await raise();
      world.ctx.clock.advance(120_000);
      await settleAll(world.ctx, world.sent);
      expect(concernsIn(), `after ${writes} writes`).toHaveLength(1);
      expect(world.sentTo(world.hana), `after ${writes} writes`).toHaveLength(1);
      expect(await raised()).toHaveLength(1);
    }
  });
});
