import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Cohort } from '#domain/cohorts/cohort.ts';
import type { Enrolment } from '#domain/cohorts/member.ts';
import { stories } from '#teams/answering/stories.ts';
import { aBot, aPress, type Bot, LocalTeams } from '#tests/bot/teams/surroundings.ts';
import { Partition } from '#usecases/story/partition.ts';
import { wordsFor } from '#words/words.ts';

const teams = new LocalTeams();
const words = wordsFor('en');
let bot: Bot;

beforeAll(() => teams.start());
afterAll(() => teams.stop());
beforeEach(async () => {
  teams.calls.length = 0;
  bot = await aBot(teams, stories);
});

type Card = { actions?: { title: string; verb?: string; data?: { hears?: string } }[] };
const lastCard = (): Card | undefined =>
  teams.said.at(-1)?.body.attachments?.[0]?.content as Card | undefined;
const bodyOf = (answer: { body: unknown }) => answer.body as { type: string; value: unknown };

async function invite(): Promise<void> {
  await bot.deliver({ type: 'installationUpdate', action: 'add' });
  const person = (await stories.findPerson(bot.ctx, 'mail', 'clara@contoso.example')) ?? '';
  const rows = await Partition.open(bot.ctx, 'people', person);
  const enrolment: Enrolment = {
    role: 'mentor',
    state: 'invited',
    invitedAt: '2026-11-23T08:00:00.000Z' as Enrolment['invitedAt'],
    answeredAt: '',
  };
  rows.put('enrolment', 'c1', enrolment);
  await rows.commit();
  const cohort = await Partition.open(bot.ctx, 'cohorts', 'c1');
  cohort.put('cohort', '', { name: 'Finance pilot', kind: 'pilot', state: 'enrolling' } as Cohort);
  await cohort.commit();
}

describe('the bot with its real use cases', () => {
  it('greets, takes an invitation, and goes through a question by button and by words', async () => {
    await invite();
    expect(teams.said).toHaveLength(1);
    const joined = await bot.deliver(aPress('enrolment.answer', { cohort: 'c1', answer: 'join' }));
    expect(JSON.stringify(bodyOf(joined).value)).toContain(words('bot:enrolment.join'));
    const skip = lastCard()?.actions?.find(({ data }) => data?.hears === 'skip');
    expect(skip?.verb).toBe('conversation.say');
    const skipped = await bot.deliver(
      aPress('conversation.say', skip?.data ?? {}, { replyToId: 'question-1' }),
    );
    expect(JSON.stringify(bodyOf(skipped).value)).toContain(
      words('bot:pressed.you', { answer: skip?.title ?? '' }),
    );
    await bot.deliver({ text: 'I would love to understand how budgets are decided, and **AI**' });
    expect(teams.said).toHaveLength(4);
    expect(lastCard()?.actions?.length).toBeGreaterThan(0);
    expect(bot.ctx.log.errors).toEqual([]);
  });

  it('tells somebody who was not invited nothing but a kind sentence', async () => {
    await bot.deliver({ text: 'hello' });
    const answer = await bot.deliver(aPress('enrolment.answer', { cohort: 'c1', answer: 'join' }));
    expect(bodyOf(answer)).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: words('enrolment:notInvited'),
    });
  });

  it.each([
    ['pair.answer', { pair: 'nobody', answer: 'yes' }],
    ['feedback.give', { pair: 'nobody', occurrence: 'o', worthTheHour: 3 }],
    ['announcement.reply', { cohort: 'nobody', announcement: 'a', text: 'hello' }],
  ])('answers %s about what is not theirs with words of the catalogue', async (verb, data) => {
    const answer = bodyOf(await bot.deliver(aPress(verb, data)));
    expect(answer.type).toBe('application/vnd.microsoft.activity.message');
    expect(String(answer.value)).toMatch(/^[A-Z].*\.$/s);
    expect(bot.ctx.log.errors).toEqual([]);
  });

  it('mutes news by button and turns it on again by words', async () => {
    await bot.deliver(aPress('news.mute', {}));
    const person = (await stories.findPerson(bot.ctx, 'mail', 'clara@contoso.example')) ?? '';
    const muted = async () => (await bot.ctx.tables.find('people', person, 'settings'))?.value;
    expect(await muted()).toMatchObject({ newsMuted: true });
    await bot.deliver({ text: 'start news' });
    expect(await muted()).toMatchObject({ newsMuted: false });
  });

  it('says where things stand', async () => {
    await invite();
    await bot.deliver({ text: 'status' });
    expect(JSON.stringify(lastCard())).toContain('Finance pilot: your invitation is open.');
  });

  it('answers help and nonsense with what it can do', async () => {
    await bot.deliver({ text: 'help' });
    await bot.deliver({ text: 'sdfkjh sdkfjh' });
    for (const { body } of teams.said) expect(JSON.stringify(body)).toContain('stop news');
  });

  it('ends no turn of hostile text in an error', async () => {
    for (const text of ['👍', '<script>', '\u202Eabc', '{{name}} $t(bot:sorry)', '(((((', 'x'.repeat(5000)])
      await bot.deliver({ text });
    expect(bot.ctx.log.errors).toEqual([]);
    expect(teams.said).toHaveLength(6);
    expect(JSON.stringify(teams.said)).not.toContain(words('bot:sorry'));
  });
});
