import { beforeEach, describe, expect, it } from 'vitest';
import { createTick } from '#delivery/tick.ts';
import type { Unsaid } from '#domain/all/lookups.ts';
import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { settleAll } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { anInvitation, claraIn, enrolmentOf, rowsOfClara } from '#tests/bot/teams/stage.ts';
import { aBotOn, anActivity, aPress, type Bot, CARD } from '#tests/bot/teams/surroundings.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { DUE } from '#usecases/home/due.ts';
import { beginErasing } from '#usecases/privacy/erasing.ts';
import { putLookup } from '#usecases/story/lookups.ts';
import { Away } from '#usecases/story/ports.ts';
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

/** Keeps something to say to Clara that this server never says. */
async function keep(text: string, to?: PersonId): Promise<void> {
  await join();
  const rows = await rowsOfClara(ctx);
  const channel = rows.find('channel')?.value;
  if (!channel) throw new Error('the bot does not reach Clara');
  const next = { person: to ?? (await claraIn(ctx)), channel, replyTo: '', message: { text } };
  await bot.edge.following.keep(next, new Promise(() => undefined));
}
const texts = () => teams.said.flatMap(({ body }) => (body as { text?: string }).text ?? []);

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

  it('is said once where storage goes away behind it, however often it is looked at', async () => {
    await joinUntil(new Promise(() => undefined));
    const { commit } = ctx.tables;
    ctx.tables.commit = (table, partition, changes) =>
      partition === 'unsaid' && changes.some(({ op }) => op === 'remove')
        ? Promise.reject(new Away('storage'))
        : commit.call(ctx.tables, table, partition, changes);
    for (let time = 0; time < 4; time++) await another(2 * MINUTE_MS);
    expect(questions()).toHaveLength(1);
    ctx.tables.commit = commit;
    for (let time = 0; time < 4; time++) await another(30 * MINUTE_MS);
    expect(questions()).toHaveLength(1);
    expect(await unsaid()).toEqual([]);
  });

  it('is said by one of two who look at once', async () => {
    await joinUntil(new Promise(() => undefined));
    ctx.clock.advance(MINUTE_MS);
    const [row] = await unsaid();
    const about = { unsaid: row?.key ?? '', tries: '1' };
    await Promise.all([1, 2].map(() => aBotOn(ctx, teams).edge.following.due.look(ctx, about)));
    expect(questions()).toHaveLength(1);
  });

  it('is left to a server that is still saying it, and not repeated where that one went down', async () => {
    await joinUntil(new Promise(() => undefined));
    const [row] = await unsaid();
    if (!row) throw new Error('nothing is unsaid');
    const value = { ...(row.value as Unsaid), sinceMs: ctx.clock.now() + MINUTE_MS - 1_000 };
    await putLookup(ctx.tables, 'unsaid', { ...row, value });
    await another(MINUTE_MS);
    expect(await unsaid()).toHaveLength(1);
    await another(MINUTE_MS);
    expect(await unsaid()).toEqual([]);
    expect(questions()).toEqual([]);
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

  it.each([
    ['one property of a row', 20_000],
    ['two', 50_000],
  ])('is kept and said whole where it fills %s', async (_, units) => {
    const text = 'ab😀'.repeat(units / 4);
    await keep(text);
    expect(texts()).toEqual([]);
    await another(MINUTE_MS);
    // Not shown where they differ: it is long.
    expect(texts().map((one) => one === text)).toEqual([true]);
    expect(await unsaid()).toEqual([]);
  });

  it('is left out where it is larger than Teams takes, and the press counts', async () => {
    await keep('a'.repeat(70_000));
    await another(MINUTE_MS);
    expect(texts()).toEqual([]);
  });

  it('goes with whoever is named where it was parted', async () => {
    const person = asId<PersonId>('somebody-else');
    await keep(`${'a'.repeat(30_000 - '{"text":"'.length - ' Cla'.length)} Clara Winter`, person);
    expect(await unsaid()).toMatchObject([{ value: { rest: 'ra Winter"}' } }]);
    await beginErasing(ctx, await claraIn(ctx));
    await settleAll(ctx, []);
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
