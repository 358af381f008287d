import { beforeEach, describe, expect, it } from 'vitest';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { anInvitation, rowsOfClara } from '#tests/bot/teams/stage.ts';
import { aBot, aBotOn, anActivity, type Bot, GROUP } from '#tests/bot/teams/surroundings.ts';
import { aContext } from '#tests/fakes/context.ts';
import { TroubledTables } from '#tests/fakes/troubled.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
let bot: Bot;
beforeEach(() => {
  bot = aBot(teams);
});

const people = () => bot.ctx.tables.list('lookups', 'oid');
const greeting = words('enrolment:outside.greet', { name: 'Clara' });

describe('writing to the bot', () => {
  it('is heard in the own chat', async () => {
    await bot.deliver({ text: 'hello' });
    expect(teams.said.map(({ body }) => body.summary)).toEqual([
      words('enrolment:outside.hello', { name: 'Clara' }),
    ]);
  });

  it('is answered in a group with the way to the own chat, never with content', async () => {
    await bot.deliver({ text: 'what is my profile?', conversation: GROUP });
    expect(teams.said.map(({ body }) => body.text)).toEqual([words('bot:group.hello')]);
    expect(await people()).toEqual([]);
  });

  it('is asked for once more where somebody else was always faster', async () => {
    const tables = new TroubledTables(bot.ctx.tables);
    const racing = aBotOn({ ...bot.ctx, tables }, teams);
    await racing.deliver({ text: 'hello' });
    tables.beBeaten('people');
    await racing.deliver({ text: 'stop news' });
    tables.recover();
    expect(teams.said.at(-1)?.body.text).toBe(words('bot:pressed.again'));
    expect((await rowsOfClara(bot.ctx)).find('settings')?.value.newsMuted).toBe(false);
    expect(bot.ctx.log.errors).toEqual([]);
  });

  it('is not answered where Teams does not name who wrote', async () => {
    await bot.deliver({ text: 'hello', from: { id: '29:clara', name: 'clara' } });
    expect(teams.calls).toEqual([]);
    expect(await people()).toEqual([]);
  });
});

describe('coming and going', () => {
  const bots = [anActivity(teams).recipient];
  const added = { type: 'conversationUpdate', membersAdded: bots };
  const installation = { type: 'installationUpdate', action: 'add' };

  it('welcomes once, though an installation arrives as two activities', async () => {
    await Promise.all([bot.deliver(installation), bot.deliver(added)]);
    await bot.deliver(installation);
    expect(teams.said.map(({ body }) => body.summary)).toEqual([greeting]);
  });

  it('welcomes with the invitation that waits', async () => {
    const ctx = aContext();
    await anInvitation(ctx);
    await aBotOn(ctx, teams).deliver(installation);
    expect(teams.said.map(({ body }) => body.summary)).toEqual([greeting]);
    expect(JSON.stringify(teams.said[0]?.body.attachments)).toContain('You are invited to “Finance pilot”');
  });

  it('says nothing when somebody else joins', async () => {
    await bot.deliver({ type: 'conversationUpdate', membersAdded: [{ id: '29:other' }] });
    expect(teams.said).toEqual([]);
  });

  it('forgets the way to whoever removes the app, and finds it again', async () => {
    const channel = async () => (await rowsOfClara(bot.ctx)).find('channel')?.value.state;
    await bot.deliver({ text: 'hello' });
    await bot.deliver({ type: 'installationUpdate', action: 'remove' });
    expect(await channel()).toBe('uninstalled');
    await bot.deliver(installation);
    expect(await channel()).toBe('open');
    expect(teams.said.at(-1)?.body.summary).toBe(greeting);
  });

  it('says one short line in a group, once, and binds nobody there', async () => {
    await bot.deliver({ ...added, conversation: GROUP });
    await bot.deliver({ ...added, conversation: GROUP });
    expect(teams.said.map(({ body }) => body.text)).toEqual([words('bot:group.hello')]);
    expect(await people()).toEqual([]);
  });

  it('leaves people alone when the app is removed from a group', async () => {
    await bot.deliver({ text: 'hello' });
    await bot.deliver({ type: 'installationUpdate', action: 'remove', conversation: GROUP });
    expect((await rowsOfClara(bot.ctx)).find('channel')?.value.state).toBe('open');
  });
});
