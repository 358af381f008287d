import { beforeEach, describe, expect, it } from 'vitest';
import type { OccurrenceId } from '#domain/basics/ids.ts';
import { aSigned, PAIR, type PairWorld, rowsOf } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { aMeeting, truthIn } from '#tests/bot/teams/stage.ts';
import { aBotOn, aMessage, as, type Bot } from '#tests/bot/teams/surroundings.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
let world: PairWorld;
let bot: Bot;
let occurrence: OccurrenceId;
beforeEach(async () => {
  world = await aSigned();
  occurrence = await aMeeting(world);
  bot = aBotOn(world.ctx, teams);
});

const filledIn = (over: object = {}) => ({
  ...{ pair: PAIR, occurrence, worthTheHour: '4', learned: 'a lot', shared: 'true' },
  ...over,
});
const given = async () => (await rowsOf(world)).list('feedback');

describe('feedback by card', () => {
  it('is kept with what was filled in', async () => {
    const { value } = await bot.press('feedback.give', filledIn());
    expect(JSON.stringify(value)).toContain(words('feedback:youSaid', { face: 'Yes' }));
    expect((await given()).map(({ id, value }) => ({ id, ...value }))).toEqual([
      {
        id: `${occurrence}_${world.clara}`,
        ...{ occurrence, person: world.clara, from: 'card', at: expect.any(String) },
        ...{ worthTheHour: 4, learned: 'a lot', surprised: '', shared: true },
        ...{ balanced: '', candid: '', goOn: '' },
      },
    ]);
  });

  it('stays as it was first given, which is said', async () => {
    await bot.press('feedback.give', filledIn());
    const before = await given();
    const { value } = await bot.press('feedback.give', filledIn({ worthTheHour: '1' }), {
      replyToId: 'card-2',
    });
    expect(JSON.stringify(value)).toContain(words('feedback:already', { face: 'Yes' }));
    expect(await given()).toEqual(before);
  });

  it.each<[string, object, string]>([
    ['no number', { worthTheHour: undefined }, words('feedback:needed')],
    ['a number beyond five', { worthTheHour: '6' }, words('feedback:needed')],
    ['too long a text', { learned: 'x'.repeat(1001) }, words('bot:tooLong', { max: 1000 })],
    ['a choice that is none', { goOn: 'perhaps' }, words('bot:pressed.incomplete')],
    ['a meeting that never was', { occurrence: 'o' }, words('pair:meeting.missing')],
    ['a pair of nobody', { pair: 'nobody' }, words('pair:missing')],
  ])('answers %s with a sentence and does nothing', async (_, over, sentence) => {
    await bot.deliver({ text: 'hello' });
    const before = truthIn(world.ctx);
    expect(await bot.press('feedback.give', filledIn(over))).toEqual(aMessage(sentence));
    expect(truthIn(world.ctx)).toEqual(before);
    expect(world.ctx.log.errors).toEqual([]);
  });

  it('is only for the two of the pair', async () => {
    expect(await bot.press('feedback.give', filledIn(), as('diego'))).toEqual(
      aMessage(words('pair:missing')),
    );
    expect(await given()).toEqual([]);
  });
});

const shown = (value: unknown): string => JSON.stringify(value);

describe('the tap', () => {
  const tap = (worthTheHour: string, over: object = {}) =>
    bot.press('feedback.give', { pair: PAIR, occurrence, worthTheHour }, over);

  it('sends at once; a line added later stands in the same row', async () => {
    await tap('4');
    world.ctx.clock.advance(3_600_000);
    const line = { pair: PAIR, occurrence, learned: 'To ask twice', candid: 'yes' };
    const { value } = await bot.press('feedback.add', line);
    expect(shown(value)).toContain(words('feedback:kept'));
    expect((await given()).map(({ value }) => value)).toMatchObject([
      { worthTheHour: 4, learned: 'To ask twice', candid: 'yes', shared: false },
    ]);
  });

  it('can be changed for ten minutes, in the place of the first', async () => {
    await tap('2');
    const { value: faces } = await bot.press('feedback.change', { pair: PAIR, occurrence });
    expect(shown(faces)).toContain('"verb":"feedback.change"');
    const chosen = { pair: PAIR, occurrence, worthTheHour: '5' };
    await bot.press('feedback.change', chosen);
    expect((await given()).map(({ value }) => value)).toMatchObject([{ worthTheHour: 5 }]);
    world.ctx.clock.advance(10 * 60_000);
    const late = await bot.press('feedback.change', { ...chosen, worthTheHour: '1' });
    expect(late).toEqual(aMessage(words('pair:feedback.tooLate')));
    const { value } = await bot.press('feedback.change', { pair: PAIR, occurrence }, { replyToId: 'late' });
    expect(shown(value)).toContain(words('pair:feedback.tooLate'));
    expect((await given()).map(({ value }) => value)).toMatchObject([{ worthTheHour: 5 }]);
  });

  it('answered with no to going on, offers a person outside the line, and nobody else learns of it', async () => {
    await tap('1');
    await world.settle();
    const before = world.sent.length;
    const { value } = await bot.press('feedback.add', { pair: PAIR, occurrence, goOn: 'no' });
    expect(shown(value)).toContain(words('feedback:offer.title_goOn'));
    expect(shown(value)).toContain('"verb":"feedback.carryOn"');
    expect(shown(value)).toContain('is outside your reporting line and glad to listen');
    await world.settle();
    expect(world.sent.slice(before)).toEqual([]);
    expect(shown(world.ctx.tables.all('cohorts'))).not.toContain('goOn');
    const { value: stays } = await bot.press('feedback.carryOn', { pair: PAIR });
    expect(shown(stays)).toContain(words('feedback:offer.carriedOn'));
  });
});

describe('“we met”', () => {
  const meetings = async () => (await rowsOf(world)).list('meeting').map(({ value }) => value);
  const offScreen = async () => (await meetings()).flatMap((meeting) => meeting.offScreen ?? []);
  const answer = () => shown(teams.said.at(-1)?.body);
  beforeEach(() => {
    world.ctx.clock.set('2026-11-28T15:00:00.000Z');
  });

  it('is noted with day and way, asks the teller on the spot and the partner with a card', async () => {
    await bot.deliver({ text: 'We had lunch with Aisha on Friday' });
    expect(await offScreen()).toEqual([{ day: '2026-11-27', way: 'lunch' }]);
    expect(answer()).toContain('Friday 27 November');
    expect(answer()).toContain('"verb":"feedback.give"');
    await world.until('2026-11-30T12:00:00.000Z');
    expect(world.sent.filter(({ view }) => view.kind === 'met').map(({ to }) => to)).toEqual([world.aisha]);
  });

  it('told by both is one meeting', async () => {
    await bot.deliver({ text: 'we met yesterday for coffee' });
    await bot.deliver({ ...as('aisha'), text: 'we met yesterday' });
    expect(await offScreen()).toEqual([{ day: '2026-11-27', way: 'coffee' }]);
  });

  it.each(['I met with my boss yesterday', 'we met with Bob yesterday', 'we met yesterday?'])(
    'is asked about before it is noted where it may be another: %s',
    async (text) => {
      await bot.deliver({ text });
      expect(await offScreen()).toEqual([]);
      expect(answer()).toContain(words('bot:met.ask'));
      const day = '2026-11-27';
      await bot.press('meeting.tell', { pair: PAIR, day, way: '' });
      expect(await offScreen()).toEqual([{ day, way: '' }]);
    },
  );

  it('is taken back by “We did not meet”, until another has said how it was', async () => {
    await bot.deliver({ text: 'we met yesterday for coffee' });
    const about = { pair: PAIR, occurrence: 'met-2026-11-27-coffee' };
    const back = await bot.press('meeting.outcome', { ...about, outcome: 'notYet' });
    expect(shown(back.value)).toContain(words('bot:met.takenBack'));
    expect(await offScreen()).toEqual([]);
    await bot.deliver({ text: 'we met yesterday for coffee' });
    await bot.press('feedback.give', { ...about, worthTheHour: '4' }, as('aisha'));
    const stands = await bot.press(
      'meeting.outcome',
      { ...about, outcome: 'notYet' },
      { replyToId: 'again' },
    );
    expect(stands).toEqual(aMessage(words('pair:met.stands')));
    expect(await offScreen()).toHaveLength(1);
  });

  it('pressed on a card asks when and how first', async () => {
    await bot.press('meeting.choose', { pair: PAIR });
    expect(answer()).toContain(words('bot:met.choose'));
    expect(await offScreen()).toEqual([]);
  });
});
