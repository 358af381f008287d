import { beforeEach, describe, expect, it } from 'vitest';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { anInvitation, rowsOfClara, truthIn } from '#tests/bot/teams/stage.ts';
import { aBotOn, aMessage, as, type Bot, MESSAGE } from '#tests/bot/teams/surroundings.ts';
import { sendOff } from '#tests/bot/usecases/announcements/sendOff.ts';
import { drain } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { TEST } from '#usecases/announcements/notices.ts';
import { listAnnouncements } from '#usecases/announcements/view.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
let bot: Bot;
let pilot: Awaited<ReturnType<typeof anInvitation>>;
let about: { cohort: string; announcement: string };
beforeEach(async () => {
  const ctx = aContext();
  pilot = await anInvitation(ctx);
  const news = { title: 'We start', text: 'Welcome', audience: 'everyone' } as const;
  const announcement = await sendOff(ctx, pilot, news);
  await drain(ctx);
  about = { cohort: pilot.cohort, announcement };
  bot = aBotOn(ctx, teams);
});

const reply = (text: string, over: object = {}) => bot.press('announcement.reply', { ...about, text }, over);
const replies = async () => (await listAnnouncements(bot.ctx, pilot))[0]?.replies.map(({ text }) => text);

describe('a reply to an announcement', () => {
  it('is sent once for one text, another for another, as it was written', async () => {
    expect(await reply('Thank you, <b>Noor</b> 🎉')).toEqual(aMessage(words('bot:announcement.sent')));
    expect(await reply('Thank you, <b>Noor</b> 🎉')).toEqual(aMessage(words('bot:announcement.sent')));
    bot.ctx.clock.advance(1000);
    expect(await reply('One more thing')).toEqual(aMessage(words('bot:announcement.sent')));
    expect(await replies()).toEqual(['Thank you, <b>Noor</b> 🎉', 'One more thing']);
  });

  it.each<[string, string, string]>([
    ['empty', '  ', words('bot:announcement.emptyReply')],
    ['too long', 'x'.repeat(2001), words('bot:tooLong', { max: 2000 })],
  ])('that is %s is answered with a sentence, and goes nowhere', async (_, text, sentence) => {
    await bot.deliver({ text: 'hello' });
    const before = truthIn(bot.ctx);
    expect(await reply(text)).toEqual(aMessage(sentence));
    expect(truthIn(bot.ctx)).toEqual(before);
  });

  it('is not for who was not told', async () => {
    teams.member = { id: '29:diego', name: 'Diego Muestra', email: 'diego@turntable.example' };
    expect(await reply('hello', as('diego'))).toEqual(aMessage(words('cohort:announcement.missing')));
    expect(await replies()).toEqual([]);
    expect(bot.ctx.log.errors).toEqual([]);
  });
});

it('a reply to one’s own test goes nowhere, and says so', async () => {
  const before = await replies();
  const said = await bot.press('announcement.reply', { ...about, announcement: TEST, text: 'Hello' });
  expect(said).toEqual(aMessage(words('bot:announcement.onlyATest')));
  expect(await replies()).toEqual(before);
});

describe('muting news', () => {
  const muted = async () => (await rowsOfClara(bot.ctx)).find('settings')?.value.newsMuted;

  it('leaves the announcement as it is, and offers the way back', async () => {
    expect(await bot.press('news.mute', {})).toMatchObject({ status: 200, type: MESSAGE });
    expect(await muted()).toBe(true);
    expect(JSON.stringify(teams.said[0]?.body)).toContain('news.unmute');
    await bot.press('news.unmute', {});
    expect(await muted()).toBe(false);
    expect(teams.said[1]?.body.summary).toBe(words('bot:news.unmuted'));
  });
});
