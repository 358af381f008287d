import { expect, it } from 'vitest';
import type { ProfileView } from '#api/contract/profile.ts';
import { profileRoutes } from '#api/routes/profile.ts';
import { aPairWorld } from '#tests/bot/pairWorld.ts';
import { aServer } from './calling.ts';

it('a profile is answered with its new etag when it was saved, and kept from an older version', async () => {
  const { ask, close } = await aServer((await aPairWorld()).ctx, profileRoutes);
  const read = await ask('clara', 'GET /api/profile');
  const { etag, ...form }: ProfileView = read.body;
  expect(read.etag).toBe(etag);
  const body = { ...form, capacity: 2 };
  const saved = await ask('clara', 'PUT /api/profile', { body, etag });
  expect(saved).toMatchObject({ status: 200, body: { capacity: 2, etag: saved.etag } });
  expect(saved.etag).not.toBe(etag);
  expect((await ask('clara', 'PUT /api/profile', { body: form, etag })).status).toBe(412);
  expect((await ask('clara', 'PUT /api/profile', { body: { ...body, capacity: 6 }, etag })).status).toBe(422);
  for (const timeZone of ['-23:59', '+02:00', 'Nowhere/Land']) {
    const odd = await ask('clara', 'PUT /api/profile', { body: { ...body, timeZone }, etag: saved.etag });
    expect(odd).toMatchObject({ status: 422, body: { detail: expect.stringContaining('not a time zone') } });
  }
  const heard = await ask('clara', 'POST /api/topics/recognise', { body: { text: 'short videos' } });
  expect(heard.body).toMatchObject({ topics: [{ id: 'shortVideo' }] });
  await close();
});
