import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#domain/people/person.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { wordsFor } from '#words/words.ts';
import { buttonsOf } from './transcriptJudge.ts';
import { Stage, type Visitor } from './transcriptStage.ts';
import { tickedOn } from './transcriptTicks.ts';

const words = wordsFor('en');
const stage = new Stage();
beforeAll(() => stage.open());
afterAll(() => stage.close());

interface Heard {
  visitor: Visitor;
  /** The last answer. */
  answer: string;
  profile: Profile | undefined;
}

/** Somebody says this, one message after the other, to the real bot. */
async function said(role: Role, ...texts: string[]): Promise<Heard> {
  const visitor = await stage.enter({ name: 'Testina Muster', role });
  let answer = '';
  for (const says of texts) answer = (await visitor.hear({ says, asks: 'review' })).join('\n');
  return { visitor, answer, profile: await visitor.profile() };
}

const topicsOf = (profile: Profile | undefined) => ({
  wants: profile?.wants ?? [],
  offers: profile?.offers.map(({ topic }) => topic) ?? [],
  interests: profile?.interests ?? [],
});
const NOTHING = { wants: [], offers: [], interests: [] };
const excludedBy = (profile: Profile | undefined) => profile?.excludes.map(({ written }) => written);
/** Skips up to whom not to meet. */
const TO_EXCLUDES = ['skip', 'skip', 'skip', 'skip', 'skip'];
const lastCard = () => stage.teams.said.at(-1)?.body ?? {};

describe('whom not to meet', { timeout: 30_000 }, () => {
  it.each([
    [[...TO_EXCLUDES, 'Please, nobody from Legal'], ['Legal']],
    [[...TO_EXCLUDES, 'Dorothea Blankenburg'], ['Dorothea Blankenburg']],
    [['I would rather not meet anyone from Procurement'], ['Procurement']],
    [[...TO_EXCLUDES, 'hm', '...', 'Hubert Erfunden, please'], ['Hubert Erfunden']],
  ])('is kept as written, whenever it is said: %j', async (texts, excluded) => {
    const { answer, profile } = await said('executive', ...texts);
    expect(excludedBy(profile)).toEqual(expect.arrayContaining(excluded));
    expect(answer).toContain('nobody else ever sees that');
    expect(answer).not.toContain(words('acts:avoid.joining'));
  });

  it.each([
    'not today',
    'change what I like',
    'My husband works here, better not him: hans@turntable.example',
  ])('is no sentence about something else: %s', async (text) => {
    const { profile } = await said('executive', ...TO_EXCLUDES, text);
    expect(excludedBy(profile)?.filter((one) => !one.includes('@')) ?? []).toEqual([]);
  });
});

describe('ways out and distress', { timeout: 30_000 }, () => {
  it.each([
    ['my grandmother passed away yesterday', 'care.distress'],
    ['I can not sleep any more', 'care.distress'],
    ['my colleague yelled at me in front of everyone', 'care.concern'],
    ['she keeps making remarks about my accent', 'care.concern'],
    ['freeze everything until April', 'pause.joining'],
    ['please end our pairing', 'endPair.none'],
    ['erase everything about me', 'delete.asItWas'],
    ['I have second thoughts', 'changedMind.joining'],
  ])('have answers of their own, and nothing is kept: %s', async (text, word) => {
    const { answer, profile } = await said('executive', text);
    expect(answer).toContain(words(`acts:${word}`, { who: words('acts:whoRuns') }));
    expect(topicsOf(profile)).toEqual(NOTHING);
  });

  it('asks once before anybody leaves', async () => {
    const { answer, profile } = await said('mentor', 'Excel', 'I would like to quit the programme');
    expect(answer).toContain('Leave Finance pilot?');
    expect(topicsOf(profile).offers).toEqual(['excel']);
  });
});

describe('earlier answers', { timeout: 30_000 }, () => {
  it.each([
    'oh no, my train is delayed',
    'sorry, wrong chat: see you at the canteen at 1?',
    'not podcasts, not gaming',
    'apologies, the kids are barking',
  ])('stay as they are: %s', async (text) => {
    const { profile } = await said('executive', 'Python', text);
    expect(topicsOf(profile)).toEqual({ ...NOTHING, wants: ['python'] });
  });

  it('are put right where they are named, also when one answer filled two lists', async () => {
    const both = 'I could show Instagram, and I’d like to know how budgets get decided';
    const { profile } = await said('mentor', both, 'no, not Instagram – TikTok');
    expect(topicsOf(profile)).toEqual({ ...NOTHING, wants: ['budgets'], offers: ['shortVideo'] });
  });

  it('are reached by “I take that back” where they were left out', async () => {
    const { profile } = await said('executive', 'skip', 'I take that back. Python');
    expect(topicsOf(profile)).toEqual({ ...NOTHING, wants: ['python'] });
  });
});

describe('answers', { timeout: 30_000 }, () => {
  it.each(['annoying Teams notifications and Excel', 'stupid questions about Excel'])(
    'are heard beside whatever sounds like small talk: %s',
    async (text) => {
      const { answer } = await said('mentor', text);
      expect(answer).toContain('Excel and spreadsheets');
      expect(answer).not.toContain(words('acts:bot'));
    },
  );

  it.each(['how spam filters work', 'crying with laughter at stand-up comedy'])(
    'are neither a trick nor distress: %s',
    async (text) => {
      const { answer } = await said('mentor', text);
      for (const word of ['trick', 'care.distress']) expect(answer).not.toContain(words(`acts:${word}`));
    },
  );

  it.each(['Everything except blockchain', 'not Python', 'Python. sorry, scrap that'])(
    'never hold the opposite of what was said: %s',
    async (text) => {
      const { answer, profile } = await said('executive', text);
      expect(topicsOf(profile)).toEqual(NOTHING);
      expect(answer).not.toMatch(/own words/);
    },
  );

  it.each([
    'I have no clue what this is, and only 30 seconds',
    'What would most people choose?',
    'put me down for anything',
    'I am on maternity leave from June',
  ])('are not made of talk: %s', async (text) => {
    const { profile, answer } = await said('executive', text);
    expect(topicsOf(profile)).toEqual(NOTHING);
    expect(answer).not.toMatch(/own words|Did you mean/);
  });

  it.each([
    'image recognition',
    'how to run a workshop',
    'I live in Bath',
    'nothing to teach anybody senior',
  ])('are asked about where a word means two things: %s', async (text) => {
    expect(topicsOf((await said('mentor', text)).profile)).toEqual(NOTHING);
  });

  it('are heard whole', async () => {
    const { profile } = await said('executive', 'I speak fluent Danish and know Excel inside out');
    expect(profile?.languages).toEqual(['en', 'da']);
    expect(Object.values(topicsOf(profile)).flat()).toEqual(['excel']);
    const second = await said('executive', 'skip', 'skip', 'skip', 'lunch or a walk; chat is best');
    expect(second.profile).toMatchObject({ meets: ['walk', 'lunch'], reach: ['chat'] });
  });
});

describe('questions to the bot', { timeout: 30_000 }, () => {
  it.each([
    ['how long does it take per month?', 'howLong.joining'],
    ['do I have to do this?', 'voluntary.yes'],
    ['who gave you my name?', 'whoAsked.through'],
    ['do I have to take part?', 'voluntary.yes'],
    ['are my answers forwarded?', 'whoSees.others'],
    ['who else takes part?', 'whoElse.nobody'],
  ])('are answered, and the question stands again: %s', async (text, word) => {
    const { answer } = await said('executive', text);
    expect(answer).toContain(words(`acts:${word}`, { who: words('acts:whoRuns') }));
    expect(answer).toContain(words('enrolment:ask.wants.executive'));
  });

  it('never say yes where “no” is meant', () => {
    for (const one of ['yes', 'unknown']) expect(words(`acts:voluntary.${one}`)).not.toMatch(/^Yes/);
  });
});

describe('a question', { timeout: 30_000 }, () => {
  it.each(['can I finish this tomorrow?', 'I need to run, my train leaves now'])(
    'is put aside, not given up: %s',
    async (text) => {
      const { answer } = await said('mentor', text, 'continue');
      expect(answer).toContain(words('enrolment:ask.offers.mentor'));
    },
  );

  it('counts no detour as a miss', async () => {
    const { answer } = await said('mentor', 'asdf', 'hello?', 'are you there?');
    expect(answer).toContain(words('enrolment:ask.offers.mentor'));
  });

  it.each(['Excel, everyone in their twenties uses it', 'an old hand at negotiation'])(
    'teaches nobody about age who named a topic: %s',
    async (text) => {
      expect((await said('executive', text)).answer).not.toContain(words('enrolment:personOrSkill'));
    },
  );
});

describe('cards and changes', { timeout: 30_000 }, () => {
  it('keeps the ticks of an offer apart from those of the question below it', async () => {
    const { visitor } = await said(
      'executive',
      'skip',
      'strategy, negotiating, and I know half the building so I can open doors',
    );
    const ids = JSON.stringify(lastCard()).match(/"id":"(?:offered|topics)"/g) ?? [];
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(ids.length);
    await visitor.hear({ ticks: ['negotiation'], asks: 'interests' });
    expect(topicsOf(await visitor.profile()).offers).toEqual(['strategy', 'negotiation']);
  });

  it('changes nothing by a card of earlier', async () => {
    const { visitor } = await said('executive', 'asdf');
    const ticked = tickedOn(lastCard(), { ticks: ['generativeAi'] });
    const skip = buttonsOf(lastCard()).find(({ title }) => title === words('enrolment:button.skip'));
    await visitor.hear({ says: 'Python', asks: 'offers' });
    await visitor.press(ticked.verb, ticked.data);
    await visitor.press(skip?.verb ?? '', skip?.data ?? {});
    expect(topicsOf(await visitor.profile())).toEqual({ ...NOTHING, wants: ['python'] });
    expect((await visitor.hear({ says: 'help', asks: 'offers' })).join()).toContain(
      words('enrolment:ask.offers.executive'),
    );
  });

  it('takes several ticks of one question at once', async () => {
    const { visitor } = await said('executive', 'asdf');
    await visitor.hear({ ticks: ['generativeAi', 'shortVideo'], asks: 'offers' });
    expect(topicsOf(await visitor.profile()).wants).toEqual(['generativeAi', 'shortVideo']);
  });

  it.each([
    ['take off Excel', []],
    ['remove Power BI', ['excel']],
  ])('works after the end, as help says: %s', async (text, offers) => {
    const end = ['Excel', 'skip', 'skip', 'skip', 'skip', 'nobody', 'done'];
    expect(topicsOf((await said('mentor', ...end, text)).profile).offers).toEqual(offers);
  });
});
