import { beforeEach, describe, expect, it } from 'vitest';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { SearchChat, textOf, titlesOf } from '#tests/bot/teams/searchChat.ts';
import { type ShownCard, truthIn } from '#tests/bot/teams/stage.ts';
import { as } from '#tests/bot/teams/surroundings.ts';
import { listSearches } from '#usecases/searches/searches.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
let chat: SearchChat;
let list: ShownCard;
beforeEach(async () => {
  chat = await SearchChat.open(teams);
  list = await chat.write('clara', 'find me a mentor');
});

const searches = () => listSearches(chat.world.ctx, chat.world.clara);

describe('the list of mentors', () => {
  it('asks the chosen one, with the others in turn, and can be stopped', async () => {
    const asked = await chat.press(list, 'Ask Bruno first', { others: 'true' });
    expect(textOf(asked)).toContain('Bruno is asked to meet you. You hear by Tuesday');
    expect(textOf(asked)).toContain(words('search:turn'));
    const sure = await chat.press(asked, words('search:stop'));
    expect(textOf(sure)).toContain('Bruno has been asked already');
    expect(await searches()).toMatchObject([{ state: 'asking' }]);
    expect(textOf(await chat.press(sure, words('bot:sure.no')))).toContain('Bruno is asked');
    const stopped = await chat.press(sure, words('bot:sure.searchYes'));
    expect(textOf(stopped)).toContain('nobody else is asked');
    expect(await searches()).toMatchObject([{ state: 'over', why: 'search:over.stopped' }]);
    expect(chat.bot.ctx.log.errors).toEqual([]);
  });

  it('hears the switch turned off', async () => {
    const asked = await chat.press(list, 'Ask Aisha first', { others: 'false' });
    expect(textOf(asked)).toContain(words('search:turnNone'));
  });

  it('is put aside, and an old list asks nobody', async () => {
    expect(textOf(await chat.press(list, 'Not now'))).toContain('whenever you like');
    const late = await chat.press(list, 'Ask Aisha first', { others: 'true' });
    expect(late).toBe(words('search:notChoosing'));
    expect(await searches()).toMatchObject([{ state: 'none', pair: null }]);
  });

  it('stops nothing that was begun since, when an old one is put aside', async () => {
    await chat.press(list, 'Ask Aisha first', { others: 'true' });
    expect(textOf(await chat.press(list, 'Not now'))).toContain('Aisha is asked');
    expect(await searches()).toMatchObject([{ state: 'asking' }]);
  });

  it('of an earlier search does nothing to a later one', async () => {
    const { ctx, at } = chat.world;
    await chat.press(list, 'Not now');
    await chat.write('clara', 'find me a mentor');
    const before = truthIn(ctx);
    for (const title of ['Ask Bruno first', 'Not now'])
      expect(textOf(await chat.press(list, title, { others: 'true' }))).toContain('from an earlier search');
    const stop = { cohort: at.cohort, search: 'an-earlier-one', sure: true };
    expect(JSON.stringify(await chat.bot.press('search.stop', stop))).toContain('from an earlier search');
    expect(truthIn(ctx)).toEqual(before);
    expect(await searches()).toMatchObject([{ state: 'choosing' }]);
  });

  it('is shown for the programme that was chosen', async () => {
    await chat.joinSecondWave();
    await chat.press(await chat.write('clara', 'find me a mentor'), 'Finance pilot');
    expect(titlesOf(chat.said)).toContain('Ask Aisha first');
  });

  it('is refused to a mentor, whose card it is not', async () => {
    const { cohort } = chat.world.at;
    for (const verb of ['search.start', 'search.stop'])
      expect((await chat.bot.press(verb, { cohort }, as('aisha'))).value).toBe(words('search:missing'));
  });
});

describe('an introduction that was asked for', () => {
  it('is answered with a first chat first', async () => {
    const asked = await chat.press(list, 'Ask Aisha first', { others: 'true' });
    expect(titlesOf(asked)).toContain(words('search:stop'));
    const pair = (await searches())[0]?.pair;
    const answer = (said: string) => chat.bot.press('pair.answer', { pair, answer: said }, as('aisha'));
    expect(JSON.stringify(await answer('meetFirst'))).toContain(
      words('bot:introduction.firstChat', { count: 1 }),
    );
    expect(JSON.stringify(await answer('yes'))).toContain(words('bot:introduction.paired', { count: 1 }));
  });
});
