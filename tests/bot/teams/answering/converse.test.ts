import { beforeEach, describe, expect, it } from 'vitest';
import type { CohortId } from '#domain/basics/ids.ts';
import { listedCommands } from '#domain/hearing/acts/commands.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { anInvitation, cardIn, rowsOfClara, truthIn } from '#tests/bot/teams/stage.ts';
import { aBotOn, type Bot, CARD } from '#tests/bot/teams/surroundings.ts';
import { aContext } from '#tests/fakes/context.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
let cohort: CohortId;
let bot: Bot;
beforeEach(async () => {
  const ctx = aContext();
  ({ cohort } = await anInvitation(ctx));
  bot = aBotOn(ctx, teams);
});

const lastCard = () => cardIn(teams.said.at(-1));
const shown = () => JSON.stringify(teams.said.at(-1)?.body.attachments);

describe('what somebody says', () => {
  it('goes through the questions, by button and by words', async () => {
    const joined = await bot.press('enrolment.answer', { cohort, answer: 'join' });
    expect(JSON.stringify(joined.value)).toContain(words('bot:enrolment.join'));
    const skip = lastCard()?.actions?.find(({ data }) => data?.hears === 'skip');
    expect(skip?.verb).toBe('conversation.say');
    const skipped = await bot.press('conversation.say', skip?.data ?? {}, { replyToId: 'question-1' });
    expect(skipped.type).toBe(CARD);
    expect(JSON.stringify(skipped.value)).toContain(words('bot:pressed.you', { answer: skip?.title ?? '' }));
    await bot.deliver({ text: 'I can help with how budgets are decided, and **strategy**' });
    expect(teams.said).toHaveLength(3);
    expect(lastCard()?.actions?.length).toBeGreaterThan(0);
    const profile = (await rowsOfClara(bot.ctx)).find('profile')?.value;
    expect(profile?.offers.map(({ topic }) => topic)).toContain('strategy');
    expect(bot.ctx.log.errors).toEqual([]);
  });

  it('is answered in one message, in plain text where there is nothing to press', async () => {
    await bot.deliver({ text: 'stop news' });
    expect((await rowsOfClara(bot.ctx)).find('settings')?.value.newsMuted).toBe(true);
    expect(
      teams.said.map(({ path, body }) => [path.split('/').slice(0, 5).join('/'), body.text, body.textFormat]),
    ).toEqual([['/v3/conversations/a%3Aclara/activities', words('enrolment:outside.muted'), 'plain']]);
    await bot.deliver({ text: 'start news' });
    expect((await rowsOfClara(bot.ctx)).find('settings')?.value.newsMuted).toBe(false);
  });

  it.each(['status', ' My status? '])('shows where things stand: %j', async (text) => {
    await bot.deliver({ text });
    expect(teams.said.map(({ body }) => body.summary)).toEqual([words('bot:status.title')]);
    expect(shown()).toContain('Finance pilot: your invitation is open.');
  });

  it.each(['help', 'qwertz', 'sdfkjh sdkfjh'])('shows what the bot can do: %s', async (text) => {
    const stranger = aBotOn(aContext(), teams);
    await stranger.deliver({ text });
    expect(teams.said).toHaveLength(1);
    for (const { title, description } of listedCommands()) {
      expect(shown()).toContain(title);
      expect(shown()).toContain(words(description).replaceAll('"', '\\"'));
    }
  });

  it('is too much with 100,000 characters, which is said kindly', async () => {
    await bot.press('enrolment.answer', { cohort, answer: 'join' });
    const before = truthIn(bot.ctx);
    await bot.deliver({ text: 'x'.repeat(100_000) });
    expect(truthIn(bot.ctx)).toEqual(before);
    expect(teams.said.at(-1)?.body.text).toBe(words('bot:tooLong', { max: 5000 }));
  });

  it('ends in no error, hostile as it may be', async () => {
    for (const text of ['👍', '<script>', '\u202Eabc', '{{name}} $t(bot:sorry)', '(((((', 'x'.repeat(5000)])
      await bot.deliver({ text });
    expect(bot.ctx.log.errors).toEqual([]);
    expect(teams.said).toHaveLength(6);
    expect(JSON.stringify(teams.said)).not.toContain(words('bot:sorry'));
  });
});
