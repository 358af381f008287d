import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type Day, type PairId, type PersonId } from '#domain/basics/ids.ts';
import type { Enrolment } from '#domain/cohorts/member.ts';
import type { Pair } from '#domain/pairs/pair.ts';
import { exclusionOf } from '#domain/profile/exclusions.ts';
import { PILOT, words } from '#tests/bot/pairWorld.ts';
import {
  aSearchWorld,
  championRows,
  changeProfile,
  memberIn,
  type SearchWorld,
  slotsOf,
} from '#tests/bot/searchWorld.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { publishRound, runRound } from '#usecases/matching/rounds.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { introduce } from '#usecases/pairs/making.ts';
import { getPair } from '#usecases/pairs/pairSpace.ts';
import { askInTurn, listSearches, startSearch, stopSearch } from '#usecases/searches/searches.ts';
import { advanceSearch } from '#usecases/searches/turns.ts';
import { Partition } from '#usecases/story/partition.ts';

let world: SearchWorld;
const aChampionOf = async ({ ctx, diego }: SearchWorld) => {
  const since = { since: '2026-11-01T09:00:00.000Z' };
  await ctx.tables.commit('cohorts', PILOT, [{ op: 'create', key: `champion_${diego}`, value: since }]);
  return { cohort: PILOT, person: diego };
};
beforeEach(async () => {
  world = await aSearchWorld();
});

/** When Clara, in London, hears that the introductions of Monday, of the Tuesday after, … are over. */
const FIRST_END = '2026-12-01T09:00:00.000Z';
const SECOND_END = '2026-12-09T09:00:00.000Z';
const THIRD_END = '2026-12-17T09:00:00.000Z';

const namesIn = ({ mentors }: { mentors: { name: string; state: string }[] }) =>
  mentors.map(({ name, state }) => `${name} ${state}`);
/** A champion's word of a leave, as it stands in the cohort. */
const leave = async (person: PersonId, until = '2027-02-15') => {
  const rows = await Partition.pick(world.ctx, PILOT, [['member', person]]);
  const member = rows.find('member', person)?.value;
  if (!member) throw new Error('nobody of this cohort');
  rows.put('member', person, { ...member, awayUntil: asId<Day>(until) });
  await rows.commit();
};
const changeSettings = async (person: PersonId, change: { timeZone: string }) => {
  const own = await Partition.open(world.ctx, 'people', person);
  const known = own.find('settings')?.value;
  if (!known) throw new Error('nobody with settings');
  own.put('settings', '', { ...known, ...change });
  await own.commit();
};
const newsFor = (person: PersonId) =>
  world
    .sentTo(person)
    .map(({ at, view }) =>
      [at.slice(0, 16), view.kind, ...('next' in view ? [view.past, view.next] : [])].join(' '),
    );
const ask = async (first: PersonId, others = true) => {
  await startSearch(world.ctx, world.at);
  const seen = await askInTurn(world.ctx, world.at, { first, others });
  await world.settle();
  return seen;
};
const seenNow = async () => (await listSearches(world.ctx, world.clara))[0];
const say = (
  person: PersonId,
  answer: 'yes' | 'meetFirst' | 'notThisTime',
  pair: string | null | undefined,
) => answerIntroduction(world.ctx, person, asId<PairId>(pair ?? ''), answer);

describe('a search for a mentor', () => {
  it('begins with three who suit, best first, with reasons and first names', async () => {
    expect(await listSearches(world.ctx, world.clara)).toMatchObject([{ state: 'none', why: '' }]);
    const seen = await startSearch(world.ctx, world.at);
    expect(seen.state).toBe('choosing');
    expect(namesIn(seen)).toEqual(['Aisha open', 'Bruno open', 'Chiara open']);
    expect(seen.mentors[0]?.reasons[0]).toMatchObject({ kind: 'learn', topic: 'generativeAi' });
    expect(await startSearch(world.ctx, world.at)).toEqual(seen);
    expect(championRows(world)).not.toMatch(/search|choosing/);
  });

  it('leaves out who has no room, who is excluded and who was met before', async () => {
    await changeProfile(world, world.clara, { excludes: [exclusionOf('aisha@turntable.example')] });
    const made = {
      cohort: world.at.cohort,
      executive: world.henrik,
      mentor: world.bruno,
      reasons: [],
      fit: 1,
    };
    await introduce(world.ctx, { ...made, pair: asId('henrik-bruno') });
    expect(namesIn(await startSearch(world.ctx, world.at))).toEqual(['Chiara open']);
  });

  it('leaves out who is on leave, also once they were chosen; whoever looks is here', async () => {
    await leave(world.bruno);
    await leave(world.clara);
    const seen = await startSearch(world.ctx, world.at);
    expect(namesIn(seen).map((name) => name.split(' ')[0])).not.toContain('Bruno');
    await leave(world.aisha);
    expect(namesIn(await ask(world.aisha)).slice(0, 2)).toEqual(['Aisha left', 'Chiara asked']);
  });

  it('leaves out who is on leave by the day where they are', async () => {
    const zones = { aisha: 'Pacific/Kiritimati', bruno: 'Pacific/Pago_Pago' } as const;
    for (const who of ['aisha', 'bruno'] as const) {
      await changeSettings(world[who], { timeZone: zones[who] });
      await leave(world[who], '2026-11-24');
    }
    // Monday evening in UTC is Tuesday on Kiritimati, and Monday in Pago Pago until Tuesday at eleven.
    await world.until('2026-11-23T22:00:00.000Z');
    expect(namesIn(await startSearch(world.ctx, world.at))).toEqual(['Aisha open', 'Chiara open']);
  });

  it('keeps the list that is shown, also for whoever is excluded after it', async () => {
    const { mentors } = await startSearch(world.ctx, world.at);
    await changeProfile(world, world.clara, { excludes: [exclusionOf('bruno@turntable.example')] });
    await changeProfile(world, world.aisha, { excludes: [exclusionOf('clara@turntable.example')] });
    expect((await seenNow())?.mentors).toEqual(mentors);
    expect(namesIn(await ask(world.aisha))).toEqual(['Aisha asked', 'Bruno open', 'Chiara open']);
    await world.until(FIRST_END);
    expect(namesIn((await seenNow()) ?? { mentors: [] })).toEqual([
      'Aisha past',
      'Bruno asked',
      'Chiara open',
    ]);
  });

  it('asks the chosen one, who learns who asked, and nobody else', async () => {
    const seen = await ask(world.bruno);
    expect(seen).toMatchObject({ state: 'asking', hearBy: FIRST_END });
    expect(namesIn(seen)).toEqual(['Bruno asked', 'Aisha open', 'Chiara open']);
    expect(world.sent.map(({ to, view }) => [to, view.kind])).toEqual([[world.bruno, 'introduction']]);
    expect(world.sent[0]?.view).toMatchObject({
      askedBy: 'Clara',
      executive: 'Clara Exampleton',
      partners: ['Clara Exampleton'],
    });
    const his = await getPair(world.ctx, world.bruno, asId(seen.pair ?? ''), words);
    expect([his.card.next, his.open.pair.asked]).toEqual(['answer', world.clara]);
  });

  it('becomes a pair with the mentor’s yes, at once, and is over', async () => {
    const { pair } = await ask(world.aisha);
    expect(await say(world.aisha, 'yes', pair)).toEqual({ state: 'paired' });
    await world.settle();
    expect(await seenNow()).toMatchObject({ state: 'over', why: 'search:over.paired' });
    expect(newsFor(world.clara)).toEqual(['2026-11-23T09:00 paired']);
    await world.until(THIRD_END);
    expect(newsFor(world.bruno)).toEqual([]);
    expect(await memberIn(world, world.clara)).toMatchObject({ waiting: false });
  });

  it('has time for a first chat when the mentor would like to meet first', async () => {
    const { pair } = await ask(world.aisha);
    expect(await say(world.aisha, 'meetFirst', pair)).toEqual({ state: 'firstChat' });
    await world.settle();
    expect(await seenNow()).toMatchObject({ state: 'asking', hearBy: '2026-12-08T09:00:00.000Z' });
    await world.until('2026-12-02T09:00:00.000Z');
    expect(newsFor(world.clara)).toEqual(['2026-11-23T09:00 firstChat']);
    expect(await say(world.aisha, 'yes', pair)).toEqual({ state: 'paired' });
    await world.settle();
    expect((await seenNow())?.why).toBe('search:over.paired');
  });

  it('asks the others in turn, and nobody is left hanging after the last', async () => {
    await ask(world.aisha);
    await world.until(FIRST_END);
    expect(newsFor(world.clara)).toEqual(['2026-12-01T09:00 searchNews Aisha Bruno']);
    expect(world.sentTo(world.clara)[0]?.view).toMatchObject({ hearBy: SECOND_END });
    expect(await slotsOf(world, world.clara)).toEqual([(await seenNow())?.pair]);
    expect(newsFor(world.bruno)).toEqual(['2026-12-01T09:00 introduction']);
    await world.until(THIRD_END);
    expect(newsFor(world.clara).slice(1)).toEqual([
      '2026-12-09T09:00 searchNews Bruno Chiara',
      '2026-12-17T09:00 searchNews Chiara ',
    ]);
    expect(await seenNow()).toMatchObject({ state: 'over', why: 'search:over.nobodyLeft', pair: null });
    expect(await slotsOf(world, world.clara)).toEqual([]);
    for (const person of [world.clara, world.aisha, world.bruno, world.chiara])
      expect(await memberIn(world, person)).toMatchObject({ waiting: true });
    await world.until('2027-03-01T09:00:00.000Z');
    expect(newsFor(world.clara)).toHaveLength(3);
    expect(await startSearch(world.ctx, world.at)).toMatchObject({
      state: 'impossible',
      why: 'search:nobody',
    });
  });

  it('asks nobody else when the executive wants only the one', async () => {
    expect(namesIn(await ask(world.aisha, false))).toEqual(['Aisha asked', 'Bruno left', 'Chiara left']);
    await world.until(FIRST_END);
    expect(newsFor(world.clara)).toEqual(['2026-12-01T09:00 searchNews Aisha ']);
    expect((await seenNow())?.why).toBe('search:over.onlyOne');
    expect(namesIn(await startSearch(world.ctx, world.at))).toEqual(['Bruno open', 'Chiara open']);
  });

  it('passes over in silence whose room has filled up, or who changed or left meanwhile', async () => {
    await ask(world.aisha);
    const made = {
      cohort: world.at.cohort,
      executive: world.henrik,
      mentor: world.bruno,
      reasons: [],
      fit: 1,
    };
    await introduce(world.ctx, { ...made, pair: asId('henrik-bruno') });
    await world.until(FIRST_END);
    expect(newsFor(world.clara)).toEqual(['2026-12-01T09:00 searchNews Aisha Chiara']);
    expect(namesIn((await seenNow()) ?? { mentors: [] })).toEqual([
      'Aisha past',
      'Bruno left',
      'Chiara asked',
    ]);
  });

  it('stops when asked to: the mentor learns at her own hour, as ever, and nobody else is asked', async () => {
    const { pair } = await ask(world.aisha);
    expect(await stopSearch(world.ctx, world.at)).toMatchObject({
      state: 'over',
      why: 'search:over.stopped',
    });
    await world.settle();
    const hers = await getPair(world.ctx, world.aisha, asId(pair ?? ''), words);
    expect([hers.card.state, hers.card.next]).toEqual(['introduced', 'answer']);
    expect(await slotsOf(world, world.clara)).toEqual([pair]);
    expect(await startSearch(world.ctx, world.at)).toMatchObject({
      state: 'impossible',
      why: 'search:noRoom',
    });
    expect(await say(world.aisha, 'yes', pair)).toEqual({ state: 'waiting' });
    await world.until(THIRD_END);
    expect(newsFor(world.aisha).slice(1)).toEqual(['2026-12-01T08:00 introductionEnded']);
    expect(newsFor(world.clara)).toEqual(['2026-12-01T09:00 introductionEnded']);
    expect(newsFor(world.bruno)).toEqual([]);
    expect(await startSearch(world.ctx, world.at)).toMatchObject({ state: 'choosing' });
  });

  it('put aside before a choice leaves nothing', async () => {
    await startSearch(world.ctx, world.at);
    expect(await stopSearch(world.ctx, world.at)).toMatchObject({ state: 'none', mentors: [] });
    expect(await stopSearch(world.ctx, world.at)).toMatchObject({ state: 'none' });
  });

  it.each([
    ['a list that nobody chose from', false],
    ['one under way', true],
  ])('ends with leaving the programme: %s', async (_, isAsked) => {
    const leave = () => answerEnrolment(world.ctx, world.clara, PILOT, 'pass');
    if (isAsked) await ask(world.aisha);
    else await startSearch(world.ctx, world.at);
    await leave();
    const isBack = await answerEnrolment(world.ctx, world.clara, PILOT, 'join');
    expect(isBack.state).toBe('joined');
    expect(await seenNow()).toMatchObject(
      isAsked ? { state: 'over', pair: null, why: 'search:over.stopped' } : { state: 'none' },
    );
    await world.settle();
    await leave();
    await world.until(THIRD_END);
    expect(newsFor(world.clara)).toEqual([]);
    expect(newsFor(world.bruno)).toEqual([]);
    expect(await memberIn(world, world.clara)).toMatchObject({ state: 'left', waiting: false });
    await answerEnrolment(world.ctx, world.clara, PILOT, 'join');
    await world.settle();
    expect(await startSearch(world.ctx, world.at)).toMatchObject({ state: 'choosing' });
  });

  it('that runs for somebody who left long ago ends with its next turn', async () => {
    await ask(world.aisha);
    const known = await world.ctx.tables.find('people', world.clara, `enrolment_${PILOT}`);
    const left = { ...(known?.value as Enrolment), state: 'left' };
    await world.ctx.tables.commit('people', world.clara, [
      { op: 'replace', key: `enrolment_${PILOT}`, value: left, etag: known?.etag ?? '' },
    ]);
    await world.until(THIRD_END);
    expect(newsFor(world.clara)).toEqual([]);
    expect(newsFor(world.bruno)).toEqual([]);
  });

  it('that is stopped when the mentor has just said yes ends as a pair', async () => {
    const { pair } = await ask(world.aisha);
    await Promise.allSettled([stopSearch(world.ctx, world.at), say(world.aisha, 'yes', pair)]);
    await world.settle();
    const { open } = await getPair(world.ctx, world.clara, asId(pair ?? ''), words);
    const seen = await seenNow();
    expect(seen?.why).toBe(open.pair.state === 'active' ? 'search:over.paired' : 'search:over.stopped');
  });

  it('ends kindly when the executive has found somebody otherwise', async () => {
    await changeProfile(world, world.clara, { capacity: 2 });
    await ask(world.aisha);
    const pair = asId<PairId>('from-a-round');
    const made = {
      cohort: world.at.cohort,
      executive: world.clara,
      mentor: world.chiara,
      reasons: [],
      fit: 1,
    };
    await introduce(world.ctx, { ...made, pair });
    world.ctx.clock.advance(60_000);
    for (const person of [world.clara, world.chiara]) await say(person, 'yes', pair);
    await world.until(FIRST_END);
    expect(await seenNow()).toMatchObject({ state: 'over', why: 'search:over.elsewhere' });
    const news = world.sentTo(world.clara).at(-1)?.view;
    expect(news).toMatchObject({ kind: 'searchNews', past: 'Aisha', next: '', ended: 'elsewhere' });
    expect(newsFor(world.bruno)).toEqual([]);
  });

  it('goes on when the executive herself lets one introduction go', async () => {
    const { pair } = await ask(world.aisha);
    await say(world.clara, 'notThisTime', pair);
    await world.until(FIRST_END);
    expect(newsFor(world.clara)).toEqual(['2026-12-01T09:00 searchNews Aisha Bruno']);
  });

  it('is nobody else’s: mentors and strangers have none', async () => {
    for (const person of [world.aisha, world.diego]) {
      expect(await listSearches(world.ctx, person)).toEqual([]);
      const asked = startSearch(world.ctx, { ...world.at, person });
      await expect(asked).rejects.toMatchObject({ kind: 'missing' });
    }
    const choice = { first: world.aisha, others: true };
    await expect(askInTurn(world.ctx, world.at, choice)).rejects.toMatchObject({ kind: 'conflict' });
    await startSearch(world.ctx, world.at);
    const stranger = { first: world.diego, others: true };
    await expect(askInTurn(world.ctx, world.at, stranger)).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('says why there is no list: no topic, no room, a closed cohort', async () => {
    await changeProfile(world, world.clara, { wants: [] });
    expect(await startSearch(world.ctx, world.at)).toMatchObject({
      state: 'impossible',
      why: 'search:noProfile',
    });
    await changeProfile(world, world.henrik, { wants: [asId('own:glass blowing')] });
    const his = { ...world.at, person: world.henrik };
    expect(await startSearch(world.ctx, his)).toMatchObject({ state: 'impossible', why: 'search:nobody' });
  });
});

describe('two who want the same mentor', () => {
  it('never have her twice: the one place decides, and the other’s search goes on', async () => {
    const his = { ...world.at, person: world.henrik };
    await Promise.all([startSearch(world.ctx, world.at), startSearch(world.ctx, his)]);
    const choice = { first: world.aisha, others: true };
    const seen = await Promise.all([
      askInTurn(world.ctx, world.at, choice),
      askInTurn(world.ctx, his, choice),
    ]);
    await world.settle();
    const asked = seen.map(({ mentors }) => mentors.find(({ state }) => state === 'asked')?.name);
    expect(asked.sort()).toEqual(['Aisha', 'Bruno']);
    expect(await slotsOf(world, world.aisha)).toHaveLength(1);
  });

  it('is the same introduction when one press arrives twice', async () => {
    await startSearch(world.ctx, world.at);
    const choice = { first: world.aisha, others: true };
    const seen = await Promise.all([
      askInTurn(world.ctx, world.at, choice),
      askInTurn(world.ctx, world.at, choice),
    ]);
    await world.settle();
    expect(new Set(seen.map(({ pair }) => pair)).size).toBe(1);
    await advanceSearch(world.ctx, world.at);
    expect(world.sent).toHaveLength(1);
  });

  it('shares the places with a round that is published at the same time', async () => {
    const { ctx, chiara } = world;
    const noor = await aChampionOf(world);
    await runRound(ctx, noor);
    await startSearch(ctx, world.at);
    await Promise.all([
      askInTurn(ctx, world.at, { first: world.aisha, others: true }),
      publishRound(ctx, noor, 1),
    ]);
    await world.settle();
    for (const person of [world.clara, world.henrik, world.aisha, world.bruno, chiara])
      expect((await slotsOf(world, person)).length).toBeLessThanOrEqual(1);
    const pairs = ctx.tables.all('pairs').filter(({ key }) => key === 'pair');
    const members = pairs.flatMap(({ value }) => (value as Pair).members.map(({ person }) => person));
    expect(new Set(members).size).toBe(members.length);
    expect(members).toContain(world.clara);
    const leftOut = world.sent.filter(({ view }) => view.kind === 'leftOut').map(({ to }) => to);
    expect(leftOut.filter((person) => members.includes(person))).toEqual([]);
  });

  it('does not introduce two again whom a round introduced', async () => {
    await changeProfile(world, world.clara, { capacity: 2 });
    await changeProfile(world, world.aisha, { capacity: 2 });
    await startSearch(world.ctx, world.at);
    const made = {
      cohort: world.at.cohort,
      executive: world.clara,
      mentor: world.aisha,
      reasons: [],
      fit: 1,
    };
    const [, outcome] = await Promise.all([
      askInTurn(world.ctx, world.at, { first: world.aisha, others: false }),
      introduce(world.ctx, { ...made, pair: asId('from-a-round') }),
    ]);
    const pairs = world.ctx.tables.all('pairs').filter(({ key }) => key === 'pair');
    expect(pairs).toHaveLength(1);
    expect(['introduced', 'noRoom']).toContain(outcome);
  });
});
