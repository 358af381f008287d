import { beforeEach, describe, expect, it } from 'vitest';
import type { Line } from '#domain/enrolment/conversation.ts';
import { exclusionOf } from '#domain/profile/exclusions.ts';
import { EXCLUDES_MAX } from '#domain/profile/limits.ts';
import type { TestContext } from '#tests/fakes/context.ts';
import { hear, startEnrolment } from '#usecases/enrolment/talk.ts';
import { getProfile } from '#usecases/profile/profile.ts';
import { Partition } from '#usecases/story/partition.ts';
import { wordsFor } from '#words/words.ts';
import { AMELIE, anInvited, PILOT } from './anInvited.ts';

const words = wordsFor('en');

let ctx: TestContext;
const textOf = (said: Line[]): string =>
  said
    .flatMap(({ text, card }) => (text ? [words(text.word, text.values)] : [`card ${card?.name}`]))
    .join(' ');
const say = async (text: string): Promise<string> => textOf((await hear(ctx, AMELIE, { text }, words)).said);
const excludes = async () => (await getProfile(ctx, AMELIE)).profile.excludes;
const conversation = async () => (await Partition.open(ctx, 'people', AMELIE)).find('conversation')?.value;

/** Amelie has joined and answered everything. */
async function answerAll(): Promise<void> {
  await startEnrolment(ctx, AMELIE, PILOT, words);
  for (const text of ['TikTok', 'skip', 'skip', 'skip', 'skip', 'nobody', 'done']) await say(text);
}

beforeEach(async () => {
  ctx = await anInvited();
});

describe('whom somebody would rather not meet, said later', () => {
  it('is kept as written, and the answer says where it stands and from when it counts', async () => {
    await answerAll();
    const said = await say('please never match me with Peter Muster');
    expect(await excludes()).toEqual([exclusionOf('Peter Muster')]);
    expect(said).toContain('anybody who matches Peter Muster');
    expect(said).toContain('You see it in your profile');
    expect(said).not.toContain('haven’t kept it yet');
    expect(await conversation()).toMatchObject({ about: 'none' });
  });

  it('is kept beside the kind words to who tells what happened', async () => {
    await answerAll();
    const said = await say('never match me with Peter Muster again, he shouted at me');
    expect(await excludes()).toEqual([exclusionOf('Peter Muster')]);
    expect(said).toMatch(/^.*I neither keep nor pass on.*anybody who matches Peter Muster/);
  });

  it('says the same the second time, and keeps it once', async () => {
    await answerAll();
    const first = await say('do not pair me with peter.muster@contoso.com');
    expect(await say('do not pair me with peter.muster@contoso.com')).toBe(first);
    expect(await excludes()).toEqual([exclusionOf('peter.muster@contoso.com')]);
  });

  it('is kept within the limits of the profile, and what there is no place for is said', async () => {
    await answerAll();
    for (let n = 0; n < EXCLUDES_MAX; n++) await say(`never match me with Person Number${n}`);
    const said = await say('never match me with Peter Muster');
    expect(await excludes()).toHaveLength(EXCLUDES_MAX);
    expect(said).toContain('couldn’t add Peter Muster');
    expect(said).not.toContain('It counts from');
  });

  it('opens no question and loses none that was put aside', async () => {
    await startEnrolment(ctx, AMELIE, PILOT, words);
    for (const text of ['TikTok', 'stop']) await say(text);
    await say('never match me with Peter Muster');
    expect(await excludes()).toEqual([exclusionOf('Peter Muster')]);
    expect(await conversation()).toMatchObject({ about: 'none', step: 'offers', memo: { isPaused: true } });
  });

  it('is asked for where nobody is named, and where nobody has joined', async () => {
    expect(await say('never match me with Peter Muster')).toContain('Once you have joined');
    await answerAll();
    expect(await say('please do not pair me with my boss')).toContain('haven’t kept it yet');
    expect(await excludes()).toEqual([]);
  });
});

describe('steering where no question is open', () => {
  it('helps who is stuck', async () => {
    await answerAll();
    for (const text of [
      'I’m stuck',
      'How do I use this?',
      'Ich verstehe das nicht',
      '使い方を教えてください',
    ])
      expect(await say(text), text).toContain('card help');
  });

  it('goes back to the questions put aside, else to the profile', async () => {
    await startEnrolment(ctx, AMELIE, PILOT, words);
    for (const text of ['TikTok', 'stop']) await say(text);
    await say('take me back one');
    expect(await conversation()).toMatchObject({ about: 'enrolment', step: 'offers' });
    for (const text of ['skip', 'skip', 'skip', 'skip', 'nobody', 'done']) await say(text);
    expect(await say('undo that')).toContain('card profile');
  });

  it('takes off what somebody had in their own words', async () => {
    await answerAll();
    const own = await Partition.open(ctx, 'people', AMELIE);
    const { profile } = await getProfile(ctx, AMELIE);
    own.put('profile', '', {
      ...profile,
      interests: ['own:sauna' as never],
      ownWords: { 'own:sauna': 'Saunas' },
    });
    await own.commit();
    expect(await say('drop saunas from my list')).toContain('Taken off: Saunas');
    expect((await getProfile(ctx, AMELIE)).profile.interests).toEqual([]);
  });
});
