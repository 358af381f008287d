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
    expect(JSON.stringify(value)).toContain(words('bot:feedback.thanks'));
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
    expect(JSON.stringify(value)).toContain(words('bot:feedback.repeated'));
    expect(await given()).toEqual(before);
  });

  it.each<[string, object, string]>([
    ['no number', { worthTheHour: undefined }, words('bot:feedback.needed')],
    ['a number beyond five', { worthTheHour: '6' }, words('bot:feedback.needed')],
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
