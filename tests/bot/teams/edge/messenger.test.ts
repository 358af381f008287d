import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type CohortId } from '#domain/basics/ids.ts';
import { type Answer, LocalTeams, localTeams } from '#tests/bot/teams/localTeams.ts';
import { aBot, aRecipient, type Bot } from '#tests/bot/teams/surroundings.ts';
import type { Facts } from '#usecases/home/notices.ts';

const teams = localTeams();
let bot: Bot;
const notice: Facts = {
  kind: 'introductionEnded',
  cohortName: 'Finance pilot',
  partners: ['Aisha Specimen'],
};

beforeEach(() => {
  bot = aBot(teams);
});

const send = (...answers: Answer[]) => {
  teams.answers.push(...answers);
  return bot.edge.messenger.send(aRecipient(teams), notice);
};

describe('sending a notice', () => {
  it('posts one card with a summary into the personal chat and answers its id', async () => {
    expect(await send([201])).toEqual({ state: 'sent', activity: '11' });
    expect(bot.answered).toBe(0);
    const [call] = teams.calls;
    expect(call?.path).toBe('/v3/conversations/a%3Aclara/activities');
    expect(call?.body.summary).toContain('Finance pilot');
    expect(call?.body.attachments).toHaveLength(1);
    expect(teams.unverified).toBe(0);
  });

  it.each<[Answer, object]>([
    [[429, { 'retry-after': '7' }], { state: 'later', afterMs: 7000, isTooMuch: true }],
    [
      [429, { 'retry-after': 'Mon, 23 Nov 2026 09:00:30 GMT' }],
      { state: 'later', afterMs: 30_000, isTooMuch: true },
    ],
    [[429, { 'retry-after': '86400' }], { state: 'later', afterMs: 900_000, isTooMuch: true }],
    [[429], { state: 'later', afterMs: 5000, isTooMuch: true }],
    [[412], { state: 'later', afterMs: 5000 }],
    [[503, { 'retry-after': '1' }], { state: 'later', afterMs: 1000 }],
    [[403], { state: 'failed', reason: 'blocked' }],
    [[403, {}, 'MessageWritesBlocked'], { state: 'failed', reason: 'blocked' }],
    [[403, {}, 'ConversationBlockedByUser'], { state: 'failed', reason: 'blocked' }],
    [[403, {}, 'BotDisabledByAdmin'], { state: 'failed', reason: 'disabled' }],
    [[403, {}, 'BlockedByTenantPolicy'], { state: 'failed', reason: 'disabled' }],
    [[403, {}, 'SomethingNew'], { state: 'failed', reason: 'refused' }],
    [[400], { state: 'failed', reason: 'refused' }],
    [[401], { state: 'failed', reason: 'refused' }],
    [[413], { state: 'failed', reason: 'refused' }],
    [[500], { state: 'unknown' }],
    [[502], { state: 'unknown' }],
    [[504], { state: 'unknown' }],
    ['silence', { state: 'unknown' }],
    ['break', { state: 'unknown' }],
  ])('makes one request of %j and knows %j', async (answer, outcome) => {
    expect(await send(answer, [201], [201], [201])).toEqual(outcome);
    expect(teams.calls).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['that is not there', [404, {}, 'ConversationNotFound']],
    ['whose roster lost the bot', [403, {}, 'BotNotInConversationRoster']],
  ])('makes a chat %s anew once, sends there and remembers it', async (_, stale) => {
    expect(await send(stale, [201], [201])).toMatchObject({ state: 'sent' });
    expect(teams.calls.map(({ path }) => path)).toEqual([
      '/v3/conversations/a%3Aclara/activities',
      '/v3/conversations',
      '/v3/conversations/a%3Anew-chat/activities',
    ]);
    expect(teams.calls[1]?.body).toMatchObject({ isGroup: false, members: [{ id: '29:clara' }] });
    const row = await bot.ctx.tables.find('people', 'person-clara', 'channel');
    expect(row?.value).toMatchObject({ conversationId: 'a:new-chat', state: 'open' });
  });

  it.each<[string, Answer[], object, number]>([
    ['is not there either', [[404], [201], [404]], { state: 'failed', reason: 'notInstalled' }, 3],
    ['cannot be made', [[404], [403]], { state: 'failed', reason: 'blocked' }, 2],
    [
      'is refused, because the app is not there',
      [[404], [403, {}, 'BotNotInConversationRoster']],
      { state: 'failed', reason: 'notInstalled' },
      2,
    ],
    [
      'takes nothing either',
      [[404], [201], [403, {}, 'BotNotInConversationRoster']],
      { state: 'failed', reason: 'notInstalled' },
      3,
    ],
    ['is not made just now', [[404], [502]], { state: 'later', afterMs: 10_000 }, 2],
    ['may have taken it', [[404], [201], [502]], { state: 'unknown' }, 3],
  ])('knows what it means when the new chat %s', async (_, answers, outcome, calls) => {
    expect(await send(...answers)).toEqual(outcome);
    expect(teams.calls).toHaveLength(calls);
  });

  it('tries later what certainly never left: no token, no connection', async () => {
    teams.tokenFails = true;
    expect(await send()).toEqual({ state: 'later', afterMs: 5000 });
    expect(teams.calls).toEqual([]);
    teams.tokenFails = false;
    const gone = new LocalTeams();
    await gone.start();
    const other = aBot(gone);
    gone.stop();
    expect(await other.edge.messenger.send(aRecipient(gone), notice)).toEqual({
      state: 'later',
      afterMs: 5000,
    });
  });

  it('logs why, but no token and nothing that was written', async () => {
    await send([500]);
    const logged = JSON.stringify(bot.ctx.log.warnings);
    expect(logged).toContain('a notice was not sent');
    expect(logged).not.toMatch(/Bearer|eyJ|Finance pilot/);
  });

  it('sends to no connector that is not on the list', async () => {
    const to = aRecipient(teams);
    to.channel.serviceUrl = 'https://attacker.example/';
    expect(await bot.edge.messenger.send(to, notice)).toEqual({ state: 'failed', reason: 'refused' });
  });
});

describe('updating a card', () => {
  const facts = {
    kind: 'invitation',
    cohort: asId<CohortId>('a'),
    cohortName: 'Pilot',
    state: 'joined',
  } as const;
  const update = (answer: Answer) => {
    teams.answers.push(answer);
    return bot.edge.messenger.update(aRecipient(teams), 'card-7', facts);
  };

  it.each<[Answer, object]>([
    [[200], { state: 'sent', activity: 'card-7' }],
    [[404], { state: 'failed', reason: 'notInstalled' }],
    [[403], { state: 'failed', reason: 'blocked' }],
    [[429, { 'retry-after': '7' }], { state: 'later', afterMs: 7000, isTooMuch: true }],
    [[502], { state: 'unknown' }],
  ])('puts it in its place with one request of %j and knows %j', async (answer, outcome) => {
    expect(await update(answer)).toEqual(outcome);
    expect(teams.calls.map(({ method, path }) => [method, path])).toEqual([
      ['PUT', '/v3/conversations/a%3Aclara/activities/card-7'],
    ]);
  });
});

describe('a message that is taken back', () => {
  it.each<[Answer, object]>([
    [[200], { state: 'sent', activity: 'card-7' }],
    [[404], { state: 'sent', activity: 'card-7' }],
    [[403], { state: 'failed', reason: 'blocked' }],
    [[405], { state: 'failed', reason: 'refused' }],
    [[429, { 'retry-after': '7' }], { state: 'later', afterMs: 7000, isTooMuch: true }],
    [[502], { state: 'unknown' }],
  ])('is deleted with one request, and %j is understood', async (answer, outcome) => {
    teams.answers.push(answer);
    expect(await bot.edge.messenger.remove(aRecipient(teams), 'card-7')).toEqual(outcome);
    expect(teams.calls.map(({ method, path }) => [method, path])).toEqual([
      ['DELETE', '/v3/conversations/a%3Aclara/activities/card-7'],
    ]);
  });
});
