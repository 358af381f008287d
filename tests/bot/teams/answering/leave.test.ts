import { describe, expect, it } from 'vitest';
import { asId, type Day } from '#domain/basics/ids.ts';
import { PAIR, type PairWorld } from '#tests/bot/pairWorld.ts';
import { aSearchWorld } from '#tests/bot/searchWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { anInvitation, rowsOfClara, type ShownCard, truthIn } from '#tests/bot/teams/stage.ts';
import { aBotOn, type Bot } from '#tests/bot/teams/surroundings.ts';
import { aPairIn, memberIn, pairIn } from '#tests/bot/usecases/pairs/partings.ts';
import { aContext } from '#tests/fakes/context.ts';
import { pausePair } from '#usecases/pairs/pause.ts';

const teams = localTeams();
let world: PairWorld;
let bot: Bot;

async function talkIn(made: PairWorld): Promise<void> {
  world = made;
  bot = aBotOn(world.ctx, teams);
  await bot.deliver({ text: 'status' });
}
async function write(text: string): Promise<ShownCard> {
  teams.said.length = 0;
  await bot.deliver({ text });
  return teams.said.at(-1)?.body.attachments?.[0]?.content as ShownCard;
}
const dayAsked = ({ body }: ShownCard) =>
  (body as { type: string; value?: string; id?: string }[]).find(({ type }) => type === 'Input.Date')?.value;
const verbs = ({ actions = [] }: ShownCard) => actions.map(({ verb }) => verb);
const leaveNow = async () => (await memberIn(world, world.clara))?.awayUntil;

describe('a leave, said to the bot by somebody without a pair', () => {
  it.each([
    ['I’m on parental leave until 3 March', '2027-03-03'],
    ['I am on leave until 3 March', '2027-03-03'],
    ['on leave', undefined],
    ['Ich bin in Elternzeit', undefined],
    ['je suis en congé', undefined],
    ['estoy de permiso', undefined],
    ['育休中です', undefined],
    ['أنا في إجازة', undefined],
  ])('asks until when, and does nothing yet: %s', async (text, day) => {
    await talkIn(await aSearchWorld());
    const before = truthIn(world.ctx);
    const card = await write(text);
    expect(verbs(card)).toEqual(['leave.note']);
    expect(dayAsked(card)).toBe(day);
    expect(Object.keys(truthIn(world.ctx))).toEqual(Object.keys(before));
    expect(await leaveNow()).toBeUndefined();
    await bot.press('leave.note', { until: '2027-03-03' });
    expect(await leaveNow()).toBe('2027-03-03');
  });

  it.each([
    'I am back from leave',
    'I’m back',
    'back from parental leave',
    'Ich bin wieder da',
    'je suis de retour',
    'he vuelto',
    '復帰しました',
    'عدت من الإجازة',
  ])('shows how it stands and the way back, where one is noted: %s', async (text) => {
    await talkIn(await aSearchWorld());
    await bot.press('leave.note', { until: '2027-03-03' });
    const card = await write(text);
    expect(verbs(card)).toEqual(['leave.end']);
    expect(JSON.stringify(card)).toContain('You are on leave until');
    await bot.press('leave.end', {});
    expect(await leaveNow()).toBeUndefined();
    expect(JSON.stringify(await write('back from leave'))).toContain('no leave of yours is noted');
  });

  it('refuses a press without a day, and changes nothing', async () => {
    await talkIn(await aSearchWorld());
    expect(JSON.stringify(await bot.press('leave.note', { until: 'soon' }))).toContain('Please pick the day');
    expect(await leaveNow()).toBeUndefined();
  });
});

describe('being back without a leave', () => {
  it('is welcomed', async () => {
    await talkIn(await aSearchWorld());
    expect(JSON.stringify(await write('Ich bin wieder da'))).toContain('Welcome back: no leave of yours');
  });

  it.each(['Ich bin wieder da', 'je suis de retour', 'back from parental leave'])(
    'amid joining is welcomed, and what was asked is asked once more: %s',
    async (text) => {
      const ctx = aContext();
      const { cohort } = await anInvitation(ctx);
      bot = aBotOn(ctx, teams);
      await bot.press('enrolment.answer', { cohort, answer: 'join' });
      const before = (await rowsOfClara(ctx)).find('conversation')?.value;
      const card = await write(text);
      expect(JSON.stringify(card)).toContain('Welcome back: no leave of yours is noted.');
      expect(verbs(card)).toContain('conversation.say');
      const after = (await rowsOfClara(ctx)).find('conversation')?.value;
      expect(after).toMatchObject({ about: 'enrolment', step: before?.step });
      expect((await rowsOfClara(ctx)).find('profile')?.value.offers ?? []).toEqual([]);
    },
  );

  it('goes on with what was put aside', async () => {
    const ctx = aContext();
    const { cohort } = await anInvitation(ctx);
    bot = aBotOn(ctx, teams);
    await bot.press('enrolment.answer', { cohort, answer: 'join' });
    await write('Later');
    await write('stop');
    expect(verbs(await write('Ich bin wieder da'))).toContain('conversation.say');
    expect((await rowsOfClara(ctx)).find('conversation')?.value.about).toBe('enrolment');
  });
});

describe('starting again, said by somebody on leave', () => {
  const onLeave = async (isOwnBreak: boolean) => {
    await talkIn(await aPairIn());
    if (isOwnBreak) await pausePair(world.ctx, world.aisha, PAIR, { until: asId<Day>('2027-01-04') });
    await bot.press('leave.note', { until: '2027-03-03' });
    await world.settle();
    expect((await pairIn(world))?.state).toBe('paused');
  };

  it('asks for the pair where that rests for another reason too, and it goes on', async () => {
    await onLeave(true);
    const card = await write('start again');
    expect(verbs(card)).toContain('pair.resume');
    const { data } = card.actions?.find(({ verb }) => verb === 'pair.resume') ?? {};
    await bot.press('pair.resume', data ?? {});
    expect((await pairIn(world))?.state).toBe('active');
    expect(await leaveNow()).toBe('2027-03-03');
  });

  it('shows the leave where the pair rests for that alone, and to who says that they are back', async () => {
    await onLeave(false);
    expect(verbs(await write('start again'))).toEqual(['leave.end']);
    await onLeave(true);
    expect(verbs(await write('I’m back'))).toEqual(['leave.end']);
  });
});

describe('a leave, said to the bot by somebody in a pair', () => {
  it.each(['I’m on parental leave until 3 March', 'on leave'])(
    'asks for a break of the pair, and says where a leave is noted: %s',
    async (text) => {
      await talkIn(await aPairIn());
      const card = await write(text);
      expect(verbs(card)).toContain('pair.pause');
      expect(JSON.stringify(card)).toContain('note your leave on the page of your programme');
      expect((await pairIn(world))?.state).toBe('active');
    },
  );
});

describe('a leave that begins later', () => {
  const TEXT = 'I am on leave from 14 December to 3 January';
  it.each([
    ['without a pair', aSearchWorld],
    ['in a pair', aPairIn],
  ])('asks with its last day, and says that it would count from today: %s', async (_, made) => {
    await talkIn(await made());
    const card = await write(TEXT);
    expect(dayAsked(card)).toBe('2027-01-03');
    expect(JSON.stringify(card)).toMatch(/Your leave begins on [^"]*14 December/);
  });
});
