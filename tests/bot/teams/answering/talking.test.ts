import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Person } from '#domain/people/person.ts';
import { COMMANDS } from '#teams/answering/commands.ts';
import { aBot, anActivity, type Bot, CLARA, LocalTeams, TENANT } from '#tests/bot/teams/surroundings.ts';
import { wordsFor } from '#words/words.ts';

const teams = new LocalTeams();
const words = wordsFor('en');
let bot: Bot;

beforeAll(() => teams.start());
afterAll(() => teams.stop());
beforeEach(async () => {
  teams.calls.length = 0;
  teams.answers.length = 0;
  teams.member = { id: '29:clara', name: 'Clara Winter', email: 'Clara@contoso.example' };
  bot = await aBot(teams);
});

const group = { id: '19:meeting_x@thread.v2', conversationType: 'groupChat', tenantId: TENANT };
const heard = () => bot.asked.filter(([name]) => name === 'hear');
const person = async () => (await bot.ctx.tables.list('lookups', 'oid'))[0]?.value as { person: string };

describe('talking with somebody', () => {
  it('hears what was written and answers in plain text, in one message', async () => {
    await bot.deliver({ text: 'I would love to understand **AI**' });
    expect(heard()).toEqual([
      ['hear', (await person()).person, { text: 'I would love to understand **AI**' }, expect.any(Function)],
    ]);
    expect(
      teams.said.map(({ path, body }) => [path.split('/').slice(0, 5).join('/'), body.text, body.textFormat]),
    ).toEqual([['/v3/conversations/a%3Aclara/activities', words('bot:commands.help'), 'plain']]);
  });

  it('binds the person by directory id and mail, and remembers the way to them', async () => {
    await bot.deliver({ text: 'hello' });
    const { person: id } = await person();
    const rows = await bot.ctx.tables.list('people', id);
    const row = (key: string) => rows.find((one) => one.key === key)?.value;
    expect(row('person') as Person).toMatchObject({ directoryId: CLARA, mail: 'clara@contoso.example' });
    expect(row('channel') as Channel).toEqual({
      serviceUrl: teams.serviceUrl,
      conversationId: 'a:clara',
      tenantId: TENANT,
      userId: '29:clara',
      botId: expect.stringContaining('28:'),
      state: 'open',
    });
    await bot.deliver({ text: 'again' });
    expect(teams.calls.filter(({ path }) => path.includes('/members/'))).toHaveLength(1);
  });

  it('makes nobody when the directory does not answer, and apologises', async () => {
    teams.member = undefined;
    expect((await bot.deliver({ text: 'hello' })).status).toBe(200);
    expect(await bot.ctx.tables.list('lookups', 'oid')).toEqual([]);
    expect(teams.said.map(({ body }) => body.text)).toEqual([words('bot:sorry')]);
    expect(bot.ctx.log.errors.map(({ message }) => message)).toEqual(['a turn failed']);
  });

  it('answers the same activity once, also when it comes twice at once', async () => {
    const activity = anActivity(teams, { text: 'hello' });
    await Promise.all([bot.deliver(activity), bot.deliver(activity)]);
    await bot.deliver(activity);
    expect(teams.said).toHaveLength(1);
  });

  it('takes an activity up again that failed, or that a stopped server left lying', async () => {
    const failing = await aBot(teams, { hear: () => Promise.reject(new Error('tables are away')) });
    const activity = anActivity(teams, { text: 'hello' });
    await failing.deliver(activity);
    await failing.deliver(activity);
    expect(teams.said.map(({ body }) => body.text)).toEqual([words('bot:sorry'), words('bot:sorry')]);
  });

  it('removes the mention of the bot from what was written', async () => {
    const recipient = { id: '28:bot', name: 'Turntable' };
    const mention = { type: 'mention', text: '<at>Turntable</at>', mentioned: recipient };
    await bot.deliver({ text: '<at>Turntable</at> walking meetings', recipient, entities: [mention] });
    expect(heard()[0]?.[2]).toEqual({ text: 'walking meetings' });
  });

  it.each([
    '😀'.repeat(40),
    '<b>bold</b> [link](https://x.example)',
    'مرحبا بالعالم',
    '`code` **strong** _x_',
  ])('hands %s on as it was written', async (text) => {
    await bot.deliver({ text });
    expect(heard()[0]?.[2]).toEqual({ text });
  });

  it('says kindly that 100,000 characters are too many', async () => {
    await bot.deliver({ text: 'x'.repeat(100_000) });
    expect(heard()).toEqual([]);
    expect(teams.said[0]?.body.text).toBe(words('bot:tooLong', { max: 5000 }));
  });

  it('waits and answers again when the connector asks for time', async () => {
    teams.answers.push([429, { 'retry-after': '0' }], [201]);
    await bot.deliver({ text: 'hello' });
    expect(teams.said).toHaveLength(2);
    expect(bot.ctx.log.errors).toEqual([]);
  });

  it('makes one request of one 502: the answer may have arrived', async () => {
    teams.answers.push([502], [502]);
    await bot.deliver({ text: 'hello' });
    expect(teams.said.map(({ body }) => body.text)).toEqual([words('bot:commands.help'), words('bot:sorry')]);
  });

  it('shows help when the conversation has nothing to say', async () => {
    const silent = await aBot(teams, { hear: async () => [] });
    await silent.deliver({ text: 'qwertz' });
    const text = JSON.stringify(teams.said[0]?.body.attachments);
    for (const { title, description } of COMMANDS) {
      expect(text).toContain(title);
      expect(text).toContain(words(description).replaceAll('"', '\\"'));
    }
  });

  it.each(['status', ' My status? '])('says where things stand: %j', async (text) => {
    await bot.deliver({ text });
    expect(teams.said[0]?.body.summary).toBe(words('bot:status.title'));
    expect(heard()).toEqual([]);
  });
});

describe('coming and going', () => {
  const bots = [{ id: '28:11111111-1111-4111-8111-111111111111' }];
  const added = { type: 'conversationUpdate', membersAdded: bots };

  it('welcomes once, though an installation arrives as two activities', async () => {
    await Promise.all([bot.deliver({ type: 'installationUpdate', action: 'add' }), bot.deliver(added)]);
    await bot.deliver({ type: 'installationUpdate', action: 'add' });
    expect(teams.said.map(({ body }) => body.text)).toEqual([words('bot:commands.hello')]);
  });

  it('says nothing when somebody else joins', async () => {
    await bot.deliver({ type: 'conversationUpdate', membersAdded: [{ id: '29:other' }] });
    expect(teams.said).toEqual([]);
  });

  it('forgets the way to whoever removes the app', async () => {
    await bot.deliver({ text: 'hello' });
    await bot.deliver({ type: 'installationUpdate', action: 'remove' });
    const row = await bot.ctx.tables.find('people', (await person()).person, 'channel');
    expect((row?.value as Channel | undefined)?.state).toBe('uninstalled');
  });

  it('says one short line in a group, once, and binds nobody there', async () => {
    await bot.deliver({ ...added, conversation: group });
    await bot.deliver({ ...added, conversation: group });
    expect(teams.said.map(({ body }) => body.text)).toEqual([words('bot:group.hello')]);
    expect(await bot.ctx.tables.list('lookups', 'oid')).toEqual([]);
  });

  it('answers a mention in a group with the way to the own chat, never with content', async () => {
    await bot.deliver({ text: 'what is my profile?', conversation: group });
    expect(heard()).toEqual([]);
    expect(teams.said.map(({ body }) => body.text)).toEqual([words('bot:group.hello')]);
  });
});

describe('meetings', () => {
  const event = (name: string, value: object | undefined, channelData: object) =>
    bot.deliver({
      type: 'event',
      name: `application/vnd.microsoft.${name}`,
      value,
      channelData: { tenant: { id: TENANT }, ...channelData },
      conversation: group,
    });

  it.each([
    ['PascalCase', { Id: 'other', StartTime: '2026-11-24T10:00:00Z' }],
    ['camelCase', { id: 'other', startTime: '2026-11-24T10:00:00Z' }],
  ])('hears a start in %s, with the id of the channel data', async (_, value) => {
    await event('meetingStart', value, { meeting: { id: 'MCMx' } });
    const at = '2026-11-24T10:00:00.000Z';
    expect(bot.asked).toEqual([['meetingStarted', { teamsMeeting: 'MCMx', teamsChat: group.id, at }]]);
    expect(teams.calls).toEqual([]);
  });

  it('hears an end of which Teams says next to nothing', async () => {
    await event('meetingEnd', undefined, {});
    const at = '2026-11-23T09:00:00.000Z';
    expect(bot.asked).toEqual([['meetingEnded', { teamsMeeting: '', teamsChat: group.id, at }]]);
  });
});
