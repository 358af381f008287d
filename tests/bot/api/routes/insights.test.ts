import { expect, it } from 'vitest';
import { aContext } from '#tests/fakes/context.ts';
import { aChampionAsking } from './cohortCalls.ts';

it('insights say how many people they need before they say anything', async () => {
  const { post } = await aChampionAsking(aContext());
  expect(await post('insights')).toEqual({ state: 'tooFew', needed: 5 });
});
