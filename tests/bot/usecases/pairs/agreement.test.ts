import { beforeEach, describe, expect, it } from 'vitest';
import { presentPair } from '#api/routes/pairs.ts';
import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import { AGREEMENT_TEXTS } from '#domain/pairs/agreement.ts';
import {
  AGREEMENT,
  aPaired,
  aSigned,
  introduceThem,
  PAIR,
  type PairWorld,
  rowsOf,
  signed,
  words,
} from '#tests/bot/pairWorld.ts';
import { addLearning } from '#usecases/exchanges/learnings.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';
import { addGoal, changeGoal, listGoals } from '#usecases/pairs/goals.ts';
import { getPair } from '#usecases/pairs/pairSpace.ts';
import type { TableName } from '#usecases/story/ports.ts';

let world: PairWorld;
const view = async (person: PersonId) => presentPair(await getPair(world.ctx, person, PAIR, words), words);
const draft = (person: PersonId, seen: string, over: Partial<typeof AGREEMENT> = {}) =>
  draftAgreement(world.ctx, person, PAIR, { text: { ...AGREEMENT, ...over }, seen });
/** Signs a version as it reads now. */
const sign = async (person: PersonId, version: number) => {
  const text = (await rowsOf(world)).list('agreement').at(-1)?.value.text ?? AGREEMENT;
  return signAgreement(world.ctx, person, PAIR, signed(version, text));
};
const jobs = () => world.sent.map(({ job, to }) => `${job} to ${to === world.clara ? 'Clara' : 'Aisha'}`);
const change = async (table: TableName, partition: string, key: string, over: object) => {
  const { tables } = world.ctx;
  const row = await tables.find(table, partition, key);
  if (row)
    await tables.commit(table, partition, [{ ...row, op: 'replace', value: { ...row.value, ...over } }]);
};
const GOAL = { text: 'Understand assistants', confidence: 2, state: 'open' as const };

describe('an agreement', () => {
  beforeEach(async () => {
    world = await aPaired();
  });

  it('is drafted first by the mentor, who gets a suggestion from what they share', async () => {
    await expect(draft(world.clara, '')).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await view(world.clara)).draft).toBeNull();
    const mine = await view(world.aisha);
    expect(mine).toMatchObject({ next: 'draftAgreement', canDraft: true, agreement: null, hasSpace: false });
    expect(mine.draft).toMatchObject({ rhythm: 'none', endsOn: '2027-05-31' });
    expect(mine.draft?.executiveWantsToLearn).toMatch(/^Clara .*enerative/);
    expect(mine.draft?.howEachHelps).toMatch(/Aisha can help .*\nClara can help /);
    expect(mine.draft?.whereAndHow).toContain('walk');
    // A wish nobody shares stays in its owner's profile.
    expect(JSON.stringify(mine)).not.toContain('bee keeping');
    expect(JSON.stringify(mine.draft)).not.toMatch(/pair:|topics:/);
  });

  it('is suggested within what its fields hold, however long names and topics are', async () => {
    const topics = [1, 2, 3, 4, 5].map((n) => asId<TopicId>(`own:${n}${'x'.repeat(50)}`));
    const ownWords = Object.fromEntries(topics.map((topic, n) => [topic, `${n} ${'weaving '.repeat(9)}`]));
    const name = `van ${'Abcdefghijklm '.repeat(6)}`.trim();
    const offers = topics.map((topic) => ({ topic, strength: 3 }));
    await change('people', world.clara, 'profile', { wants: topics, ownWords });
    await change('people', world.aisha, 'profile', { offers, ownWords });
    const { members } = (await rowsOf(world)).find('pair')?.value ?? { members: [] };
    await change('pairs', PAIR, 'pair', { members: members.map((each) => ({ ...each, name })) });
    const { draft } = await view(world.aisha);
    for (const [field, most] of Object.entries(AGREEMENT_TEXTS))
      expect(String(draft?.[field as keyof typeof AGREEMENT_TEXTS]).length, field).toBeLessThanOrEqual(most);
    expect(draft?.executiveWantsToLearn).toContain('weaving');
  });

  it('opens the pair space when both have signed the same version, and tells both once', async () => {
    await draft(world.aisha, '');
    await world.settle();
    expect(jobs()).toContain(`agreement_${PAIR}_1 to Clara`);
    expect(jobs()).not.toContain(`agreement_${PAIR}_1 to Aisha`);
    await sign(world.aisha, 1);
    expect(await view(world.aisha)).toMatchObject({
      next: 'waitForSignature',
      canSign: false,
      hasSpace: false,
    });
    expect(await view(world.clara)).toMatchObject({ next: 'signAgreement', canSign: true, hasSpace: false });
    await sign(world.clara, 1);
    await sign(world.clara, 1);
    await world.settle();
    expect(await view(world.clara)).toMatchObject({ hasSpace: true });
    expect(jobs().filter((job) => job.startsWith('agreementSigned'))).toHaveLength(2);
  });

  it('tells both also when both sign at the same moment', async () => {
    await draft(world.aisha, '');
    await Promise.all([sign(world.aisha, 1), sign(world.clara, 1)]);
    await world.settle();
    expect(jobs().filter((job) => job.startsWith('agreementSigned'))).toHaveLength(2);
    expect((await view(world.aisha)).agreement?.waitingFor).toEqual([]);
  });

  it('asks again after a change, and refuses a signature under what was read before', async () => {
    await draft(world.aisha, '');
    await sign(world.aisha, 1);
    await draft(world.clara, '1', { whereAndHow: 'Over coffee.' });
    await world.settle();
    expect(jobs()).toContain(`agreement_${PAIR}_2 to Aisha`);
    expect(await view(world.aisha)).toMatchObject({ next: 'signAgreement', hasSpace: false });
    await expect(sign(world.clara, 1)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(sign(world.clara, 3)).rejects.toMatchObject({ kind: 'missing' });
    await expect(sign(world.clara, Number.NaN)).rejects.toMatchObject({ kind: 'missing' });
    expect((await view(world.aisha)).agreement).toMatchObject({ version: 2, by: 'Clara', mine: false });
  });

  it('is written by one of two who change it at once; the other is told', async () => {
    await draft(world.aisha, '');
    const both = await Promise.allSettled([
      draft(world.aisha, '1', { whatItIs: 'Hers.' }),
      draft(world.clara, '1', { whatItIs: 'His.' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'Conflict' } });
    await expect(draft(world.aisha, '1', { whatItIs: 'Late.' })).rejects.toMatchObject({ name: 'Conflict' });
    await expect(draft(world.aisha, '', { whatItIs: 'Blind.' })).rejects.toMatchObject({ name: 'Conflict' });
    expect((await rowsOf(world)).list('agreement')).toHaveLength(2);
  });

  it('makes no version of the same text', async () => {
    await draft(world.aisha, '');
    await draft(world.aisha, '');
    expect((await rowsOf(world)).list('agreement')).toHaveLength(1);
  });

  it('ends in the future, within two years', async () => {
    await expect(draft(world.aisha, '', { endsOn: asId<never>('2026-11-22') })).rejects.toMatchObject({
      word: 'pair:agreement.endsInThePast',
    });
    await expect(draft(world.aisha, '', { endsOn: asId<never>('2999-12-31') })).rejects.toMatchObject({
      word: 'pair:agreement.endsTooLate',
    });
    expect((await rowsOf(world)).list('agreement')).toEqual([]);
  });

  it('is signed by each with a tick of their own, under the words that they saw', async () => {
    await draft(world.aisha, '');
    const by = (person: PersonId, over: object) =>
      signAgreement(world.ctx, person, PAIR, { ...signed(1), ...over });
    await by(world.aisha, {});
    await expect(by(world.clara, { confidentiality: false })).rejects.toMatchObject({
      ...{ kind: 'invalid', word: 'pair:agreement.confidentiality' },
    });
    const stale = signed(1, { ...AGREEMENT, whereAndHow: 'As I read it once.' });
    await expect(by(world.clara, stale)).rejects.toMatchObject({
      ...{ kind: 'conflict', word: 'pair:agreement.otherText' },
    });
    expect((await view(world.clara)).hasSpace).toBe(false);
    await by(world.clara, {});
    const signatures = (await rowsOf(world)).list('signature').map(({ value }) => value);
    expect(signatures.map(({ hash }) => hash)).toEqual([signed(1).hash, signed(1).hash]);
    expect(signatures.map(({ confidentiality }) => confidentiality)).toEqual([true, true]);
    expect((await view(world.clara)).agreement?.hash).toBe(signed(1).hash);
  });

  it('shows what changed since what the reader last signed, wrote or saw', async () => {
    await draft(world.aisha, '');
    expect((await view(world.clara)).agreement?.before).toBeNull();
    await sign(world.aisha, 1);
    await draft(world.clara, '1', { whereAndHow: 'Over coffee.' });
    await draft(world.clara, '2', { whereAndHow: 'Over tea.' });
    expect((await view(world.aisha)).agreement?.before).toMatchObject({
      ...{ iSigned: true, text: { whereAndHow: AGREEMENT.whereAndHow } },
    });
    expect((await view(world.clara)).agreement?.before).toBeNull();
    await sign(world.aisha, 3);
    expect((await view(world.aisha)).agreement?.before).toBeNull();
  });

  it('with nothing written in it is no version, and nobody signs one', async () => {
    const none = { respectForTime: '', whatItIs: ' ', whatItIsNot: '\n', executiveWantsToLearn: '\u200b' };
    const nothing = { ...none, howEachHelps: '', whereAndHow: '' };
    const refused = { kind: 'invalid', word: 'pair:agreement.empty' };
    await expect(draft(world.aisha, '', nothing)).rejects.toMatchObject(refused);
    expect((await rowsOf(world)).list('agreement')).toEqual([]);
    await draft(world.aisha, '', { ...nothing, whereAndHow: '☕' });
    await expect(draft(world.clara, '1', nothing)).rejects.toMatchObject(refused);
    const rows = await rowsOf(world);
    const text = { ...AGREEMENT, ...nothing };
    rows.create('agreement', '0002', {
      version: 2,
      text,
      by: world.clara,
      at: asId('2026-11-23T09:00:00.000Z'),
    });
    await rows.commit();
    await expect(sign(world.aisha, 2)).rejects.toMatchObject(refused);
  });

  it('guards everything else', async () => {
    await draft(world.aisha, '');
    await sign(world.aisha, 1);
    await expect(addGoal(world.ctx, world.aisha, PAIR, GOAL)).rejects.toMatchObject({
      word: 'pair:agreement.needed',
    });
  });

  it('has no place before both said yes', async () => {
    const other = asId<typeof PAIR>('pair-later');
    await world.ctx.tables.commit('people', world.clara, [
      {
        op: 'replace',
        key: 'profile',
        value: { ...(await world.ctx.tables.find('people', world.clara, 'profile'))?.value, capacity: 2 },
        etag: (await world.ctx.tables.find('people', world.clara, 'profile'))?.etag ?? '',
      },
    ]);
    await introduceThem({ ...world, aisha: world.diego }, other);
    await expect(
      draftAgreement(world.ctx, world.diego, other, { text: AGREEMENT, seen: '' }),
    ).rejects.toMatchObject({ word: 'pair:notYet' });
  });
});

describe('a signed agreement', () => {
  beforeEach(async () => {
    world = await aSigned();
  });

  it('is changed also at the moment at which somebody else keeps a line for themselves', async () => {
    const keeping = addLearning(world.ctx, world.aisha, PAIR, {
      ...({ kind: 'learned', text: 'For me alone', shared: false } as const),
    });
    await Promise.all([keeping, draft(world.clara, '1', { whereAndHow: 'Over lunch.' })]);
    expect((await rowsOf(world)).list('agreement')).toHaveLength(2);
    await expect(draft(world.aisha, '1', { whereAndHow: 'By the lake.' })).rejects.toMatchObject({
      name: 'Conflict',
    });
  });

  it('keeps the space open while a newer version asks again', async () => {
    await draft(world.aisha, '1', { rhythm: 'monthly' as never });
    expect(await view(world.clara)).toMatchObject({ next: 'signAgreement', canSign: true });
    expect((await view(world.clara)).hasSpace).toBe(true);
    await addGoal(world.ctx, world.clara, PAIR, GOAL);
  });

  it('lets each set goals, keeps every step and refuses a change made from an older one', async () => {
    const first = await addGoal(world.ctx, world.clara, PAIR, GOAL);
    world.ctx.clock.advance(1000);
    await addGoal(world.ctx, world.aisha, PAIR, { ...GOAL, text: 'Read a balance sheet' });
    const change = { goal: first.goal, seen: String(first.seq) };
    const more = { ...GOAL, confidence: 4 };
    const changed = await changeGoal(world.ctx, world.clara, PAIR, { ...change, wording: more });
    await expect(
      changeGoal(world.ctx, world.clara, PAIR, { ...change, wording: { ...GOAL, confidence: 5 } }),
    ).rejects.toMatchObject({ name: 'Conflict' });
    const [mine, hers] = await listGoals(world.ctx, world.clara, PAIR);
    expect(mine).toEqual(changed);
    expect(mine).toMatchObject({ isMine: true, ownerFirstName: 'Clara', confidence: 4, seq: 2 });
    expect(mine?.steps.map(({ confidence }) => confidence)).toEqual([2, 4]);
    expect(hers).toMatchObject({ isMine: false, ownerFirstName: 'Aisha' });
  });

  it('lets one of two changes at the same moment through', async () => {
    const { goal } = await addGoal(world.ctx, world.clara, PAIR, GOAL);
    const change = (confidence: number) =>
      changeGoal(world.ctx, world.clara, PAIR, { goal, seen: '1', wording: { ...GOAL, confidence } });
    const both = await Promise.allSettled([change(3), change(4)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await rowsOf(world)).list('goalstep')).toHaveLength(2);
  });

  it('leaves the partner’s goal to the partner', async () => {
    const { goal } = await addGoal(world.ctx, world.clara, PAIR, GOAL);
    await expect(
      changeGoal(world.ctx, world.aisha, PAIR, { goal, seen: '1', wording: { ...GOAL, confidence: 1 } }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      changeGoal(world.ctx, world.clara, PAIR, { goal: asId<never>('none'), seen: '1', wording: GOAL }),
    ).rejects.toMatchObject({ kind: 'missing' });
  });
});
