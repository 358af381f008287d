import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '#domain/basics/ids.ts';
import { stories } from '#teams/answering/stories.ts';
import { aSearchWorld, changeProfile, type SearchWorld } from '#tests/bot/searchWorld.ts';
import { aBotOn, aPress, type Bot, LocalTeams, TENANT } from '#tests/bot/teams/surroundings.ts';
import { wordsFor } from '#words/words.ts';

const teams = new LocalTeams();
const words = wordsFor('en');
let world: SearchWorld;
let bot: Bot;

beforeAll(() => teams.start());
afterAll(() => teams.stop());
beforeEach(async () => {
  teams.calls.length = 0;
  world = await aSearchWorld();
  bot = await aBotOn(world.ctx, teams, stories);
});

type Action = { title: string; verb?: string; data?: Record<string, unknown> };
type Card = { body: object[]; actions?: Action[] };

const as = (name: string) => ({
  from: { id: `29:${name}`, aadObjectId: `oid-${name}`, name },
  conversation: { id: `a:${name}`, conversationType: 'personal', tenantId: TENANT },
});
const said = (): Card => teams.said.at(-1)?.body.attachments?.[0]?.content as Card;
const write = async (name: string, text: string): Promise<Card> => {
  await bot.deliver({ ...as(name), text });
  return said();
};
/** Presses the button with this title, and fills in what the card asks; answers the card in its place. */
async function press(card: Card, title: string, inputs: object = {}, name = 'clara'): Promise<Card> {
  const action = card.actions?.find((one) => one.title === title);
  if (!action?.verb) throw new Error(`no button ${title} among ${card.actions?.map((one) => one.title)}`);
  const answer = await bot.deliver(aPress(action.verb, { ...action.data, ...inputs }, as(name)));
  return (answer.body as { value: Card }).value;
}
const titles = ({ actions = [] }: Card) => actions.map(({ title }) => title);
const textOf = (card: Card) => JSON.stringify(card.body);

describe('"find me a mentor"', () => {
  it.each([
    'find me a mentor',
    'Please find me a mentor!',
    'could you find a mentor',
    'I’m looking for a mentor',
    'I need a mentor',
    'show me mentors',
  ])('shows three to choose from: %s', async (text) => {
    const card = await write('clara', text);
    expect(titles(card)).toEqual(['Ask Aisha first', 'Ask Bruno first', 'Ask Chiara first', 'Not now']);
    expect(textOf(card)).toContain('Aisha has offered exactly that');
    expect(card.body).toContainEqual(
      expect.objectContaining({ type: 'Input.Toggle', id: 'others', value: 'true' }),
    );
  });

  it('asks the chosen one, with the others in turn or not, and can be stopped', async () => {
    const card = await write('clara', 'find me a mentor');
    const asked = await press(card, 'Ask Bruno first', { others: 'true' });
    expect(textOf(asked)).toContain('Bruno is asked to meet you. You hear by Tuesday');
    expect(textOf(asked)).toContain(words('search:turn'));
    expect(textOf(await write('clara', 'find me a mentor'))).toContain('Bruno is asked');
    const stopped = await press(asked, words('search:stop'));
    expect(textOf(stopped)).toContain('nobody else is asked');
    expect(bot.ctx.log.errors).toEqual([]);
  });

  it('hears the switch turned off', async () => {
    const asked = await press(await write('clara', 'find me a mentor'), 'Ask Aisha first', {
      others: 'false',
    });
    expect(textOf(asked)).toContain(words('search:turnNone'));
  });

  it('is not stopped by an old list that is put aside', async () => {
    const list = await write('clara', 'find me a mentor');
    await press(list, 'Ask Aisha first', { others: 'true' });
    expect(textOf(await press(list, 'Not now'))).toContain('Aisha is asked');
    expect(await stories.listSearches(world.ctx, world.clara)).toMatchObject([{ state: 'asking' }]);
  });

  it('is put aside, and an old list asks nobody', async () => {
    const card = await write('clara', 'find me a mentor');
    expect(textOf(await press(card, 'Not now'))).toContain('whenever you like');
    const late = await press(card, 'Ask Aisha first', { others: 'true' });
    expect(late).toBe(words('search:notChoosing'));
  });

  it('keeps two who share a first name apart, and asks the only one alone', async () => {
    await world.ctx.tables.commit('people', world.bruno, [
      {
        ...{ op: 'replace', key: 'person' },
        ...(await renamed(world, 'Aisha Przykład')),
      },
    ]);
    expect(titles(await write('clara', 'find me a mentor')).slice(0, 2)).toEqual([
      'Ask Aisha S. first',
      'Ask Aisha P. first',
    ]);
    await changeProfile(world, world.henrik, {
      excludes: ['bruno@turntable.example', 'aisha@turntable.example'],
    });
    expect(titles(await write('henrik', 'find me a mentor'))).toEqual(['Ask Chiara', 'Not now']);
  });

  it('says what is missing to an executive without a topic, and sends a mentor on her way', async () => {
    await changeProfile(world, world.clara, { wants: [] });
    expect(textOf(await write('clara', 'find me a mentor'))).toContain(words('search:noProfile'));
    await write('aisha', 'find me a mentor');
    expect(JSON.stringify(teams.said.at(-1)?.body)).toContain(words('enrolment:outside.pairNone'));
  });

  it('asks for which programme where there are two', async () => {
    const { ctx, clara } = world;
    const cohort = (await ctx.tables.find('cohorts', world.at.cohort, 'cohort'))?.value ?? {};
    await ctx.tables.commit('cohorts', 'second', [
      { op: 'create', key: 'cohort', value: { ...cohort, name: 'Second wave' } },
    ]);
    const enrolment = await ctx.tables.find('people', clara, `enrolment_${world.at.cohort}`);
    await ctx.tables.commit('people', clara, [
      { op: 'create', key: 'enrolment_second', value: enrolment?.value ?? {} },
    ]);
    const card = await write('clara', 'find me a mentor');
    expect(titles(card)).toEqual(['Finance pilot', 'Second wave']);
    await press(card, 'Finance pilot');
    expect(titles(said())).toContain('Ask Aisha first');
  });
});

describe('an introduction that was asked for', () => {
  it('is answered with a first chat first', async () => {
    const asked = await press(await write('clara', 'find me a mentor'), 'Ask Aisha first', {
      others: 'true',
    });
    expect(titles(asked)).toContain(words('search:stop'));
    const pair = (await stories.listSearches(world.ctx, world.clara))[0]?.pair;
    const answer = await bot.deliver(aPress('pair.answer', { pair, answer: 'meetFirst' }, as('aisha')));
    expect(JSON.stringify(answer.body)).toContain(words('bot:introduction.firstChat'));
    const { state } = await stories.answerIntroduction(world.ctx, world.aisha, asId(pair ?? ''), 'yes');
    expect(state).toBe('paired');
  });
});

async function renamed({ ctx, bruno }: SearchWorld, name: string) {
  const row = await ctx.tables.find('people', bruno, 'person');
  return { value: { ...row?.value, name }, etag: row?.etag ?? '' };
}
