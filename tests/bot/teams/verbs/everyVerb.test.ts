import { beforeEach, describe, expect, it } from 'vitest';
import { asId, toInstant } from '#domain/basics/ids.ts';
import { VERBS } from '#teams/verbs/index.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import { aConcernWorld } from '#tests/bot/concernWorld.ts';
import { aPairWorld, aSigned, introduceThem, PAIR, type PairWorld, PILOT } from '#tests/bot/pairWorld.ts';
import { aSearchWorld } from '#tests/bot/searchWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { aMeeting, type ShownCard, truthIn } from '#tests/bot/teams/stage.ts';
import { aBotOn, as, type Bot, CARD, MESSAGE } from '#tests/bot/teams/surroundings.ts';
import { aPairIn } from '#tests/bot/usecases/pairs/partings.ts';
import { shuffled } from '#tests/fakes/shuffled.ts';
import { startEnrolment } from '#usecases/enrolment/talk.ts';
import { sayOwnAway } from '#usecases/life/ownLeave.ts';
import { giveFeedback } from '#usecases/meetings/feedback.ts';
import { endPair } from '#usecases/pairs/ending.ts';
import { pausePair } from '#usecases/pairs/pause.ts';
import { askInTurn, startSearch } from '#usecases/searches/searches.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');

/** Where Clara may press a button, what the button carries, and what makes it final. */
interface Sample {
  stage(): Promise<{ world: PairWorld; data: object }>;
  /** What turns the press into one that cannot be taken back; missing for a verb that has none. */
  final?: object;
}

async function anInvited(): Promise<PairWorld> {
  const world = await aPairWorld();
  const at = toInstant(world.ctx.clock.now());
  const own = { cohortName: 'Finance pilot', role: 'executive', state: 'invited', invitedAt: at };
  const member = { role: 'executive', state: 'invited', waiting: false };
  const { tables } = world.ctx;
  await tables.commit('people', world.clara, [
    { op: 'create', key: `enrolment_${PILOT}`, value: { ...own, answeredAt: '' } },
  ]);
  const announcement = { title: 'We start', text: 'Welcome', audience: 'everyone', by: world.diego, at };
  await tables.commit('cohorts', PILOT, [
    { op: 'create', key: `member_${world.clara}`, value: member },
    { op: 'create', key: 'announcement_a1', value: announcement },
  ]);
  return world;
}
/** Clara is asked what she wants to learn. */
async function anAsked(): Promise<PairWorld> {
  const world = await anInvited();
  await startEnrolment(world.ctx, world.clara, PILOT);
  return world;
}
const anIntroduced = async (): Promise<PairWorld> => {
  const world = await aPairWorld();
  await introduceThem(world);
  return world;
};
const looking =
  (isAsking: boolean, data: object = {}) =>
  async () => {
    const world = await aSearchWorld();
    const { search = '' } = await startSearch(world.ctx, world.at);
    if (isAsking) await askInTurn(world.ctx, world.at, { first: world.aisha, others: true });
    return { world, data: { cohort: PILOT, search, ...data } };
  };
const news = async () => ({ world: await aPairWorld(), data: {} });

/** Clara is asked to be a contact. */
async function anAskedContact(): Promise<PairWorld> {
  const world = await aPairWorld();
  await aContactIn(world.ctx, PILOT, { state: 'asked' }, world.clara);
  return world;
}

/** Clara is a mentor of the pilot, whose mentors gather. */
async function aGathered(): Promise<PairWorld> {
  const world = await aPairWorld();
  const nowMs = world.ctx.clock.now();
  const at = toInstant(nowMs);
  const called = {
    gathering: 'g1',
    by: world.diego,
    at,
    minutes: 60,
    place: 'Room 4',
    line: '',
    question: 0,
  };
  await world.ctx.tables.commit('cohorts', PILOT, [
    {
      ...{ op: 'create', key: `member_${world.clara}` },
      value: { role: 'mentor', state: 'joined', waiting: false },
    },
    {
      ...{ op: 'create', key: 'gathering_g1' },
      value: { ...called, startsAt: toInstant(nowMs + 86_400_000), state: 'called' },
    },
  ]);
  return world;
}

/** Clara backs the pilot, and is asked whether something may be sent in her name. */
async function anAskedSponsor(): Promise<PairWorld> {
  const world = await aPairWorld();
  const at = toInstant(world.ctx.clock.now());
  const asked = { announcement: 'a1', title: 'We start', text: 'Welcome', audience: 'everyone', word: '' };
  await world.ctx.tables.commit('cohorts', PILOT, [
    { op: 'create', key: `sponsor_${world.clara}`, value: { since: at } },
    {
      ...{ op: 'create', key: 'inname_a1' },
      value: { ...asked, by: world.diego, sponsor: world.clara, at, state: 'asked' },
    },
  ]);
  return world;
}

/** Clara has said how their meeting was. */
async function afterMeeting(data: object): Promise<{ world: PairWorld; data: object }> {
  const world = await aSigned();
  const occurrence = await aMeeting(world);
  await giveFeedback(world.ctx, world.clara, { pair: PAIR, occurrence, from: 'card' }, { worthTheHour: 4 });
  return { world, data: { pair: PAIR, occurrence, ...data } };
}

const SAMPLES: Record<string, Sample> = {
  'contact.answer': {
    stage: async () => ({
      world: await anAskedContact(),
      data: { cohort: PILOT, seat: 'contact', answer: 'accept' },
    }),
  },
  'gathering.answer': {
    stage: async () => ({
      world: await aGathered(),
      data: { cohort: PILOT, gathering: 'g1', isComing: true },
    }),
  },
  'inName.answer': {
    stage: async () => ({
      world: await anAskedSponsor(),
      data: { cohort: PILOT, announcement: 'a1', answer: 'no', word: 'Shorter' },
    }),
  },
  'enrolment.answer': {
    stage: async () => ({ world: await anInvited(), data: { cohort: PILOT, answer: 'join' } }),
  },
  'leave.note': { stage: async () => ({ world: await anAsked(), data: { until: '2027-01-04' } }) },
  'leave.end': {
    stage: async () => {
      const world = await anAsked();
      await sayOwnAway(world.ctx, world.clara, asId('2027-01-04'));
      return { world, data: {} };
    },
  },
  'conversation.say': { stage: async () => ({ world: await anInvited(), data: { hears: 'join' } }) },
  'conversation.pick': {
    stage: async () => ({
      world: await anAsked(),
      data: { at: 'wants', keeps: 'ticked', topics: 'wants generativeAi' },
    }),
  },
  'pair.answer': {
    stage: async () => ({ world: await anIntroduced(), data: { pair: PAIR, answer: 'yes' } }),
    final: { answer: 'notThisTime' },
  },
  'pair.show': { stage: async () => ({ world: await anIntroduced(), data: { pair: PAIR } }) },
  'pair.withdraw': { stage: async () => ({ world: await aSigned(), data: { pair: PAIR } }), final: {} },
  'pair.consent': { stage: async () => ({ world: await aSigned(), data: { pair: PAIR } }) },
  'pair.pause': {
    stage: async () => ({
      world: await aSigned(),
      data: { pair: PAIR, asked: true, seen: '0', until: '2027-01-04' },
    }),
  },
  'pair.resume': {
    stage: async () => {
      const world = await aSigned();
      await pausePair(world.ctx, world.aisha, PAIR, { until: asId('2027-01-04') });
      return { world, data: { pair: PAIR, seen: '1', sure: true } };
    },
  },
  'pair.end': { stage: async () => ({ world: await aSigned(), data: { pair: PAIR } }), final: {} },
  'pair.newMatch': {
    stage: async () => {
      const world = await aPairIn();
      await endPair(world.ctx, world.aisha, PAIR);
      return { world, data: { pair: PAIR, wish: 'somebodyNew' } };
    },
  },
  'pair.stay': { stage: async () => ({ world: await aSigned(), data: { pair: PAIR } }) },
  'search.start': { stage: looking(false) },
  'search.show': { stage: looking(true) },
  'search.choose': {
    stage: async () => {
      const { world, data } = await looking(false)();
      return { world, data: { ...data, first: world.aisha, others: 'true' } };
    },
  },
  'search.stop': { stage: looking(true), final: {} },
  'search.notNow': { stage: looking(false) },
  'feedback.give': {
    stage: async () => {
      const world = await aSigned();
      const occurrence = await aMeeting(world);
      return { world, data: { pair: PAIR, occurrence, worthTheHour: '4' } };
    },
  },
  'concern.raise': {
    stage: async () => {
      const world = await aConcernWorld();
      return { world, data: { cohort: PILOT, to: world.hana, text: 'That was not right.' } };
    },
  },
  'feedback.change': { stage: () => afterMeeting({ worthTheHour: '2' }) },
  'feedback.add': { stage: () => afterMeeting({ learned: 'To ask twice' }) },
  'feedback.carryOn': { stage: () => afterMeeting({}) },
  'meeting.outcome': { stage: () => afterMeeting({ outcome: 'met' }) },
  'meeting.choose': { stage: () => afterMeeting({}) },
  'meeting.tell': { stage: () => afterMeeting({ day: '2026-11-23', way: 'walk' }) },
  'meeting.notTold': { stage: news },
  'announcement.reply': {
    stage: async () => ({
      world: await anInvited(),
      data: { cohort: PILOT, announcement: 'a1', text: 'Gladly' },
    }),
  },
  'nudge.later': {
    stage: async () => ({
      world: await aSigned(),
      data: { pair: PAIR, rule: 'firstMeeting', occasion: '1' },
    }),
  },
  'nudge.off': { stage: news },
  'nudge.on': { stage: news },
  'news.mute': { stage: news },
  'news.unmute': { stage: news },
};

let world: PairWorld;
let data: object;
let bot: Bot;
async function enter({ stage }: Sample): Promise<void> {
  ({ world, data } = await stage());
  bot = aBotOn(world.ctx, teams);
  await bot.deliver({ text: 'status' });
  teams.calls.length = 0;
}

describe.each([...VERBS.keys()])('%s', (verb) => {
  const sample = SAMPLES[verb];
  beforeEach(async () => {
    if (!sample) throw new Error(`nobody shows how ${verb} is pressed`);
    await enter(sample);
  });

  it('that arrives three times under three ids is one press, and says the same', async () => {
    const first = await bot.press(verb, data);
    const after = truthIn(world.ctx);
    const more = [await bot.press(verb, data), await bot.press(verb, data)];
    expect(more).toEqual([first, first]);
    expect(teams.said.length).toBeLessThanOrEqual(1);
    expect(truthIn(world.ctx)).toEqual(after);
  });

  it.each([1, 2, 3])('that arrives three times at once is one press (order %i)', async (seed) => {
    const late = aBotOn(shuffled(world.ctx, seed), teams);
    const three = await Promise.all([1, 2, 3].map(() => late.press(verb, data)));
    expect(new Set(three.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(teams.said.length).toBeLessThanOrEqual(1);
    expect(world.ctx.log.errors).toEqual([]);
  });

  it('tells whoever is not of the pair the same as where there is none, and changes nothing', async () => {
    if (!('pair' in data)) return;
    const { final = {} } = sample as Sample;
    for (const who of ['diego', 'noor', 'hana', 'stranger']) {
      await bot.deliver({ text: 'status', ...as(who) });
      const before = truthIn(world.ctx);
      const said = teams.said.length;
      for (const carried of [data, { ...data, ...final, sure: true }]) {
        const mine = await bot.press(verb, carried, { ...as(who), replyToId: `${who}-1` });
        const none = await bot.press(
          verb,
          { ...carried, pair: 'none' },
          { ...as(who), replyToId: `${who}-2` },
        );
        expect(mine).toEqual(none);
      }
      expect(truthIn(world.ctx)).toEqual(before);
      expect(JSON.stringify(teams.said.slice(said))).not.toMatch(/Aisha|Clara/);
    }
  });

  it('is answered with a sentence or a card, whatever it carries', async () => {
    const odd = [undefined, null, [], {}, 'text', 5, true, { pair: {} }, { cohort: null, search: 1 }];
    for (const [n, one] of odd.entries()) {
      const said = teams.said.length;
      const answer = await bot.press(verb, one as object, { replyToId: `card-${n}` });
      expect(answer.status).toBe(200);
      expect([CARD, MESSAGE]).toContain(answer.type);
      // What is not said beside the button is said in a message of its own.
      expect(answer.value !== '' || teams.said.length > said).toBe(true);
    }
    expect(world.ctx.log.errors).toEqual([]);
  });

  it('is no button of ours in other letters, and does nothing', async () => {
    const before = truthIn(world.ctx);
    for (const other of [verb.toUpperCase(), `${verb} `, `${verb}.v1`, `old.${verb}`])
      expect(await bot.press(other, data)).toMatchObject({
        ...{ status: 200, type: MESSAGE, value: words('bot:pressed.unknown') },
      });
    expect(truthIn(world.ctx)).toEqual(before);
  });
});

const FINAL = Object.entries(SAMPLES).filter(([, { final }]) => final);

describe('a step that cannot be taken back', () => {
  it.each(FINAL)('is asked once more, and going back does nothing: %s', async (verb, sample) => {
    await enter(sample);
    const before = truthIn(world.ctx);
    const asked = await bot.press(verb, { ...data, ...sample.final });
    expect(asked.type).toBe(CARD);
    const [no, yes] = (asked.value as ShownCard).actions ?? [];
    expect(yes).toMatchObject({ verb, data: { sure: true } });
    expect(no?.data?.sure).toBeUndefined();
    await bot.press(no?.verb ?? '', no?.data ?? {});
    expect(truthIn(world.ctx)).toEqual(before);
    await bot.press(verb, yes?.data ?? {});
    expect(truthIn(world.ctx)).not.toEqual(before);
  });
});

describe('a button of an earlier version', () => {
  it.each(['news.mute', 'news.unmute'])('that needs nothing works without data: %s', async (verb) => {
    await enter({ stage: news });
    for (const nothing of [undefined, null])
      expect(await bot.press(verb, nothing as never, { replyToId: `${nothing}` })).not.toMatchObject({
        value: words('bot:pressed.unknown'),
      });
  });

  it('of a question that was answered since changes nothing and says so', async () => {
    await enter({ stage: async () => ({ world: await anInvited(), data: {} }) });
    await bot.press('enrolment.answer', { cohort: PILOT, answer: 'join' });
    const question = teams.said.at(-1)?.body.attachments?.[0]?.content as ShownCard;
    await bot.deliver({ text: 'done' });
    const before = truthIn(world.ctx);
    const acting = question.actions?.filter(({ verb }) => verb) ?? [];
    expect(acting.length).toBeGreaterThan(0);
    for (const { verb = '', data = {} } of acting)
      expect(await bot.press(verb, data)).toMatchObject({ value: words('bot:pressed.past') });
    expect(truthIn(world.ctx)).toEqual(before);
  });
});
