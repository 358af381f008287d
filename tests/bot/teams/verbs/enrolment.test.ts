import { beforeEach, describe, expect, it } from 'vitest';
import type { CohortId } from '#domain/basics/ids.ts';
import { nodesOf } from '#tests/bot/teams/cards/everyCard.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { anInvitation, cardIn, claraIn, enrolmentOf, rowsOfClara, truthIn } from '#tests/bot/teams/stage.ts';
import { aBot, aBotOn, aMessage, type Bot, CARD } from '#tests/bot/teams/surroundings.ts';
import { aContext } from '#tests/fakes/context.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
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

const answer = (said: string) => bot.press('enrolment.answer', { cohort, answer: said });
const conversation = async () => (await rowsOfClara(bot.ctx)).find('conversation')?.value;

describe('an invitation', () => {
  it('is replaced by a welcome after "join", and the first question is asked', async () => {
    const { type, value } = await answer('join');
    expect(type).toBe(CARD);
    expect(JSON.stringify(value)).toContain(words('bot:enrolment.join'));
    expect(JSON.stringify(value)).not.toContain('Action.Execute');
    expect(await enrolmentOf(bot.ctx, cohort)).toBe('joined');
    expect(await conversation()).toMatchObject({ about: 'enrolment', cohort, step: 'wants' });
    expect(teams.said).toHaveLength(1);
    expect(JSON.stringify(teams.said[0]?.body)).toContain(words('enrolment:ask.wants.executive'));
  });

  it.each([
    ['later', 'later'],
    ['pass', 'passed'],
  ])('leaves the door open after %j', async (said, state) => {
    const { value } = await answer(said);
    expect(JSON.stringify(value)).toContain(words(`bot:enrolment.${said}`));
    expect(JSON.stringify(value)).toContain('"answer":"join"');
    expect(await enrolmentOf(bot.ctx, cohort)).toBe(state);
    expect(await conversation()).toBeUndefined();
    expect(teams.said).toEqual([]);
  });

  it.each(['later', 'pass'])(
    'that was taken up is settled: %j on its old card makes nobody leave',
    async (said) => {
      await answer('join');
      const before = truthIn(bot.ctx);
      const { type, value } = await answer(said);
      expect(type).toBe(CARD);
      expect(JSON.stringify(value)).toContain('nothing was changed');
      expect(await enrolmentOf(bot.ctx, cohort)).toBe('joined');
      expect(truthIn(bot.ctx)).toEqual(before);
    },
  );

  it('does not begin the conversation anew when it is taken up twice', async () => {
    await answer('join');
    await bot.deliver({ text: 'skip' });
    const before = truthIn(bot.ctx);
    bot.ctx.clock.advance(3_600_000);
    expect(JSON.stringify((await answer('join')).value)).toContain('You take part in');
    expect(truthIn(bot.ctx)).toEqual(before);
  });

  it('that was left is settled, and leaves the door open', async () => {
    await answer('join');
    await answerEnrolment(bot.ctx, await claraIn(bot.ctx), cohort, 'pass');
    const before = truthIn(bot.ctx);
    const { value } = await answer('later');
    expect(JSON.stringify(value)).toContain('"answer":"join"');
    expect(truthIn(bot.ctx)).toEqual(before);
  });

  it('of somebody else is answered with nothing but a kind sentence', async () => {
    const stranger = aBot(teams);
    await stranger.deliver({ text: 'hello' });
    const join = await stranger.press('enrolment.answer', { cohort, answer: 'join' });
    expect(join).toEqual(aMessage(words('enrolment:notInvited')));
  });
});

describe('a button of the conversation', () => {
  const say = (hears: string, title = '', over: object = {}) =>
    bot.press('conversation.say', { hears, title, asked: 'What?', ...over }, { replyToId: 'question-1' });

  it('shows the question and what was answered, and leads to the next', async () => {
    await answer('join');
    const { type, value } = await say('skip', 'Skip', { once: true });
    expect(type).toBe(CARD);
    expect(JSON.stringify(value)).toContain('What?');
    expect(JSON.stringify(value)).toContain(words('bot:pressed.you', { answer: 'Skip' }));
    expect(JSON.stringify(teams.said.at(-1)?.body)).toContain(words('enrolment:ask.offers.executive'));
  });

  it('answers a question once, whichever buttons were pressed', async () => {
    await answer('join');
    await say('skip', 'Skip', { once: true });
    expect(await say('back', 'Back', { once: true })).toEqual(aMessage(words('bot:pressed.already')));
    expect(await conversation()).toMatchObject({ step: 'offers', trail: ['wants'] });
    expect(teams.said).toHaveLength(2);
  });

  it('of a card that stays, such as help, answers beside it as often as it is pressed', async () => {
    for (let n = 0; n < 2; n++) {
      expect(await say('status')).toEqual(aMessage(''));
      bot.ctx.clock.advance(60_000);
    }
    expect(teams.said.map(({ body }) => body.summary)).toEqual(Array(2).fill(words('bot:status.title')));
  });
});

describe('topics to tick', () => {
  /** Presses one of the buttons below the ticks of the newest message. */
  const keep = (keeps: string, filledIn: object) => {
    const nodes = [...nodesOf(cardIn(teams.said.at(-1)))];
    const button = nodes.find(({ verb, data }) => verb === 'conversation.pick' && keepsOf(data) === keeps);
    return bot.press(
      'conversation.pick',
      { ...(button?.data as object), ...filledIn },
      { replyToId: 'card' },
    );
  };
  const keepsOf = (data: unknown): unknown => (data as { keeps?: unknown } | undefined)?.keeps;
  const wants = async () => (await rowsOfClara(bot.ctx)).find('profile')?.value.wants;
  beforeEach(() => answer('join'));

  it('are kept, shown with the question, and lead to the next', async () => {
    const { type, value } = await keep('ticked', { topics: 'wants generativeAi,wants shortVideo' });
    expect(type).toBe(CARD);
    expect(JSON.stringify(value)).toContain(words('enrolment:ask.wants.executive'));
    expect(JSON.stringify(value)).toContain(words('topics:shortVideo'));
    expect(await wants()).toEqual(['generativeAi', 'shortVideo']);
    expect(await conversation()).toMatchObject({ step: 'offers' });
  });

  it('of which none is ticked are asked for, and the card stays to be pressed', async () => {
    const before = truthIn(bot.ctx);
    expect(await keep('ticked', {})).toEqual(aMessage(words('enrolment:offer.nothingTicked')));
    expect(truthIn(bot.ctx)).toEqual(before);
    expect((await keep('ticked', { topics: 'wants generativeAi' })).type).toBe(CARD);
  });

  it('say “not this” where there is one thing to leave, before and after it is pressed', async () => {
    await bot.deliver({ text: 'glass blowing' });
    expect(JSON.stringify(teams.said.at(-1)?.body)).toContain(words('enrolment:offer.notThis'));
    expect(JSON.stringify(teams.said.at(-1)?.body)).not.toContain(words('enrolment:offer.noneOfThese'));
    const { value } = await keep('none', {});
    expect(JSON.stringify(value)).toContain(
      words('bot:pressed.you', { answer: words('enrolment:offer.notThis') }),
    );
    expect(JSON.stringify(teams.said.at(-1)?.body)).toContain(words('enrolment:offer.notThat'));
  });

  it('say “none of these” where there are several', async () => {
    await bot.deliver({ text: 'I nod in meetings when they say pivot and sprint' });
    const { topics = [], own } = (await conversation())?.memo.offer ?? {};
    const isOne = topics.length + (own ? 1 : 0) === 1;
    expect(isOne).toBe(false);
    expect(JSON.stringify(teams.said.at(-1)?.body)).toContain(words('enrolment:offer.noneOfThese'));
  });

  it('may stand below an offer, whose own words are kept by its own button alone', async () => {
    await bot.deliver({ text: 'glass blowing' });
    const { type } = await keep('own', { own: ' ' });
    expect(type).not.toBe(CARD);
    await keep('own', { own: 'glass blowing', topics: 'offers strategy' });
    expect(await wants()).toEqual(['own:glassblowing']);
    expect((await rowsOfClara(bot.ctx)).find('profile')?.value.offers).toEqual([]);
  });
});
