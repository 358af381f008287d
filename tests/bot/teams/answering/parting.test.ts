import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type PairId } from '#domain/basics/ids.ts';
import { introduceThem, PAIR, type PairWorld } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { type ShownCard, truthIn } from '#tests/bot/teams/stage.ts';
import { aBotOn, type Bot } from '#tests/bot/teams/surroundings.ts';
import { aPairIn, pairIn } from '#tests/bot/usecases/pairs/partings.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { introduce } from '#usecases/pairs/making.ts';

const teams = localTeams();
const SECOND = asId<PairId>('clara-diego');
let world: PairWorld;
let bot: Bot;

async function write(text: string): Promise<ShownCard> {
  await bot.deliver({ text });
  return teams.said.at(-1)?.body.attachments?.[0]?.content as ShownCard;
}
const titles = ({ actions = [] }: ShownCard) => actions.map(({ title }) => title);
const shown = (card: ShownCard) => JSON.stringify(card);
const pressOf = (card: ShownCard, title: string) => {
  const found = card.actions?.find((one) => one.title === title);
  if (!found?.verb) throw new Error(`there is no button ${title}`);
  return [found.verb, found.data ?? {}] as const;
};

beforeEach(async () => {
  world = await aPairIn();
  bot = aBotOn(world.ctx, teams);
  await bot.deliver({ text: 'status' });
  teams.said.length = 0;
});

describe('a message about a pair', () => {
  it.each([
    ['pause with Aisha until 12 March', '2027-03-12'],
    ['I need a break until January', '2027-01-01'],
    ['take a break', undefined],
  ])('asks for the day with a calendar, and does nothing yet: %s', async (text, day) => {
    const before = truthIn(world.ctx);
    const card = await write(text);
    const input = (card.body as { type: string; value?: string; min?: string }[]).find(
      ({ type }) => type === 'Input.Date',
    );
    expect(input).toMatchObject({ min: '2026-11-24', max: '2027-05-23' });
    expect(input?.value).toBe(day);
    expect(shown(card)).toContain('Aisha Specimen in Finance pilot');
    expect((await pairIn(world))?.state).toBe('active');
    expect(Object.keys(truthIn(world.ctx))).toEqual(Object.keys(before));
    const [verb, data] = pressOf(card, 'Take the break');
    await bot.press(verb, { ...data, until: '2027-01-04' });
    expect(await pairIn(world)).toMatchObject({ state: 'paused', pause: { until: '2027-01-04' } });
  });

  it.each(['end it with Aisha', 'end this pair', 'I want to end our pair'])(
    'asks once before an end, by name: %s',
    async (text) => {
      const card = await write(text);
      expect(shown(card)).toContain('Your pair with Aisha Specimen in Finance pilot ends for both of you');
      expect(titles(card)).toEqual(['Leave it as it is', 'Yes, end it']);
      expect((await pairIn(world))?.state).toBe('active');
      await bot.press(...pressOf(card, 'Yes, end it'));
      expect((await pairIn(world))?.state).toBe('ended');
    },
  );

  it('asks which of several, and takes the one that is named', async () => {
    const { ctx, clara, diego } = world;
    await introduceThem(world, PAIR);
    const rows = await ctx.tables.find('people', clara, 'profile');
    await ctx.tables.commit('people', clara, [
      { op: 'replace', key: 'profile', value: { ...rows?.value, capacity: 2 }, etag: rows?.etag ?? '' },
    ]);
    const made = {
      cohort: asId<never>('finance-pilot'),
      executive: clara,
      mentor: diego,
      reasons: [],
      fit: 1,
    };
    await introduce(ctx, { ...made, pair: SECOND });
    for (const person of [clara, diego]) await answerIntroduction(ctx, person, SECOND, 'yes');
    const card = await write('end my pair');
    expect(titles(card).sort()).toEqual(['Aisha Specimen (Finance pilot)', 'Diego Muestra (Finance pilot)']);
    expect(titles(await write('end it with Diego'))).toContain('Yes, end it');
  });

  it('shows how it stands to whoever presses an old card', async () => {
    const card = await write('take a break');
    const [verb, data] = pressOf(card, 'Take the break');
    await bot.press(verb, { ...data, until: '2027-01-04' });
    const again = await bot.press(verb, { ...data, until: '2027-02-01' }, { replyToId: 'older' });
    expect(shown(again.value as ShownCard)).toContain('rests until Monday');
    expect(await pairIn(world)).toMatchObject({ pause: { until: '2027-01-04' } });
    expect(titles(await write('start again'))).toContain('Start again now');
  });

  it.each(['', 'soon', '2027-02-30', '2026-11-23', '2030-01-01'])(
    'refuses a day that cannot be with a sentence: “%s”',
    async (until) => {
      const [verb, data] = pressOf(await write('take a break'), 'Take the break');
      const { value } = await bot.press(verb, { ...data, until });
      expect(value).toMatch(/^(?:Please pick|A break)/);
      expect((await pairIn(world))?.state).toBe('active');
    },
  );

  it('names the pair that leaving ends, and ends it once that is said', async () => {
    const card = await write('leave the programme');
    expect(shown(card)).toContain('Your pair with Aisha in Finance pilot ends by it');
    await bot.deliver({ text: 'yes, leave' });
    await world.settle();
    expect((await pairIn(world))?.state).toBe('ended');
  });
});
