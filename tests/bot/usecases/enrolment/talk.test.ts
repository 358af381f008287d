import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type CohortId, type Instant, type PersonId } from '#domain/basics/ids.ts';
import type { Cohort } from '#domain/cohorts/cohort.ts';
import type { Enrolment, Member } from '#domain/cohorts/member.ts';
import type { Line } from '#domain/enrolment/conversation.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { answerEnrolment, projectEnrolment } from '#usecases/enrolment/enrolment.ts';
import { greet, hear, startEnrolment } from '#usecases/enrolment/talk.ts';
import { getMe } from '#usecases/home/me.ts';
import { getProfile } from '#usecases/profile/profile.ts';
import { Partition } from '#usecases/story/partition.ts';
import { wordsFor } from '#words/words.ts';

const words = wordsFor('en');
const AMELIE = asId<PersonId>('amelie');
const PILOT = asId<CohortId>('pilot');
const WAVE = asId<CohortId>('wave');

let ctx: TestContext;

const linesOf = (said: Line[] | { said: Line[] }): Line[] => (Array.isArray(said) ? said : said.said);
const textOf = (said: Line[] | { said: Line[] }): string[] =>
  linesOf(said).flatMap((one) =>
    one.text ? [words(one.text.word, one.text.values)] : one.card ? [`card ${one.card.name}`] : [],
  );
const buttonsOf = (said: Line[] | { said: Line[] }): string[] =>
  linesOf(said)
    .flatMap((one) => one.buttons ?? [])
    .map((button) => button.hears);
const say = async (text: string): Promise<string[]> => textOf(await hear(ctx, AMELIE, { text }, words));

async function invite(cohort: CohortId, name: string, state: Cohort['state'] = 'enrolling'): Promise<void> {
  const rows = await Partition.openCohort(ctx, cohort, []);
  const made: Cohort = {
    name,
    kind: 'pilot',
    state,
    startsOn: asId('2026-11-01'),
    endsOn: asId('2027-05-31'),
    fitFloor: 0,
    createdAt: asId('2026-11-01T09:00:00.000Z'),
  };
  rows.create('cohort', '', made);
  rows.create('member', AMELIE, { role: 'executive', state: 'invited', waiting: false } satisfies Member);
  await rows.commit();
  const own = await Partition.open(ctx, 'people', AMELIE);
  own.create('enrolment', cohort, {
    cohortName: name,
    role: 'executive',
    state: 'invited',
    invitedAt: asId('2026-11-02T09:00:00.000Z'),
    answeredAt: '',
  } satisfies Enrolment);
  await own.commit();
}

const enrolmentOf = async (cohort: CohortId) =>
  (await Partition.open(ctx, 'people', AMELIE)).find('enrolment', cohort)?.value;
const memberOf = async (cohort: CohortId) =>
  (await Partition.openCohort(ctx, cohort, ['member'])).find('member', AMELIE)?.value;

beforeEach(async () => {
  ctx = aContext();
  const own = await Partition.open(ctx, 'people', AMELIE);
  own.create('person', '', {
    name: 'Amelie Meyer',
    mail: 'amelie@contoso.com',
    directoryId: 'd1',
    signInName: '',
    addresses: [],
    joinedTo: '',
  });
  own.create('settings', '', { locale: 'en-GB', timeZone: 'Europe/Zurich', newsMuted: false });
  await own.commit();
});

describe('answering an invitation', () => {
  it('joins once, however often it is pressed, and tells the cohort', async () => {
    await invite(PILOT, 'Finance pilot');
    await answerEnrolment(ctx, AMELIE, PILOT, 'join');
    const first = await enrolmentOf(PILOT);
    ctx.clock.advance(60_000);
    expect(await answerEnrolment(ctx, AMELIE, PILOT, 'join')).toEqual(first);
    await projectEnrolment(ctx, PILOT, AMELIE);
    await projectEnrolment(ctx, PILOT, AMELIE);
    expect((await memberOf(PILOT))?.state).toBe('joined');
  });

  it('passes, changes its mind, and leaves again', async () => {
    await invite(PILOT, 'Finance pilot');
    expect((await answerEnrolment(ctx, AMELIE, PILOT, 'pass')).state).toBe('passed');
    expect((await answerEnrolment(ctx, AMELIE, PILOT, 'join')).state).toBe('joined');
    expect((await answerEnrolment(ctx, AMELIE, PILOT, 'pass')).state).toBe('left');
  });

  it('is not there for who was not invited', async () => {
    await invite(PILOT, 'Finance pilot');
    await expect(answerEnrolment(ctx, asId('bob'), PILOT, 'join')).rejects.toMatchObject({ kind: 'missing' });
    await expect(answerEnrolment(ctx, AMELIE, WAVE, 'join')).rejects.toMatchObject({ kind: 'missing' });
  });

  it('comes too late once the cohort is closed', async () => {
    await invite(PILOT, 'Finance pilot', 'closed');
    await expect(startEnrolment(ctx, AMELIE, PILOT)).rejects.toMatchObject({ kind: 'gone' });
  });
});

describe('the conversation over days and servers', () => {
  beforeEach(async () => {
    await invite(PILOT, 'Finance pilot');
    await startEnrolment(ctx, AMELIE, PILOT, words);
  });

  it('keeps its state in rows: another server goes on with the next sentence', async () => {
    await say('TikTok');
    const another: TestContext = { ...aContext(), tables: ctx.tables, clock: ctx.clock };
    await hear(another, AMELIE, { text: 'strategy and my network' }, words);
    const { profile } = await getProfile(another, AMELIE);
    expect(profile.wants).toEqual(['shortVideo']);
    expect(profile.offers.map((offer) => offer.topic)).toContain('strategy');
    expect(profile.timeZone).toBe('Europe/Zurich');
  });

  it('resumes after a week with one line', async () => {
    await say('TikTok');
    ctx.clock.advance(7 * 86_400_000);
    expect((await say('hi'))[0]).toContain('We were at what you could help a colleague with');
  });

  it('goes on where it was when join is pressed again', async () => {
    await say('TikTok');
    expect(textOf(await startEnrolment(ctx, AMELIE, PILOT)).join(' ')).toContain('help a colleague with');
  });

  it('begins for who joined without ever being asked: in the tab, or as a server died', async () => {
    const own = await Partition.open(ctx, 'people', AMELIE);
    for (const kind of ['conversation', 'profile'] as const) own.remove(kind);
    await own.commit();
    expect((await say('what now???')).join()).toContain('Shall we go on?');
    expect((await say('continue')).join()).toContain('What would you love to understand better?');
  });

  it('refuses 100,000 characters kindly and stays where it was', async () => {
    expect(await say('a'.repeat(100_000))).toEqual([words('enrolment:tooLong', { max: 5000 })]);
    expect(await say('TikTok')).toEqual(expect.arrayContaining([expect.stringContaining('Short video')]));
  });

  it('hears two messages at once, and loses neither', async () => {
    await Promise.all([say('TikTok'), say('I speak Dutch')]);
    const { profile } = await getProfile(ctx, AMELIE);
    expect(profile.wants).toEqual(['shortVideo']);
    expect(profile.languages).toEqual(['en', 'nl']);
  });

  it('ends when the person leaves the cohort', async () => {
    await answerEnrolment(ctx, AMELIE, PILOT, 'pass');
    expect((await say('TikTok')).length).toBeGreaterThan(0);
    expect((await getProfile(ctx, AMELIE)).profile.wants).toEqual([]);
  });

  it('pauses news in the middle and asks on', async () => {
    await say('pause news');
    expect((await Partition.open(ctx, 'people', AMELIE)).find('settings')?.value.newsMuted).toBe(true);
    await say('TikTok');
    expect((await getProfile(ctx, AMELIE)).profile.wants).toEqual(['shortVideo']);
  });

  it('stops, and continues by the word', async () => {
    await say('TikTok');
    await say('stop');
    expect((await say('continue')).join(' ')).toContain('help a colleague with');
  });
});

describe('outside a conversation', () => {
  it('points to the one open invitation, whatever is typed, and joins by the word', async () => {
    await invite(PILOT, 'Finance pilot');
    for (const text of ['hi', 'asdf', 'what is this?', '🙂']) {
      const said = await hear(ctx, AMELIE, { text }, words);
      expect(textOf(said).join(' ')).toContain('Finance pilot');
      expect(buttonsOf(said)).toContain('join');
    }
    expect((await say('join')).join(' ')).toContain('understand better');
    expect((await enrolmentOf(PILOT))?.state).toBe('joined');
  });

  it('lets choose between two invitations', async () => {
    await invite(PILOT, 'Finance pilot');
    await invite(WAVE, 'Second wave');
    const said = await hear(ctx, AMELIE, { text: 'join' }, words);
    expect(buttonsOf(said)).toEqual(['join 1', 'join 2']);
    await say('join 2');
    expect((await enrolmentOf(WAVE))?.state).toBe('joined');
  });

  it('names those of many invitations that have no button, and joins the last of them', async () => {
    const many = Array.from({ length: 12 }, (_, n) => asId<CohortId>(`many-${String(n).padStart(2, '0')}`));
    for (const [n, cohort] of many.entries()) await invite(cohort, `Programme ${n + 1}`);
    const said = await hear(ctx, AMELIE, { text: 'join' }, words);
    expect(buttonsOf(said)).toHaveLength(6);
    expect(textOf(said).join(' ')).toContain('“join 12” Programme 12');
    await say('join 12');
    expect((await enrolmentOf(many[11] as CohortId))?.state).toBe('joined');
  });

  it('takes a no and a later', async () => {
    await invite(PILOT, 'Finance pilot');
    await say('ask me later');
    expect((await enrolmentOf(PILOT))?.state).toBe('later');
    await say('not for me');
    expect((await enrolmentOf(PILOT))?.state).toBe('passed');
  });

  it('is never a dead end', async () => {
    for (const text of [
      'hello',
      'asdf',
      '',
      '🙂',
      'you idiot',
      'profile',
      'my pair',
      'join',
      'stop',
      'who sees what',
      'why?',
      'thanks',
    ]) {
      const said = await hear(ctx, AMELIE, { text }, words);
      expect(linesOf(said).length, text).toBeGreaterThan(0);
      expect(textOf(said).join(''), text).not.toMatch(/enrolment:|\{\{/);
    }
  });

  it('adds a topic that somebody mentions later, and shows the card', async () => {
    await invite(PILOT, 'Finance pilot');
    await startEnrolment(ctx, AMELIE, PILOT);
    for (const text of ['TikTok', 'skip', 'skip', 'skip', 'skip', 'skip', 'done']) await say(text);
    expect(await say('I could also help with Excel')).toContain('card profile');
    expect((await getProfile(ctx, AMELIE)).profile.offers).toEqual([{ topic: 'excel', strength: 0 }]);
    expect((await say('not TikTok')).join(' ')).toContain('Taken off');
  });

  it('greets after installing, with the invitation', async () => {
    await invite(PILOT, 'Finance pilot');
    expect(textOf(await greet(ctx, AMELIE)).join(' ')).toMatch(/I’m Turntable.*Finance pilot/);
  });
});

describe('what is heard and how somebody is called', () => {
  it('takes the bare word “news” for an answer while a question is open', async () => {
    await invite(PILOT, 'Pilot');
    await startEnrolment(ctx, AMELIE, PILOT);
    await say('mute news');
    expect((await say('news')).join(' ')).not.toContain('News is on again');
  });

  it('greets by the name an import said where the account has none', async () => {
    const own = await Partition.open(ctx, 'people', AMELIE);
    const known = own.find('person')?.value;
    if (known) own.put('person', '', { ...known, name: '' });
    own.create('said', PILOT, {
      ...{ name: 'Muster, Erika', mail: '', manager: '', department: '', location: '' },
      ...{ by: AMELIE, at: asId('2026-11-02T09:00:00.000Z'), source: 'i' },
    });
    await own.commit();
    expect(textOf(await greet(ctx, AMELIE))[0]).toContain('Hello Erika,');
  });

  it('greets by the name that the import of the own programme said, not that of another', async () => {
    const own = await Partition.open(ctx, 'people', AMELIE);
    const known = own.find('person')?.value;
    if (known) own.put('person', '', { ...known, name: '' });
    const said = (name: string) => ({
      ...{ name, mail: '', manager: '' as const, department: '', location: '' },
      ...{ by: AMELIE, at: asId<Instant>('2026-11-02T09:00:00.000Z'), source: 'i' },
    });
    own.create('said', asId('elsewhere'), said('Muster, Anna'));
    own.create('said', WAVE, said('Muster, Erika'));
    await own.commit();
    await invite(WAVE, 'Wave');
    expect(textOf(await greet(ctx, AMELIE))[0]).toContain('Hello Erika,');
    expect((await getMe(ctx, { person: AMELIE, roles: [] })).firstName).toBe('Erika');
    expect(textOf(await startEnrolment(ctx, AMELIE, WAVE))[0]).toContain('Lovely to have you, Erika.');
  });

  it.each(['', 'Dr.', 'HR'])('greets without a gap where the only name is “%s”', async (name) => {
    const own = await Partition.open(ctx, 'people', AMELIE);
    const known = own.find('person')?.value;
    if (known) own.put('person', '', { ...known, name });
    await own.commit();
    await invite(PILOT, 'Finance pilot');
    expect(textOf(await greet(ctx, AMELIE))[0]).toMatch(/^Hello, I’m Turntable\./);
    expect((await getMe(ctx, { person: AMELIE, roles: [] })).firstName).toBe('');
    const said = textOf(await startEnrolment(ctx, AMELIE, PILOT));
    for (const typed of ['stop', 'continue']) said.push(...(await say(typed)));
    for (const sentence of said) expect(sentence).not.toMatch(/ ,|, ?[.,]|^,/);
    expect(said[0]).toMatch(/^Lovely to have you\. /);
  });
});
