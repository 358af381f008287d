import { expect, it } from 'vitest';
import { enrolmentRoutes } from '#api/routes/enrolments.ts';
import { PILOT } from '#tests/bot/pairWorld.ts';
import { aSearchWorld } from '#tests/bot/searchWorld.ts';
import { aServer } from './calling.ts';

it('an answer to an invitation says where the own enrolment stands, and is nobody else’s to give', async () => {
  const { ask, close } = await aServer((await aSearchWorld()).ctx, enrolmentRoutes);
  const answer = (who: string, said: string) =>
    ask(who, `POST /api/enrolments/${PILOT}/answer`, { body: { answer: said } });
  expect(await answer('clara', 'pass')).toMatchObject({ status: 200, body: { state: 'left' } });
  expect(await answer('clara', 'join')).toMatchObject({ status: 200, body: { state: 'joined' } });
  expect((await answer('diego', 'join')).status).toBe(404);
  expect((await answer('clara', 'maybe')).status).toBe(422);
  await close();
});

it('a programme tells whoever was invited its days, who runs it and to whom they can turn, and nobody else that it exists', async () => {
  const { ask, close } = await aServer((await aSearchWorld()).ctx, enrolmentRoutes);
  const { status, body } = await ask('clara', `GET /api/enrolments/${PILOT}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ startsOn: '2026-11-01', endsOn: '2027-05-31', state: 'running' });
  expect(body).toMatchObject({ contacts: ['Hana Vzorová'] });
  expect(Object.keys(body).sort()).toEqual([
    ...['champions', 'contacts', 'endsOn', 'pairs', 'sponsor', 'startsOn', 'state', 'takingPart'],
  ]);
  expect((await ask('diego', `GET /api/enrolments/${PILOT}`)).status).toBe(404);
  expect((await ask('clara', 'GET /api/enrolments/nowhere')).status).toBe(404);
  await close();
});
