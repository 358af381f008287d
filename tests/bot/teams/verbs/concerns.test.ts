import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hearByNames } from '#domain/hearing/byNames.ts';
import { aConcernWorld, type ConcernWorld, reach, SECRET } from '#tests/bot/concernWorld.ts';
import { PILOT } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { cardIn } from '#tests/bot/teams/stage.ts';
import { aBotOn, type Bot } from '#tests/bot/teams/surroundings.ts';
import { wordsFor } from '#words/words.ts';

const teams = localTeams();
const words = wordsFor('en');
let world: ConcernWorld;
let bot: Bot;

// What is heard first makes all that is needed for it: on a busy machine longer than a connection stays open.
beforeAll(() => void hearByNames('My mentor shouted at me', undefined));
beforeEach(async () => {
  world = await aConcernWorld();
  bot = aBotOn(world.ctx, teams);
  await bot.deliver({ text: 'status' });
  teams.calls.length = 0;
});

interface Shown {
  title: string;
  url?: string;
  card?: { body: object[]; actions: { verb: string; data: Record<string, unknown> }[] };
}

async function say(text: string) {
  await bot.deliver({ text });
  const card = cardIn(teams.said.at(-1));
  return { text: JSON.stringify(card?.body), actions: (card?.actions ?? []) as unknown as Shown[] };
}
const fieldIn = (actions: Shown[]) => actions.find(({ card }) => card)?.card;

describe('a concern said in the chat', () => {
  it.each([
    'My mentor shouted at me in front of everyone',
    'Er hat mich vor allen angeschrien',
    'Elle m’a humiliée devant tout le monde',
    'Me ha humillado delante de todos',
    '上司に怒鳴られました',
    'صرخ في وجهي أمام الجميع',
  ])('is answered with who is there, what happens, and a field for them alone: %s', async (said) => {
    const { text, actions } = await say(said);
    expect(text).toContain('Hana Vzorová is there for you');
    expect(text).toMatch(/gets it at once, alone reads it, and gets in touch with you by \w+ \d/);
    expect(actions.map(({ title }) => title)).toEqual([
      ...['Write to Hana Vzorová', 'Raise it right here', 'Open in Turntable'],
    ]);
    expect(decodeURIComponent(actions.at(-1)?.url ?? '')).toContain('"subEntityId":"concern"');
    expect(fieldIn(actions)?.actions).toMatchObject([
      { verb: 'concern.raise', data: { cohort: PILOT, to: world.hana } },
    ]);
  });

  it('keeps its own answer for somebody in distress: nothing to fill in', async () => {
    const { text, actions } = await say('I want to die');
    expect(text).toContain('your local emergency number');
    expect(fieldIn(actions)).toBeUndefined();
  });

  it('names the stand-in where the contact cannot be reached, and asks nothing where neither can', async () => {
    await reach(world, world.hana, 'blocked');
    const standIn = await say('My mentor shouted at me');
    expect(standIn.text).toContain('Samuel Voorbeeld stands in');
    expect(fieldIn(standIn.actions)?.actions[0]?.data).toMatchObject({ to: world.samuel });
    await reach(world, world.samuel, 'uninstalled');
    const nobody = await say('My mentor shouted at me');
    expect(nobody.text).toContain('please write to Hana Vzorová yourself');
    expect(fieldIn(nobody.actions)).toBeUndefined();
  });
});

describe('a concern raised in the chat', () => {
  const raise = (text = SECRET, to: string = world.hana) =>
    bot.press('concern.raise', { cohort: PILOT, to, text });

  it('says who has it, and leaves no trace but where it belongs', async () => {
    const before = JSON.stringify(world.ctx.tables.all('lookups'));
    const { value } = await raise();
    expect(JSON.stringify(value)).toContain('Hana Vzorová has it now and alone reads it');
    expect(JSON.stringify(value)).not.toContain(SECRET);
    expect(JSON.stringify(world.ctx.tables.all('concerns'))).toContain(SECRET);
    expect(JSON.stringify(world.ctx.tables.all('lookups'))).toBe(before);
    for (const table of ['people', 'pairs', 'cohorts', 'deliveries', 'due'] as const)
      expect(JSON.stringify(world.ctx.tables.all(table))).not.toContain(SECRET);
  });

  it('does nothing for whoever was not invited, whatever the card says', async () => {
    const answers = await Promise.all(
      ['diego', 'hana', 'samuel', 'noor', 'stranger'].map(async (who) => {
        const from = { id: `29:${who}`, name: who, aadObjectId: `oid-${who}` };
        const data = { cohort: PILOT, to: world.hana, text: SECRET };
        const { value } = await bot.press('concern.raise', data, { from, replyToId: who });
        const other = { ...data, cohort: 'no-such-cohort' };
        expect((await bot.press('concern.raise', other, { from, replyToId: who })).value).toBe(value);
        return value;
      }),
    );
    expect(new Set(answers)).toEqual(new Set([words('enrolment:notInvited')]));
    expect(world.ctx.tables.all('concerns')).toEqual([]);
  });

  it('goes to nobody but the one the card named', async () => {
    for (const to of [world.samuel, world.aisha, world.diego, 'nobody'])
      expect(await raise(SECRET, to)).toMatchObject({ value: words('concern:somebodyElse') });
    expect(await raise('')).toMatchObject({ value: words('concern:empty') });
    expect(world.ctx.tables.all('concerns')).toEqual([]);
  });
});
