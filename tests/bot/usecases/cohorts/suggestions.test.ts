import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { PILOT } from '#tests/bot/pairWorld.ts';
import { aSearchWorld, type SearchWorld } from '#tests/bot/searchWorld.ts';
import { inviteSuggested, listSuggestions, passOver, suggestPeer } from '#usecases/cohorts/suggestions.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { personOf } from '#usecases/people/people.ts';
import { saveSettings } from '#usecases/people/settings.ts';

const NINA = { directoryId: 'aaaaaaaa-1111-4111-8111-0000000000a1', mail: '', name: 'Nina Przykład' };
const OLE = { directoryId: '', mail: 'ole@turntable.example', name: '' };

let world: SearchWorld;
let noor: { cohort: typeof PILOT; person: PersonId };
beforeEach(async () => {
  world = await aSearchWorld();
  const { ctx } = world;
  const person = await personOf(ctx, {
    directoryId: 'oid-noor',
    mail: 'noor@turntable.example',
    name: 'Noor',
  });
  noor = { cohort: PILOT, person };
  const value = { since: '2026-11-01T09:00:00.000Z' };
  await ctx.tables.commit('cohorts', PILOT, [{ op: 'create', key: `champion_${person}`, value }]);
});

const suggest = (person: PersonId, peer = NINA) => suggestPeer(world.ctx, { cohort: PILOT, person }, peer);
const seen = () => listSuggestions(world.ctx, noor);
const idOf = async (n = 0) => (await seen())[n]?.id ?? '';
const rows = () => world.ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('suggestion_'));
const members = () => world.ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('member_'));

describe('a suggestion', () => {
  it('is the champion’s to see, in the role of whoever made it, as a colleague’s', async () => {
    await suggest(world.clara);
    await suggest(world.aisha, OLE);
    expect(await seen()).toMatchObject([
      { name: NINA.name, role: 'executive', byName: '' },
      { mail: OLE.mail, role: 'mentor', byName: '' },
    ]);
    expect(JSON.stringify((await seen()).map(({ byName, name }) => [byName, name]))).not.toContain('Clara');
  });

  it('names who made it only while they agree to be named', async () => {
    const { ctx, clara } = world;
    await suggest(clara);
    await saveSettings(ctx, clara, { named: true });
    expect(await seen()).toMatchObject([{ byName: 'Clara Exampleton' }]);
    await saveSettings(ctx, clara, { named: false });
    expect(await seen()).toMatchObject([{ byName: '' }]);
    await saveSettings(ctx, clara, { named: true });
    await answerEnrolment(ctx, clara, PILOT, 'pass');
    expect(await seen()).toMatchObject([{ byName: '' }]);
  });

  it('writes to nobody, and makes nobody known', async () => {
    const people = world.ctx.tables.all('people').length;
    await suggest(world.clara);
    await suggest(world.clara, OLE);
    await world.settle();
    expect(world.sent).toEqual([]);
    expect(world.ctx.tables.all('people')).toHaveLength(people);
    expect(members()).toHaveLength(5);
  });

  it('the same again is one; each has room for ten, also once they were dealt with', async () => {
    for (let times = 0; times < 3; times++) await suggest(world.clara);
    expect(rows()).toHaveLength(1);
    await passOver(world.ctx, noor, await idOf());
    for (let n = 1; n < 10; n++) await suggest(world.clara, { ...OLE, mail: `ole${n}@turntable.example` });
    await expect(suggest(world.clara, OLE)).rejects.toMatchObject({ word: 'cohort:suggestion.tooMany' });
    await suggest(world.henrik, OLE);
    expect(rows()).toHaveLength(11);
  });

  it('is answered alike whether the colleague takes part or not', async () => {
    const { ctx, clara } = world;
    const henrik = { directoryId: '', mail: 'henrik@turntable.example', name: '' };
    expect(await suggest(clara, henrik)).toBe(await suggest(clara));
    expect(await seen()).toHaveLength(2);
    await inviteSuggested(ctx, noor, await idOf());
    expect(members()).toHaveLength(5);
    await world.settle();
    expect(world.sent).toEqual([]);
  });

  it.each(['diego', 'noor', 'henrik'] as const)('is not for whoever takes no part: %s', async (who) => {
    const { ctx, henrik, diego } = world;
    await answerEnrolment(ctx, henrik, PILOT, 'pass');
    const person = { diego, henrik, noor: noor.person }[who];
    await expect(suggest(person)).rejects.toMatchObject({ word: 'enrolment:notInvited' });
    expect(rows()).toEqual([]);
  });

  it('of oneself, or for a programme that is over, is refused', async () => {
    const me = { directoryId: 'oid-clara', mail: '', name: 'Clara' };
    await expect(suggest(world.clara, me)).rejects.toMatchObject({ word: 'cohort:suggestion.yourself' });
    world.ctx.clock.set('2027-06-02T09:00:00.000Z');
    await expect(suggest(world.clara)).rejects.toMatchObject({ word: 'cohort:ended' });
    expect(rows()).toEqual([]);
  });
});

describe('whoever runs the cohort', () => {
  it.each([
    ['by directory id', NINA],
    ['by address', OLE],
  ])('invites with one press, in that role, and twice is once: %s', async (_, peer) => {
    await suggest(world.aisha, peer);
    const id = await idOf();
    await inviteSuggested(world.ctx, noor, id);
    expect(await seen()).toEqual([]);
    expect(members()).toHaveLength(6);
    expect(members().map(({ value }) => value)).toContainEqual(
      expect.objectContaining({ role: 'mentor', state: 'invited' }),
    );
    await expect(inviteSuggested(world.ctx, noor, id)).rejects.toMatchObject({ kind: 'missing' });
    expect(members()).toHaveLength(6);
  });

  it('passes over, and of whom nothing is kept; nobody is told either way', async () => {
    await suggest(world.clara);
    await suggest(world.clara, OLE);
    await passOver(world.ctx, noor, await idOf());
    await inviteSuggested(world.ctx, noor, await idOf());
    await world.settle();
    const told = world.sent.filter(({ to }) => to === world.clara || to === world.aisha);
    expect(told).toEqual([]);
    const kept = JSON.stringify(rows());
    for (const word of [NINA.directoryId, NINA.name, OLE.mail]) expect(kept).not.toContain(word);
  });

  it('is its champion: nobody else reads, invites or passes over', async () => {
    await suggest(world.clara);
    const id = await idOf();
    for (const person of [world.clara, world.aisha, world.diego]) {
      const at = { cohort: PILOT, person };
      for (const tried of [listSuggestions(world.ctx, at), passOver(world.ctx, at, id)])
        await expect(tried).rejects.toMatchObject({ word: 'cohort:notYours' });
      await expect(inviteSuggested(world.ctx, at, id)).rejects.toMatchObject({ word: 'cohort:notYours' });
    }
    expect(await seen()).toHaveLength(1);
  });

  it('two who deal with it at once do it once', async () => {
    await suggest(world.clara);
    const id = await idOf();
    await Promise.allSettled([1, 2, 3].map(() => inviteSuggested(world.ctx, noor, id)));
    expect(members()).toHaveLength(6);
    await world.settle();
    const nina = asId<PersonId>(members().at(-1)?.key.slice('member_'.length) ?? '');
    expect(world.sent.filter(({ to }) => to === nina).length).toBeLessThanOrEqual(1);
    expect(await seen()).toEqual([]);
  });
});
