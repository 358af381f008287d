import { beforeEach, expect, it } from 'vitest';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import { aPairWorld, type PairWorld, PILOT } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import type { ShownCard } from '#tests/bot/teams/stage.ts';
import { aBotOn, type Bot } from '#tests/bot/teams/surroundings.ts';
import { findRow } from '#usecases/story/rows.ts';

const teams = localTeams();
let world: PairWorld;
let bot: Bot;

beforeEach(async () => {
  world = await aPairWorld();
  await aContactIn(world.ctx, PILOT, { seat: 'standIn', state: 'asked' }, world.clara);
  bot = aBotOn(world.ctx, teams);
  await bot.deliver({ text: 'status' });
});

async function answer(answer: string, seat = 'standIn') {
  const { value } = await bot.press('contact.answer', { cohort: PILOT, seat, answer });
  const shown = typeof value === 'string' ? value : JSON.stringify((value as unknown as ShownCard).body);
  const actions = typeof value === 'string' ? [] : ((value as unknown as ShownCard).actions ?? []);
  const state = (await findRow(world.ctx, 'cohorts', PILOT, 'contact', world.clara))?.value.state;
  return { shown, buttons: actions.map(({ title }) => title), state };
}

it('takes a yes, gives it back, and leaves the door open', async () => {
  const accepted = await answer('accept');
  expect(accepted).toMatchObject({ state: 'accepted', buttons: ['Give it back'] });
  expect(accepted.shown).toContain('You stand in as the person people can turn to in Finance pilot');
  const given = await answer('giveBack');
  expect(given).toMatchObject({ state: 'declined', buttons: ['Accept'] });
  expect(await answer('accept')).toMatchObject({ state: 'accepted' });
});

it('an old card never answers for the other of the two, nor undoes a yes', async () => {
  expect(await answer('accept', 'contact')).toMatchObject({ state: 'asked', buttons: [] });
  await answer('accept');
  expect(await answer('decline')).toMatchObject({ state: 'accepted', buttons: ['Give it back'] });
});
