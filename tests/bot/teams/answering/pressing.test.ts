import { beforeEach, describe, expect, it } from 'vitest';
import { VERBS } from '#teams/verbs/index.ts';
import { aPairWorld, introduceThem, PAIR, type PairWorld } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import {
  anInvitation,
  answersIn,
  claraIn,
  enrolmentOf,
  rowsOfClara,
  truthIn,
} from '#tests/bot/teams/stage.ts';
import { aBot, aBotOn, aMessage, as, type Bot, CARD, GROUP } from '#tests/bot/teams/surroundings.ts';
import { aContext } from '#tests/fakes/context.ts';
import { shuffled } from '#tests/fakes/shuffled.ts';
import { TroubledTables } from '#tests/fakes/troubled.ts';
import { findPerson } from '#usecases/people/people.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
const yes = { pair: PAIR, answer: 'yes' };

describe('a press that counts once', () => {
  it.each([1, 2, 3, 4])('is one, whether pressed one after the other or at once (order %i)', async (seed) => {
    const ctx = aContext();
    const { cohort } = await anInvitation(ctx);
    const bot = aBotOn(shuffled(ctx, seed), teams);
    const join = { cohort, answer: 'join' };
    const both = await Promise.all([
      bot.press('enrolment.answer', join),
      bot.press('enrolment.answer', join),
    ]);
    const later = await bot.press('enrolment.answer', join);
    expect(await enrolmentOf(ctx, cohort)).toBe('joined');
    expect(later.type).toBe(CARD);
    expect(both).toEqual([later, later]);
    expect(teams.said).toHaveLength(1);
    expect(ctx.log.errors).toEqual([]);
  });

  it('is one for each who presses, and one on each card', async () => {
    const bot = aBot(teams);
    const say = { hears: 'help', title: 'Help', once: true };
    const types = [
      await bot.press('conversation.say', say),
      await bot.press('conversation.say', say, as('aisha')),
      await bot.press('conversation.say', say, { replyToId: 'card-2' }),
      await bot.press('conversation.say', say),
    ].map(({ type }) => type === CARD);
    expect(types).toEqual([true, true, true, false]);
  });

  it.each<[string, object]>([
    ['conversation.say', { hears: 'status' }],
    ['conversation.say', { hears: 'help', title: 'Help' }],
    ['news.mute', {}],
  ])(
    'is one when Teams delivers it three times under new ids, and answers the same: %s',
    async (verb, data) => {
      const bot = aBot(teams);
      const answers: unknown[] = [];
      for (let n = 0; n < 3; n++) answers.push(await bot.press(verb, data));
      expect(answers).toEqual([answers[0], answers[0], answers[0]]);
      expect(teams.said.length).toBeLessThanOrEqual(1);
    },
  );

  it('counts anew once another was pressed, or a while later', async () => {
    const bot = aBot(teams);
    const person = async () => (await rowsOfClara(bot.ctx)).find('settings')?.value.newsMuted;
    const muted: unknown[] = [];
    for (const verb of ['news.mute', 'news.unmute', 'news.mute']) {
      await bot.press(verb, {});
      muted.push(await person());
    }
    expect(muted).toEqual([true, false, true]);
    await bot.press('conversation.say', { hears: 'status' });
    bot.ctx.clock.advance(11_000);
    await bot.press('conversation.say', { hears: 'status' });
    const statuses = teams.said.filter(({ body }) => body.summary === words('bot:status.title'));
    expect(statuses).toHaveLength(2);
  });

  it('is one with Action.Submit, too', async () => {
    const bot = aBot(teams);
    for (let n = 0; n < 3; n++)
      await bot.deliver({
        text: undefined,
        replyToId: 'card-9',
        value: { verb: 'conversation.say', hears: 'status' },
      });
    expect(teams.said).toHaveLength(1);
  });

  it.each([{}, { data: null }, { data: {} }, { data: { more: 1 } }, { data: 'text' }, { data: [1] }])(
    'needs no data where there is nothing to say: %j',
    async (given) => {
      const bot = aBot(teams);
      const value = { action: { type: 'Action.Execute', verb: 'news.mute', ...given } };
      expect(await bot.press('news.mute', {}, { value })).toEqual(aMessage(''));
      expect((await rowsOfClara(bot.ctx)).find('settings')?.value.newsMuted).toBe(true);
    },
  );

  it.each(
    [...VERBS.keys()].flatMap((verb) =>
      [undefined, null, 'text', 7, [], {}].map((data) => [verb, data] as const),
    ),
  )('is answered with a sentence or a card whatever comes with it: %s %j', async (verb, data) => {
    const bot = aBot(teams);
    await bot.deliver({ text: 'hello' });
    const value = { action: { type: 'Action.Execute', verb, data } };
    const answer = await bot.press(verb, {}, { value });
    expect(answer.status).toBe(200);
    expect(answer.value).not.toBe(words('bot:pressed.unknown'));
    expect(answer.value).not.toBe(words('bot:sorry'));
    expect(bot.ctx.log.errors).toEqual([]);
  });

  it('may be pressed again at once when it failed', async () => {
    const ctx = aContext();
    const tables = new TroubledTables(ctx.tables);
    const { cohort } = await anInvitation(ctx);
    const bot = aBotOn({ ...ctx, tables }, teams);
    await bot.press('enrolment.answer', { cohort, answer: 'join' });
    const say = { hears: 'skip', title: 'Skip', once: true };
    const question = { replyToId: 'question-1' };
    const before = truthIn(ctx);
    tables.goReadOnly('people');
    expect(await bot.press('conversation.say', say, question)).toEqual(aMessage(words('bot:away')));
    expect(ctx.log.errors.map(({ message }) => message)).toEqual(['a button failed']);
    tables.recover();
    expect(truthIn(ctx)).toEqual(before);
    expect((await bot.press('conversation.say', say, question)).type).toBe(CARD);
    expect((await rowsOfClara(ctx)).find('conversation')?.value.trail).toEqual(['wants']);
  });
});

describe('pressing a button', () => {
  let world: PairWorld;
  let bot: Bot;

  beforeEach(async () => {
    world = await aPairWorld();
    await introduceThem(world);
    bot = aBotOn(world.ctx, teams);
  });

  it('is refused in the words of the rule, to whoever pressed, and keeps the card', async () => {
    await bot.press('pair.answer', { pair: PAIR, answer: 'notThisTime', sure: true });
    expect(await bot.press('pair.answer', yes)).toEqual(aMessage(words('pair:answer.alreadyDeclined')));
    expect(await bot.press('pair.answer', yes, as('diego'))).toEqual(aMessage(words('pair:missing')));
    expect(await answersIn(world.ctx)).toEqual(['notThisTime', 'none']);
    expect(world.ctx.log.errors).toEqual([]);
  });

  it('tries a lost race again, and asks to press again when it keeps losing', async () => {
    const tables = new TroubledTables(world.ctx.tables);
    const racing = aBotOn({ ...world.ctx, tables }, teams);
    tables.beBeaten('pairs', 1);
    expect((await racing.press('pair.answer', yes)).type).toBe(CARD);
    expect(await answersIn(world.ctx)).toEqual(['yes', 'none']);
    tables.beBeaten('pairs');
    const again = aMessage(words('bot:pressed.again'));
    expect(await racing.press('pair.answer', yes, as('aisha'))).toEqual(again);
    expect(await answersIn(world.ctx)).toEqual(['yes', 'none']);
    expect(world.ctx.log.errors).toEqual([]);
    tables.recover();
    await racing.press('pair.answer', yes, as('aisha'));
    expect(await answersIn(world.ctx)).toEqual(['yes', 'yes']);
  });

  it('speaks for whoever presses, not for whom the card was made', async () => {
    await bot.press('pair.answer', yes);
    await bot.press('pair.answer', { pair: PAIR, answer: 'meetFirst' }, as('aisha'));
    expect(await answersIn(world.ctx)).toEqual(['yes', 'meetFirst']);
  });

  it('shows nothing in front of others when a card was carried into a group', async () => {
    const before = truthIn(world.ctx);
    const answer = await bot.press('pair.answer', yes, { conversation: GROUP });
    expect(answer).toEqual(aMessage(words('bot:pressed.ownChat')));
    expect(truthIn(world.ctx)).toEqual(before);
    expect(teams.calls).toEqual([]);
  });

  it('does nothing for whom Teams does not name', async () => {
    const before = truthIn(world.ctx);
    const from = { id: '29:clara', name: 'clara' };
    expect(await bot.press('pair.answer', yes, { from })).toEqual(aMessage(words('bot:pressed.unknown')));
    expect(truthIn(world.ctx)).toEqual(before);
  });

  it.each(['pair.accept', 'constructor', '__proto__', ''])('answers the unknown verb %j', async (verb) => {
    await bot.deliver({ text: 'hello' });
    const before = truthIn(world.ctx);
    expect(await bot.press(verb, {})).toEqual(aMessage(words('bot:pressed.unknown')));
    expect(truthIn(world.ctx)).toEqual(before);
  });

  it('meets somebody who presses before they ever wrote', async () => {
    const early = aBot(teams);
    expect(await early.press('pair.answer', yes)).toEqual(aMessage(words('pair:missing')));
    expect(await findPerson(early.ctx, 'oid', 'oid-clara')).toBe(await claraIn(early.ctx));
  });
});
