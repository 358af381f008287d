import { beforeEach, describe, expect, it } from 'vitest';
import { createTick } from '#delivery/tick.ts';
import type { CohortId } from '#domain/basics/ids.ts';
import { settleAll } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { anInvitation, claraIn, enrolmentOf } from '#tests/bot/teams/stage.ts';
import { aBotOn, anActivity, aPress, type Bot, CARD } from '#tests/bot/teams/surroundings.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { DUE } from '#usecases/home/due.ts';
import { beginErasing } from '#usecases/privacy/erasing.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
const MINUTE_MS = 60_000;
const QUESTION = words('enrolment:ask.wants.executive');
let ctx: TestContext;
let cohort: CohortId;
let bot: Bot;
beforeEach(async () => {
  ctx = aContext();
  ({ cohort } = await anInvitation(ctx));
  bot = aBotOn(ctx, teams);
});

const join = () => bot.press('enrolment.answer', { cohort, answer: 'join' });
const questions = () => teams.said.filter(({ body }) => JSON.stringify(body).includes(QUESTION));
const unsaid = () => ctx.tables.list('lookups', 'unsaid');

/** Joins, with an answer that leaves when the test says so. */
async function joinUntil(answered: Promise<void>): Promise<unknown> {
  const authorization = `Bearer ${await teams.channelToken()}`;
  const press = anActivity(teams, aPress('enrolment.answer', { cohort, answer: 'join' }));
  return bot.edge.receive({ authorization, body: JSON.parse(JSON.stringify(press)), answered });
}

/** Another server looks at what is due, after a while. */
async function another(afterMs: number): Promise<void> {
  ctx.clock.advance(afterMs);
  const next = aBotOn(ctx, teams);
  await createTick({ ctx, due: [...DUE, next.edge.following.due] }).runOnce();
}

describe('what follows a press', () => {
  it('leaves after the answer, which waits for nothing that the connector does', async () => {
    let leave: () => void = () => undefined;
    const answer = await joinUntil(new Promise((resolve) => (leave = resolve)));
    expect(JSON.stringify(answer)).toContain(words('bot:enrolment.join'));
    expect(teams.said).toEqual([]);
    expect(await unsaid()).toHaveLength(1);
    leave();
    await bot.edge.following.idle();
    expect(questions()).toHaveLength(1);
    expect(questions()[0]?.path).toMatch(/\/activities\/activity-\d+$/);
    expect(await unsaid()).toEqual([]);
  });

  it('leaves by itself behind an answer over HTTP, and is not said again by whoever looks later', async () => {
    expect(await join()).toMatchObject({ type: CARD });
    expect(questions()).toHaveLength(1);
    await another(MINUTE_MS);
    await another(MINUTE_MS);
    expect(questions()).toHaveLength(1);
  });

  it('is said once by another server where this one went down behind its answer', async () => {
    await joinUntil(new Promise(() => undefined));
    await another(MINUTE_MS - 1_000);
    expect(questions()).toEqual([]);
    await another(1_000);
    expect(questions()).toHaveLength(1);
    await another(MINUTE_MS);
    expect(questions()).toHaveLength(1);
    expect(await unsaid()).toEqual([]);
  });

  it('is waited for by a server that stops', async () => {
    let leave: () => void = () => undefined;
    await joinUntil(new Promise((resolve) => (leave = resolve)));
    const stopped = bot.edge.following.stop();
    leave();
    await stopped;
    expect(questions()).toHaveLength(1);
  });

  it('is left to others by a server that stops while Teams asks for time', async () => {
    let leave: () => void = () => undefined;
    await joinUntil(new Promise((resolve) => (leave = resolve)));
    teams.answers.push([429, { 'retry-after': '600' }]);
    const stopped = bot.edge.following.stop();
    leave();
    await stopped;
    expect(questions()).toHaveLength(1);
    await another(MINUTE_MS);
    expect(questions()).toHaveLength(2);
    expect(await unsaid()).toEqual([]);
  });

  it('is not repeated where nobody knows whether it arrived', async () => {
    teams.answers.push([502]);
    expect(await join()).toMatchObject({ type: CARD });
    await another(MINUTE_MS);
    expect(questions()).toHaveLength(1);
    expect(await enrolmentOf(ctx, cohort)).toBe('joined');
  });

  it('is given up after a while that Teams never takes it', async () => {
    await joinUntil(new Promise(() => undefined));
    for (let time = 0; time < 12; time++) {
      teams.answers.splice(0, Infinity, [429, { 'retry-after': '1' }]);
      await another(2 * MINUTE_MS);
    }
    expect(questions()).toHaveLength(8);
    expect(await unsaid()).toEqual([]);
  });

  it('is gone with somebody who is erased before', async () => {
    await joinUntil(new Promise(() => undefined));
    await beginErasing(ctx, await claraIn(ctx));
    await settleAll(ctx, []);
    expect(await unsaid()).toEqual([]);
    await another(MINUTE_MS);
    expect(questions()).toEqual([]);
  });
});
