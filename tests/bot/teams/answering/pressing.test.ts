import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '#domain/basics/refusal.ts';
import type { Stories } from '#teams/answering/stories.ts';
import { aBot, aPress, type Bot, LocalTeams, TENANT } from '#tests/bot/teams/surroundings.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { wordsFor } from '#words/words.ts';

const teams = new LocalTeams();
const words = wordsFor('en');
const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
let bot: Bot;

beforeAll(() => teams.start());
afterAll(() => teams.stop());
beforeEach(async () => {
  teams.calls.length = 0;
  teams.answers.length = 0;
  bot = await aBot(teams);
});

const press = async (verb: string, data: object, over: object = {}, where = bot) => {
  const { status, body } = await where.deliver(aPress(verb, data, over));
  return { status, ...(body as { type: string; value: unknown }) };
};
const message = (value: string) => ({ status: 200, statusCode: 200, type: MESSAGE, value });
const names = () => bot.asked.map(([name]) => name);
const feedback = { pair: 'p1', occurrence: 'o1', worthTheHour: '4', learned: 'a lot', shared: 'true' };

describe('pressing a button', () => {
  it('joins, replaces the invitation and asks the first question', async () => {
    const answer = await press('enrolment.answer', { cohort: 'c1', answer: 'join' });
    expect(answer.type).toBe(CARD);
    expect(JSON.stringify(answer.value)).toContain(words('bot:enrolment.join'));
    expect(bot.asked).toEqual([['startEnrolment', expect.any(String), 'c1', expect.any(Function)]]);
    expect(teams.said.map(({ body }) => body.text)).toEqual([words('bot:commands.profile')]);
  });

  it('leaves the door open after "later"', async () => {
    const answer = await press('enrolment.answer', { cohort: 'c1', answer: 'later' });
    expect(JSON.stringify(answer.value)).toContain('"answer":"join"');
    expect(names()).toEqual(['answerEnrolment']);
  });

  it('counts a press twice as one, whether one after the other or at once', async () => {
    const join = { cohort: 'c1', answer: 'join' };
    const both = await Promise.all([press('enrolment.answer', join), press('enrolment.answer', join)]);
    const later = await press('enrolment.answer', join);
    expect(names()).toEqual(['startEnrolment']);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(later).toEqual(message(words('bot:pressed.already')));
  });

  it('hears one answer to one question, whichever buttons were pressed', async () => {
    const first = await press('conversation.say', {
      hears: 'skip',
      title: 'Skip',
      asked: 'What?',
      once: true,
    });
    expect(JSON.stringify(first.value)).toContain(words('bot:pressed.you', { answer: 'Skip' }));
    const second = await press('conversation.say', {
      hears: 'back',
      title: 'Back',
      asked: 'What?',
      once: true,
    });
    expect(second).toEqual(message(words('bot:pressed.already')));
    expect(names()).toEqual(['hear']);
  });

  it('lets a press that failed be pressed again at once', async () => {
    const hear = vi.fn().mockRejectedValueOnce(new Error('tables are away')).mockResolvedValue([]);
    const failing = await aBot(teams, { hear });
    const say = { hears: 'skip', title: 'Skip', once: true };
    expect(await press('conversation.say', say, {}, failing)).toEqual(message(words('bot:sorry')));
    expect((await press('conversation.say', say, {}, failing)).type).toBe(CARD);
  });

  it.each(['waiting', 'paired', 'ended', 'thanks'] as const)('answers an introduction: %s', async (state) => {
    const where = await aBot(teams, { answerIntroduction: async () => ({ state }) });
    const answer = await press('pair.answer', { pair: 'p1', answer: 'yes' }, {}, where);
    expect(JSON.stringify(answer.value)).toContain(words(`bot:introduction.${state}`));
    expect(JSON.stringify(answer.value)).not.toContain('Action.Execute');
  });

  it('gives feedback with what was filled in', async () => {
    const answer = await press('feedback.give', feedback);
    const given = {
      worthTheHour: 4,
      learned: 'a lot',
      surprised: '',
      balanced: '',
      candid: '',
      goOn: '',
      shared: true,
    };
    expect(bot.asked).toEqual([['giveFeedback', expect.any(String), 'p1', 'o1', given, 'card']]);
    expect(JSON.stringify(answer.value)).toContain(words('bot:feedback.thanks'));
  });

  it('says so when there is feedback already', async () => {
    const where = await aBot(teams, { giveFeedback: async () => ({ repeated: true }) });
    const answer = await press('feedback.give', feedback, {}, where);
    expect(JSON.stringify(answer.value)).toContain(words('bot:feedback.repeated'));
  });

  it.each<[string, string, object, string]>([
    ['no number', 'feedback.give', { ...feedback, worthTheHour: undefined }, words('bot:feedback.needed')],
    [
      'too long a text',
      'feedback.give',
      { ...feedback, learned: 'x'.repeat(1001) },
      words('bot:tooLong', { max: 1000 }),
    ],
    [
      'an empty reply',
      'announcement.reply',
      { cohort: 'c', announcement: 'a', text: '  ' },
      words('bot:announcement.emptyReply'),
    ],
    ['a card of nobody', 'pair.answer', { pair: '', answer: 'perhaps' }, words('bot:pressed.incomplete')],
    ['a verb of long ago', 'pair.accept', {}, words('bot:pressed.unknown')],
    ['a verb of the language', 'constructor', {}, words('bot:pressed.unknown')],
  ])('answers %s with a sentence and does nothing', async (_, verb, data, sentence) => {
    expect(await press(verb, data)).toEqual(message(sentence));
    expect(bot.asked).toEqual([]);
  });

  it('sends one reply for one text, another for another', async () => {
    const to = { cohort: 'c1', announcement: 'a1' };
    await press('announcement.reply', { ...to, text: 'Thank you' });
    await press('announcement.reply', { ...to, text: 'Thank you' });
    await press('announcement.reply', { ...to, text: 'One more thing' });
    expect(bot.asked.map((call) => call.at(-1))).toEqual(['Thank you', 'One more thing']);
  });

  it('mutes news without touching the announcement, and offers the way back', async () => {
    expect(await press('news.mute', {})).toMatchObject({ status: 200, type: MESSAGE });
    expect(bot.asked).toEqual([['saveSettings', expect.any(String), { newsMuted: true }]]);
    expect(JSON.stringify(teams.said[0]?.body)).toContain('news.unmute');
  });

  it('says a refusal in its own words, to whoever pressed, and keeps the card', async () => {
    const refuse = () => Promise.reject(new Refusal('gone', 'bot:introductionEnded.title'));
    const where = await aBot(teams, { answerIntroduction: refuse });
    const answer = await press('pair.answer', { pair: 'p1', answer: 'yes' }, {}, where);
    expect(answer).toEqual(message(words('bot:introductionEnded.title')));
    expect(where.ctx.log.errors).toEqual([]);
  });

  it('tries a lost race again, and asks to press again when it keeps losing', async () => {
    const lost = new Conflict('a pair');
    const answerIntroduction = vi.fn().mockRejectedValueOnce(lost).mockResolvedValue({ state: 'waiting' });
    const where = await aBot(teams, {
      answerIntroduction: answerIntroduction as Stories['answerIntroduction'],
    });
    const yes = { pair: 'p1', answer: 'yes' };
    expect((await press('pair.answer', yes, {}, where)).type).toBe(CARD);
    answerIntroduction.mockRejectedValue(lost);
    expect(await press('pair.answer', yes, {}, where)).toEqual(message(words('bot:pressed.again')));
  });

  it('speaks for whoever presses, not for whom the card was made', async () => {
    const from = { id: '29:jonas', aadObjectId: '55555555-5555-4555-8555-555555555555', name: 'Jonas Berg' };
    await press('pair.answer', { pair: 'p1', answer: 'yes' });
    await press('pair.answer', { pair: 'p1', answer: 'yes' }, { from, conversation: personal('a:jonas') });
    const [first, second] = bot.asked.map(([, person]) => person);
    expect(first).not.toBe(second);
  });

  it('shows nothing in front of others when a card was carried into a group', async () => {
    const conversation = { id: '19:group', conversationType: 'groupChat', tenantId: TENANT };
    expect(await press('pair.answer', { pair: 'p1', answer: 'yes' }, { conversation })).toEqual(
      message(words('bot:pressed.ownChat')),
    );
    expect(bot.asked).toEqual([]);
    expect(teams.calls).toEqual([]);
  });

  it.each([[undefined], [{}], [{ action: null }], [{ action: { type: 'Action.Submit' } }], ['text']])(
    'answers a press it cannot read: %j',
    async (value) => {
      const { status } = await bot.deliver({ ...aPress('x', {}), value });
      expect(status).toBe(200);
      expect(bot.asked).toEqual([]);
    },
  );

  it('takes Action.Submit from clients that know no Action.Execute', async () => {
    await bot.deliver({
      text: undefined,
      value: { verb: 'feedback.give', ...feedback },
      replyToId: 'card-9',
    });
    expect(names()).toEqual(['giveFeedback']);
    expect(teams.said[0]?.body.summary).toBe(words('bot:feedback.thanks'));
  });

  it('answers a redelivered press once', async () => {
    const invoke = { ...aPress('pair.answer', { pair: 'p1', answer: 'yes' }), id: 'same' };
    await bot.deliver(invoke);
    expect((await bot.deliver(invoke)).status).toBe(200);
    expect(names()).toEqual(['answerIntroduction']);
  });
});

const personal = (id: string) => ({ id, conversationType: 'personal', tenantId: TENANT });
