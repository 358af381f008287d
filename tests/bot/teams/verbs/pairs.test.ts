import { beforeEach, describe, expect, it } from 'vitest';
import type { IntroductionAnswer } from '#domain/pairs/pair.ts';
import { aPairWorld, introduceThem, PAIR, type PairWorld } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { answersIn, type ShownCard, truthIn } from '#tests/bot/teams/stage.ts';
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

const press = (answer: string, sure = true) => bot.press('pair.answer', { pair: PAIR, answer, sure });
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
    expect(JSON.stringify(value)).toContain(words(`bot:introduction.${state}`, { count: 1 }));
    expect(JSON.stringify(value)).not.toContain('Action.Execute');
    expect(await answersIn(world.ctx)).toEqual(answers);
    expect(teams.said).toEqual([]);
  });

  it('says the same to a yes, whether the other has declined or not answered', async () => {
    const silent = await press('yes');
    await aishaSays('notThisTime');
    expect(await press('yes')).toEqual(silent);
  });

  it('asks back before "not this time", and changes nothing until then', async () => {
    await bot.deliver({ text: 'hello' });
    const before = truthIn(world.ctx);
    const asked = (await press('notThisTime', false)).value as ShownCard;
    expect(JSON.stringify(asked.body)).toContain('Aisha Specimen');
    expect(truthIn(world.ctx)).toEqual(before);
    const [no, yes] = asked.actions ?? [];
    const back = await bot.press(no?.verb ?? '', no?.data ?? {});
    expect(JSON.stringify(back.value)).toContain(words('bot:introduction.whyTitle', { count: 1 }));
    expect(truthIn(world.ctx)).toEqual(before);
    await bot.press(yes?.verb ?? '', yes?.data ?? {});
    expect(await answersIn(world.ctx)).toEqual(['notThisTime', 'none']);
  });

  it.each(['meetFirst', 'notThisTime'])(
    'that was answered is settled: %j on its old card changes nothing',
    async (said) => {
      await press('yes');
      const before = truthIn(world.ctx);
      for (const sure of [false, true]) {
        const { value } = await press(said, sure);
        expect(JSON.stringify(value)).toContain('Nothing was changed');
        expect(JSON.stringify(value)).toContain('Aisha Specimen');
      }
      expect(truthIn(world.ctx)).toEqual(before);
    },
  );

  it('names whom an answer was about, since there may be several', async () => {
    const { value } = await press('yes');
    expect(JSON.stringify(value)).toContain('Aisha Specimen');
    expect(JSON.stringify(value)).toContain('Finance pilot');
  });

  it('of others is not here', async () => {
    const answer = await bot.press('pair.answer', { pair: 'nobody', answer: 'yes' });
    expect(answer).toEqual(aMessage(words('pair:missing')));
    expect(world.ctx.log.errors).toEqual([]);
  });
});
