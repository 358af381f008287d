import { beforeEach, describe, expect, it } from 'vitest';
import type { IntroductionAnswer } from '#domain/pairs/pair.ts';
import { aPairWorld, introduceThem, PAIR, type PairWorld } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { answersIn } from '#tests/bot/teams/stage.ts';
import { aBotOn, aMessage, type Bot, CARD } from '#tests/bot/teams/surroundings.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
let world: PairWorld;
let bot: Bot;
beforeEach(async () => {
  world = await aPairWorld();
  await introduceThem(world);
  bot = aBotOn(world.ctx, teams);
});

const press = (answer: string) => bot.press('pair.answer', { pair: PAIR, answer });
const aishaSays = (answer: IntroductionAnswer) => answerIntroduction(world.ctx, world.aisha, PAIR, answer);

describe('an introduction', () => {
  it.each<[string, string, () => Promise<unknown> | undefined, string[]]>([
    ['waiting', 'yes', () => undefined, ['yes', 'none']],
    ['waiting', 'yes', () => aishaSays('notThisTime'), ['yes', 'notThisTime']],
    ['paired', 'yes', () => aishaSays('yes'), ['yes', 'yes']],
    ['firstChat', 'yes', () => aishaSays('meetFirst'), ['yes', 'meetFirst']],
    ['ended', 'yes', () => world.until('2026-12-10T12:00:00.000Z'), ['none', 'none']],
    ['thanks', 'notThisTime', () => undefined, ['notThisTime', 'none']],
  ])('becomes a card that says %s', async (state, said, before, answers) => {
    await before();
    const { type, value } = await press(said);
    expect(type).toBe(CARD);
    expect(JSON.stringify(value)).toContain(words(`bot:introduction.${state}`));
    expect(JSON.stringify(value)).not.toContain('Action.Execute');
    expect(await answersIn(world.ctx)).toEqual(answers);
    expect(teams.said).toEqual([]);
  });

  it('says the same to a yes, whether the other has declined or not answered', async () => {
    const silent = await press('yes');
    await aishaSays('notThisTime');
    expect(await press('yes')).toEqual(silent);
  });

  it('of others is not here', async () => {
    const answer = await bot.press('pair.answer', { pair: 'nobody', answer: 'yes' });
    expect(answer).toEqual(aMessage(words('pair:missing')));
    expect(world.ctx.log.errors).toEqual([]);
  });
});
