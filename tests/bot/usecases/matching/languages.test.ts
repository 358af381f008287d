import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import type { CircleSize } from '#domain/cohorts/cohort.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { aFullPilot, join, type Pilot } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { changeCohort } from '#usecases/cohorts/changing.ts';
import { getCohort } from '#usecases/cohorts/cohorts.ts';
import { addWish } from '#usecases/matching/wishes.ts';
import { askInTurn, startSearch } from '#usecases/searches/searches.ts';
import { Partition } from '#usecases/story/partition.ts';
import { publishAndLook, runAndLook } from './looking.ts';

const python = asId<TopicId>('python');
const wants = (...languages: string[]): Partial<Profile> => ({ wants: [python], languages });
const offers = (...languages: string[]): Partial<Profile> => ({
  offers: [{ topic: python, strength: 3 }],
  languages,
});

let ctx: TestContext;
let pilot: Pilot;
/** Clara wants Python and speaks English, German and Danish; Aisha has English and German, Meera English, Lwazi Danish. */
let clara: PersonId;
let aisha: PersonId;
let meera: PersonId;
let lwazi: PersonId;

async function change(asked: { languages?: string[]; circle?: CircleSize }): Promise<void> {
  const { etag, languages: _, ...cohort } = await getCohort(ctx, pilot.cohort, pilot.person);
  await changeCohort(ctx, pilot, { ...cohort, ...asked }, etag);
}
const speak = (...languages: string[]) => change({ languages });

beforeEach(async () => {
  ctx = aContext();
  pilot = await aFullPilot(ctx);
  clara = await join(ctx, pilot, 'clara.exampleton', wants('en', 'de', 'da'));
  aisha = await join(ctx, pilot, 'aisha.specimen', offers('en', 'de'));
  meera = await join(ctx, pilot, 'meera.namoona', offers('en'));
  lwazi = await join(ctx, pilot, 'yusuf.mithal', offers('da'));
});

const introduced = () => ctx.tables.all('pairs').filter(({ key }) => key === 'pair');
const mentorsIn = (proposals: readonly { mentor: PersonId }[]) => proposals.map(({ mentor }) => mentor);

describe('the languages of a cohort', () => {
  it('are any until some are chosen, each once and in one code, and any again', async () => {
    const languages = async () => (await getCohort(ctx, pilot.cohort, pilot.person)).languages;
    expect(await languages()).toBeUndefined();
    await speak('iw', 'de', 'he');
    expect(await languages()).toEqual(['he', 'de']);
    await change({});
    expect(await languages()).toEqual(['he', 'de']);
    await speak();
    expect(await languages()).toBeUndefined();
    await expect(speak('xq')).rejects.toThrow('profile:languageUnknown');
  });

  it('are all that a pair may have in common, and all that its reasons name', async () => {
    await speak('de', 'fr');
    const { proposals, provenBest } = await runAndLook(ctx, pilot);
    expect(mentorsIn(proposals)).toEqual([aisha]);
    expect(provenBest).toBe(true);
    expect(proposals[0]?.reasons).toContainEqual({ kind: 'language', language: 'de' });
    expect(JSON.stringify(proposals)).not.toContain('"da"');
  });

  it('say of whoever has none of them just that, and of the others that there is none in common', async () => {
    await speak('da', 'de', 'fr');
    await join(ctx, pilot, 'clara.exampleton', wants('fr'));
    const { leftOut, proposals } = await runAndLook(ctx, pilot);
    expect(proposals).toEqual([]);
    const why = Object.fromEntries(leftOut.map(({ person, reason }) => [person, reason]));
    expect(why).toMatchObject({
      ...{ [clara]: 'noLanguage', [aisha]: 'noLanguage', [lwazi]: 'noLanguage' },
      [meera]: 'otherLanguages',
    });
  });

  it('count for everybody around an executive', async () => {
    await change({ circle: { least: 2, most: 3 }, languages: ['en', 'da'] });
    const { proposals } = await runAndLook(ctx, pilot);
    expect(mentorsIn(proposals).sort()).toEqual([aisha, meera].sort());
    await speak('da');
    expect((await runAndLook(ctx, pilot, { fresh: true })).proposals).toEqual([]);
  });

  it('count where a champion would keep two together, and in the words for any other rule', async () => {
    await speak('da');
    await expect(addWish(ctx, pilot, { executive: clara, mentor: aisha, wish: 'pin' })).rejects.toThrow(
      'cohort:wish.rules',
    );
  });

  it('count as they are when a round is published', async () => {
    await speak('de');
    await runAndLook(ctx, pilot);
    await speak('da');
    const { proposals } = await publishAndLook(ctx, pilot, 1);
    expect(proposals.map(({ mentor, state }) => [mentor, state])).toEqual([[aisha, 'noRoom']]);
  });

  it('may still be chosen once people were introduced, for whoever is introduced from then on', async () => {
    await speak('de');
    await runAndLook(ctx, pilot);
    const { proposals } = await publishAndLook(ctx, pilot, 1);
    expect(proposals).toMatchObject([{ mentor: aisha, state: 'introduced' }]);
    await speak('da');
    expect(introduced()).toHaveLength(1);
  });
});

describe('an executive’s own search', () => {
  const at = () => ({ cohort: pilot.cohort, person: clara });
  beforeEach(async () => {
    const rows = await Partition.openCohort(ctx, pilot.cohort, ['cohort']);
    const cohort = rows.find('cohort')?.value;
    if (cohort) rows.put('cohort', '', { ...cohort, state: 'enrolling' });
    await rows.commit();
  });

  it('offers whoever shares one of the cohort’s languages', async () => {
    await speak('da');
    const { mentors } = await startSearch(ctx, at());
    expect(mentors.map(({ person }) => person)).toEqual([lwazi]);
  });

  it('introduces nobody who shared only one that is no longer chosen', async () => {
    await speak('da');
    await startSearch(ctx, at());
    await speak('de');
    await askInTurn(ctx, at(), { first: lwazi, others: false });
    expect(introduced()).toEqual([]);
  });

  it('says so where none of their languages is one of the cohort’s', async () => {
    await speak('fr');
    expect(await startSearch(ctx, at())).toMatchObject({
      state: 'impossible',
      why: 'search:otherLanguages',
    });
  });
});
