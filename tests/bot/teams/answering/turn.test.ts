import { beforeEach, describe, expect, it } from 'vitest';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { anInvitation, claraIn, rowsOfClara } from '#tests/bot/teams/stage.ts';
import { aBot, aBotOn, type Bot, TENANT } from '#tests/bot/teams/surroundings.ts';
import { drain } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { shuffled } from '#tests/fakes/shuffled.ts';
import { findPerson } from '#usecases/people/people.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
let bot: Bot;
beforeEach(() => {
  bot = aBot(teams);
});

const askedDirectory = () => teams.calls.filter(({ path }) => path.includes('/members/'));

describe('whoever speaks', () => {
  it('is bound by directory id and mail, and the way to them is remembered', async () => {
    await bot.deliver({ text: 'hello' });
    const rows = await rowsOfClara(bot.ctx);
    expect(await findPerson(bot.ctx, 'oid', 'oid-clara')).toBe(rows.id);
    expect(rows.find('person')?.value).toMatchObject({
      directoryId: 'oid-clara',
      mail: 'clara@turntable.example',
      name: 'Clara Winter',
    });
    expect(rows.find('channel')?.value).toEqual({
      serviceUrl: teams.serviceUrl,
      conversationId: 'a:clara',
      tenantId: TENANT,
      userId: '29:clara',
      botId: expect.stringContaining('28:'),
      state: 'open',
    });
    await bot.deliver({ text: 'again' });
    expect(askedDirectory()).toHaveLength(1);
  });

  it('is the person whom an import knew by mail', async () => {
    const ctx = aContext();
    await anInvitation(ctx);
    const imported = await claraIn(ctx);
    await aBotOn(ctx, teams).deliver({ text: 'hello' });
    expect(await findPerson(ctx, 'oid', 'oid-clara')).toBe(imported);
  });

  it('is sent the invitation that could not reach them before', async () => {
    const ctx = aContext();
    await anInvitation(ctx);
    expect(await drain(ctx)).toEqual([]);
    const on = aBotOn(ctx, teams);
    await on.deliver({ type: 'installationUpdate', action: 'add' });
    await on.deliver({ text: 'hello' });
    const to = await claraIn(ctx);
    expect(await drain(ctx)).toMatchObject([{ to, view: { kind: 'invitation', role: 'executive' } }]);
  });

  it.each([1, 2, 3])('is one person, however many turns come first at once (order %i)', async (seed) => {
    const ctx = aContext();
    const hurried = aBotOn(shuffled(ctx, seed), teams);
    await Promise.all(['hello', 'status', 'help'].map((text) => hurried.deliver({ text })));
    const known = ctx.tables.all('lookups').filter(({ partition }) => ['oid', 'mail'].includes(partition));
    const person = await claraIn(ctx);
    expect(known.map(({ value }) => value)).toMatchObject(Array(2).fill({ person }));
    expect(teams.said).toHaveLength(3);
    expect(ctx.log.errors).toEqual([]);
  });

  it('reads in the language and time zone of their client', async () => {
    await bot.deliver({ text: 'hello', locale: 'de-CH', localTimezone: 'Europe/Zurich' });
    expect((await rowsOfClara(bot.ctx)).find('settings')?.value).toEqual({
      ...{ locale: 'de-CH', timeZone: 'Europe/Zurich', newsMuted: false },
    });
  });

  it('is nobody when the directory does not answer, and hears an apology', async () => {
    teams.member = undefined;
    expect((await bot.deliver({ text: 'hello' })).status).toBe(200);
    expect(await bot.ctx.tables.list('lookups', 'oid')).toEqual([]);
    expect(teams.said.map(({ body }) => body.text)).toEqual([words('bot:sorry')]);
    expect(bot.ctx.log.errors.map(({ message }) => message)).toEqual(['a turn failed']);
  });
});
