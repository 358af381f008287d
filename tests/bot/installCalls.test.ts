import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aMessage, BOT } from '#tests/bench/house/connector.ts';
import { type Outside, openHouse, startOutside } from '#tests/bench/house/server.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { counted } from '#tests/fakes/counting.ts';
import { guidOf } from '#tests/guid.ts';
import { invite } from '#usecases/cohorts/invitations.ts';
import { aPilot, importPeople } from './usecases/cohorts/cohortStory.ts';

/** A company gets the app in an hour: how often storage is asked for each of its people. */
const MOST_CALLS = 8;
const MAIL = 'clara.exampleton@turntable.example';
const INSTALLED = { type: 'installationUpdate', action: 'add' };
const ADDED = { type: 'conversationUpdate', membersAdded: [{ id: `28:${BOT}` }] };

let outside: Outside;
let world: TestContext;

beforeAll(async () => {
  outside = await startOutside();
});
afterAll(() => outside.stop());
beforeEach(() => {
  world = aContext();
});

/** Adds the app as Teams tells it, and answers with what storage was asked. */
async function adding(signInName = MAIL) {
  const { ctx, log } = counted(world);
  const server = await openHouse(ctx, outside);
  const who = { userId: '29:clara', chatId: 'a:clara', name: 'Clara', directoryId: guidOf('clara') };
  outside.channel.directory.set(who.userId, {
    ...{ id: who.userId, aadObjectId: who.directoryId, name: 'Clara Exampleton' },
    ...{ email: MAIL, userPrincipalName: signInName },
  });
  const before = outside.channel.sent;
  const headers = { authorization: outside.channel.token };
  for (const over of [INSTALLED, ADDED, INSTALLED]) {
    const payload = aMessage(outside.channel, who, over);
    const answer = await server.inject({ method: 'POST', url: '/api/messages', headers, payload });
    expect(answer.statusCode, answer.body).toBe(200);
    if (over === ADDED) expect(log.calls.length, `${log}`).toBeLessThanOrEqual(MOST_CALLS);
  }
  expect(outside.channel.sent - before, 'welcomed once').toBe(1);
  await server.close();
}

it('is at most eight calls for somebody nobody knows', () => adding());

it('is at most eight calls for somebody who is invited', async () => {
  const pilot = await aPilot(world);
  await importPeople(world, pilot, `Name,Mail,Role\nClara Exampleton,${MAIL},executive\n`);
  await invite(world, pilot);
  await adding();
});
