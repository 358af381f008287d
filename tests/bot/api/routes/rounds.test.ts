import { describe, expect, it } from 'vitest';
import type { Rounds } from '#api/contract/rounds.ts';
import { asId, type CohortId, type TopicId } from '#domain/basics/ids.ts';
import type { LeftOutReason } from '#domain/matching/rounds.ts';
import type { Reason } from '#domain/pairs/reasons.ts';
import { FINANCE, importPeople, join, words } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { sayKinds, sayLeftOut, sayReason } from '#usecases/pairs/reasons.ts';
import { aChampionAsking } from './cohortCalls.ts';

const video = asId<TopicId>('shortVideo');

/** Clara, who wants to understand what Aisha knows. */
async function aCohortOfTwo() {
  const ctx = aContext();
  const asking = await aChampionAsking(ctx);
  const pilot = { cohort: asId<CohortId>(asking.cohort), person: asking.noor.person };
  await importPeople(ctx, pilot, FINANCE);
  const executive = await join(ctx, pilot, 'clara.exampleton', { wants: [video] });
  const mentor = await join(ctx, pilot, 'aisha.specimen', { offers: [{ topic: video, strength: 3 }] });
  return { ...asking, ctx, two: { executive, mentor } };
}

describe('rounds over the API', () => {
  it('answer their number when they were run, and nothing when they are published', async () => {
    const { post } = await aCohortOfTwo();
    expect(await post('runRound')).toEqual({ round: 1 });
    expect(await post('rounds')).toMatchObject({
      rounds: [
        {
          ...{ round: 1, state: 'reviewed', covered: 1, total: 1, leftOut: [] },
          counts: { proposals: 1, leftOut: 0 },
          proposals: [{ executive: { name: 'Clara Exampleton' }, mentor: { name: 'Aisha Specimen' } }],
        },
      ],
    });
    expect(await post('runningRound')).toMatchObject({ running: null });
    expect(await post('publishRound', undefined, { round: '1' })).toBeUndefined();
    expect(await post('rounds')).toMatchObject({ rounds: [{ state: 'published' }] });
    for (const round of ['7', 'first', '-1'])
      await expect(post('publishRound', undefined, { round })).rejects.toMatchObject({ kind: 'missing' });
  });

  it('can only be cancelled while one is on its way', async () => {
    const { post } = await aCohortOfTwo();
    await expect(post('cancelRound')).rejects.toMatchObject({ word: 'cohort:round.notRunning' });
  });

  it('keep to wishes, each of which is answered alone and taken back by its etag', async () => {
    const { call, noor, cohort, post, two } = await aCohortOfTwo();
    const wish = await post('wish', { wish: 'ban' }, two);
    expect(wish).toMatchObject({
      ...{ wish: 'ban', executive: { name: 'Clara Exampleton' }, mentor: { name: 'Aisha Specimen' } },
    });
    expect(await post('wish', { wish: 'ban' }, two)).toEqual(wish);
    expect(await post('wishes')).toEqual({ wishes: [wish] });
    const takeBack = (etag: string) => call(noor, 'takeBackWish', { params: { cohort, ...two }, etag });
    await expect(takeBack('an older one')).rejects.toMatchObject({ name: 'Conflict' });
    expect(await takeBack(String(wish.etag))).toBeUndefined();
    expect(await post('wishes')).toEqual({ wishes: [] });
  });
});

describe('what a champion reads of a round', () => {
  it('is fit in a word and the kinds of reasons, never anybody’s topics', async () => {
    const { post } = await aCohortOfTwo();
    await post('runRound');
    const { rounds } = (await post('rounds')) as unknown as { rounds: Rounds['rounds'] };
    const [proposal] = rounds[0]?.proposals ?? [];
    expect(proposal?.fit).toBe('strong');
    expect(proposal?.reasons).toEqual([
      'The mentor offers what the executive wants to understand.',
      'Their working days overlap.',
    ]);
    expect(JSON.stringify(rounds)).not.toMatch(/short.?video|strength|permille/i);
    expect(rounds[0]?.figures).toEqual({ covered: 1, total: 1, waiting: 0, waited: 0, weakest: 'strong' });
  });
});

describe('the words for a round', () => {
  const isSaid = (sentence: string) => expect(sentence).toMatch(/^[^:{]*(: .*)?[.!?]$/u);

  it('exist for every reason, whoever reads', () => {
    const topic = asId<TopicId>('own:x');
    const reasons: Reason[] = [
      { kind: 'learn', topic, strength: 3 },
      { kind: 'giveBack', topic },
      { kind: 'interest', topic },
      { kind: 'language', language: 'es' },
      { kind: 'departments', count: 2 },
      { kind: 'time', hours: 1 },
      ...['walk', 'coffee', 'lunch', 'video'].map((way): Reason => ({ kind: 'meet', way })),
    ];
    for (const reason of reasons)
      for (const reader of ['executive', 'mentor', 'file'] as const) isSaid(sayReason(words, reason, reader));
    for (const kind of sayKinds(words, reasons)) isSaid(kind);
    const out: LeftOutReason[] = [
      'noProfile',
      'otherLanguages',
      'noTopic',
      'noLanguage',
      'noTime',
      'noRoom',
      'belowFloor',
      'noPartner',
    ];
    for (const reason of out)
      for (const role of ['executive', 'mentor'] as const) isSaid(sayLeftOut(words, reason, role));
  });
});
