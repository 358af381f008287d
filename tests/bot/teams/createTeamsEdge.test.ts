import { beforeEach, describe, expect, it } from 'vitest';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { TroubledTables } from '#tests/fakes/troubled.ts';
import { wordsFor } from '#words/words.ts';
import { localTeams } from './localTeams.ts';
import { aBotOn, type Bot, GROUP } from './surroundings.ts';

const teams = localTeams();
const words = wordsFor('en');
let bot: Bot<Omit<TestContext, 'tables'> & { tables: TroubledTables }>;
let tables: TroubledTables;
beforeEach(() => {
  const ctx = aContext();
  tables = new TroubledTables(ctx.tables);
  bot = aBotOn({ ...ctx, tables }, teams);
});

describe('a turn that failed', () => {
  it('is answered with an apology in the own chat, in one message', async () => {
    tables.goAway('people');
    expect(await bot.deliver({ text: 'hello' })).toEqual({ status: 200, body: undefined });
    expect(teams.said.map(({ body }) => body.text)).toEqual([words('bot:away')]);
    expect(bot.ctx.log.errors.map(({ message }) => message)).toEqual(['a turn failed']);
  });

  it.each([
    ['in a group', { text: 'hello', conversation: GROUP }],
    ['after an event', { type: 'event', name: 'application/vnd.microsoft.meetingStart', value: {} }],
    ['when the app is installed', { type: 'installationUpdate', action: 'add' }],
  ])('is only logged %s', async (_, activity) => {
    tables.goAway('lookups');
    expect((await bot.deliver(activity)).status).toBe(200);
    expect(teams.said).toEqual([]);
    expect(bot.ctx.log.errors.map(({ message }) => message)).toEqual(['a turn failed']);
  });

  it('is logged with what went wrong, and without a word that was written', async () => {
    tables.goAway('people');
    await bot.deliver({ text: 'I am looking for another job' });
    const logged = JSON.stringify(bot.ctx.log.errors);
    expect(logged).toContain('tables are away');
    expect(logged).not.toMatch(/another job|Clara|Bearer|eyJ/);
  });

  it('is answered quietly where not even the apology can be said', async () => {
    tables.goAway('people');
    teams.answers.push([502]);
    expect((await bot.deliver({ text: 'hello' })).status).toBe(200);
    expect(teams.said).toHaveLength(1);
    expect(bot.ctx.log.warnings.map(({ message }) => message)).toEqual(['nor could the bot say so']);
  });
});
