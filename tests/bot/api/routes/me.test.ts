import { expect, it } from 'vitest';
import { meRoutes } from '#api/routes/me.ts';
import { aPairWorld } from '#tests/bot/pairWorld.ts';
import { aServer } from './calling.ts';

it('settings are saved without an answer, and read with everything else of the first screen', async () => {
  const { ask, close } = await aServer((await aPairWorld()).ctx, meRoutes);
  const saved = await ask('clara', 'PUT /api/me/settings', { body: { newsMuted: true } });
  expect(saved).toMatchObject({ status: 204, body: undefined });
  const me = await ask('clara', 'GET /api/me');
  expect(me.body).toMatchObject({ firstName: 'Clara', newsMuted: true, enrolments: [], pairs: [] });
  expect((await ask('aisha', 'GET /api/me')).body).toMatchObject({ newsMuted: false });
  await close();
});
