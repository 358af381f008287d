import botbuilder, { type Activity } from 'botbuilder';
import { beforeEach, describe, expect, it } from 'vitest';
import { Expiring } from '#domain/basics/expiring.ts';
import { Once } from '#teams/answering/once.ts';
import { toTurn } from '#teams/edge/activities.ts';
import { aPairWorld, aSigned, introduceThem, PAIR, rowsOf } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { aMeeting, answersIn, truthIn } from '#tests/bot/teams/stage.ts';
import {
  aBot,
  aBotOn,
  aMessage,
  anActivity,
  aPress,
  as,
  type Bot,
  CARD,
} from '#tests/bot/teams/surroundings.ts';
import { aContext } from '#tests/fakes/context.ts';
import { CrashingTables } from '#tests/fakes/crashing.ts';
import { TroubledTables } from '#tests/fakes/troubled.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
let bot: Bot;
beforeEach(() => {
  bot = aBot(teams);
});

const texts = () => teams.said.map(({ body }) => body.text);
const sorry = words('bot:sorry');
const away = words('bot:away');
const muted = words('enrolment:outside.muted');

describe('an activity', () => {
  it('is answered once, also when it comes twice at once', async () => {
    const activity = anActivity(teams, { text: 'stop news' });
    await Promise.all([bot.deliver(activity), bot.deliver(activity)]);
    await bot.deliver(activity);
    expect(texts()).toEqual([muted]);
  });

  it('is another one with the same id in another chat', async () => {
    await bot.deliver({ id: 'same', text: 'stop news' });
    await bot.deliver({ ...as('aisha'), id: 'same', text: 'stop news' });
    expect(texts()).toEqual([muted, muted]);
  });

  it('is taken up again that failed', async () => {
    const tables = new TroubledTables(bot.ctx.tables);
    const troubled = aBotOn({ ...bot.ctx, tables }, teams);
    const activity = anActivity(teams, { text: 'stop news' });
    tables.goAway('people');
    await troubled.deliver(activity);
    await troubled.deliver(activity);
    expect(texts()).toEqual([away, away]);
    tables.recover();
    await troubled.deliver(activity);
    expect(texts()).toEqual([away, away, muted]);
  });

  it('is taken up again that a stopped server left lying, after ten seconds', async () => {
    const ctx = aContext();
    const stopping = aBotOn({ ...ctx, tables: new CrashingTables(ctx.tables, 2) }, teams);
    const next = aBotOn(ctx, teams);
    const activity = anActivity(teams, { text: 'stop news' });
    await stopping.deliver(activity);
    teams.reset();
    ctx.clock.advance(9_000);
    await next.deliver(activity);
    expect(texts()).toEqual([]);
    ctx.clock.advance(1_000);
    await next.deliver(activity);
    expect(texts()).toEqual([muted]);
  });

  it('that is a press acts once, and the repeat hears the same', async () => {
    const world = await aPairWorld();
    await introduceThem(world);
    const on = aBotOn(world.ctx, teams);
    const press = { ...aPress('pair.answer', { pair: PAIR, answer: 'yes' }), id: 'same' };
    const first = await on.deliver(press);
    expect(first.body).toMatchObject({ type: CARD });
    expect(await on.deliver(press)).toEqual(first);
    expect(await answersIn(world.ctx)).toEqual(['yes', 'none']);
  });

  it('of a kind we do not know is passed by', async () => {
    expect((await bot.deliver({ type: 'messageReaction', reactionsAdded: [] })).status).toBe(200);
    expect((await bot.deliver({ type: 'invoke', name: 'task/fetch', value: {} })).status).toBe(501);
    expect(teams.calls).toEqual([]);
  });
});

describe('the connector', () => {
  it('is waited for and asked again when it asks for time', async () => {
    teams.answers.push([429, { 'retry-after': '0' }], [201]);
    await bot.deliver({ text: 'stop news' });
    expect(texts()).toEqual([muted, muted]);
    expect(bot.ctx.log.errors).toEqual([]);
  });

  it('gets one request for one 502: the answer may have arrived', async () => {
    teams.answers.push([502], [502]);
    await bot.deliver({ text: 'stop news' });
    expect(texts()).toEqual([muted, sorry]);
  });
});

describe('a press', () => {
  it.each([[undefined], [{}], [{ action: null }], [{ action: { type: 'Action.Submit' } }], ['text']])(
    'that nobody can read is answered: %j',
    async (value) => {
      const before = truthIn(bot.ctx);
      const { status, body } = await bot.deliver({ ...aPress('x', {}), value });
      expect({ status, ...(body as object) }).toEqual(aMessage(words('bot:pressed.unknown')));
      expect(truthIn(bot.ctx)).toEqual(before);
    },
  );

  it('with Action.Submit, from clients that know no Action.Execute, is answered by a message', async () => {
    const world = await aSigned();
    const value = { verb: 'feedback.give', pair: PAIR, occurrence: await aMeeting(world), worthTheHour: '4' };
    await aBotOn(world.ctx, teams).deliver({ text: undefined, value, replyToId: 'card-9' });
    expect((await rowsOf(world)).list('feedback')).toMatchObject([{ value: { worthTheHour: 4 } }]);
    const face = words('feedback:worthTheHour4');
    expect(teams.said[0]?.body.summary).toBe(words('feedback:youSaid', { face }));
  });

  it.each([{ verb: 'pair.accept' }, { text: 'no verb' }, { verb: 7 }])(
    'with an Action.Submit of long ago is answered too: %j',
    async (value) => {
      await bot.deliver({ text: undefined, value });
      expect(texts()).toEqual([words('bot:pressed.unknown')]);
    },
  );
});

describe('what was written', () => {
  const parts = () => ({
    ...{ ctx: bot.ctx, wordsFor, teamsAppId: 'app', appId: 'bot', publicUrl: '' },
    ...{
      activities: new Once(bot.ctx, 'activity'),
      presses: new Once(bot.ctx, 'press'),
      arrived: new Expiring<true>(9),
    },
  });
  const turnOf = (over: object) => {
    const activity = anActivity(teams, over) as unknown as Partial<Activity>;
    return toTurn(parts(), new botbuilder.TurnContext(new botbuilder.TestAdapter(), activity));
  };

  it.each([
    '😀'.repeat(40),
    '<b>bold</b> [link](https://x.example)',
    'مرحبا بالعالم',
    '`code` **strong** _x_',
  ])('is handed on as it was written: %s', (text) => {
    expect(turnOf({ text }).text).toBe(text);
  });

  it('is handed on without the mention of the bot', async () => {
    const recipient = { id: '28:bot', name: 'Turntable' };
    const mention = { type: 'mention', text: '<at>Turntable</at>', mentioned: recipient };
    const text = '<at>Turntable</at> stop news';
    expect(turnOf({ text, recipient, entities: [mention] }).text).toBe('stop news');
    await bot.deliver({ text, recipient, entities: [mention] });
    expect(texts()).toEqual([muted]);
  });
});
