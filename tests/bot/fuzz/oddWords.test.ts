import { beforeAll, describe, expect, it } from 'vitest';
import { anEdgeWorld, type EdgeWorld } from '#tests/bot/edgeWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { anInvitation, rowsOfClara } from '#tests/bot/teams/stage.ts';
import { aBot, aBotOn } from '#tests/bot/teams/surroundings.ts';
import { aContext } from '#tests/fakes/context.ts';
import { wordsFor } from '#words/words.ts';

const UNWRITABLE = ['a\0b', 'half a \ud83d', '\udc1d other half'];
const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const words = wordsFor('en');
const teams = localTeams();

let world: EdgeWorld;
beforeAll(async () => {
  world = await anEdgeWorld();
  return () => world.close();
}, 60_000);

describe('text that cannot be kept as it is', () => {
  it.each(UNWRITABLE)('is refused by the API with a sentence, and nothing is written (%j)', async (odd) => {
    const { ctx, pair, ask } = world;
    const before = ctx.tables.versions();
    for (const [what, body, where] of [
      [`POST /api/pairs/${pair}/goals`, { text: odd, confidence: 3 }, 'text'],
      ['POST /api/topics/recognise', { text: `budgets ${odd}` }, 'text'],
      [
        `POST /api/pairs/${encodeURIComponent(odd.toWellFormed())}%00/goals`,
        { text: 'x', confidence: 3 },
        'pair',
      ],
    ] as const) {
      const answer = await ask('clara', what, body);
      expect(answer.statusCode).toBe(422);
      expect(answer.json().problems).toEqual([{ where, what: expect.stringContaining('type it again') }]);
    }
    expect(ctx.tables.versions()).toEqual(before);
  });

  it.each(UNWRITABLE)('is refused by the bot with a sentence, typed or filled in (%j)', async (odd) => {
    const bot = aBot(teams);
    await bot.deliver({ text: `budgets ${odd}` });
    expect(teams.said.at(-1)?.body.text).toBe(words('bot:unwritable'));
    expect(await bot.press('conversation.say', { hears: odd })).toMatchObject({
      value: words('bot:unwritable'),
    });
  });
});

describe('names that every object has', () => {
  it.each(NAMES)('are topics, goals, texts and keys as any other (%s)', async (name) => {
    const { pair, cohort, ask } = world;
    const saved = await ask('clara', `POST /api/pairs/${pair}/goals`, { text: name, confidence: 3 });
    expect(saved.statusCode).toBe(201);
    const goals = (await ask('clara', `GET /api/pairs/${pair}/goals`)).json();
    expect(JSON.stringify(goals)).toContain(`"${name}"`);
    const { etag, ...profile } = (await ask('mia', 'GET /api/profile')).json();
    const own = { id: `own:${name.toLowerCase()}`, label: name };
    const written = { ...profile, wants: [...profile.wants, own].slice(-3) };
    const kept = await ask('mia', 'PUT /api/profile', written, { 'if-match': `"${etag}"` });
    expect(kept.statusCode).toBe(200);
    expect(kept.json().wants.at(-1)).toMatchObject({ label: name });
    const heard = await ask('clara', 'POST /api/topics/recognise', {
      text: `I love ${name} racing`,
      suggest: true,
    });
    expect(heard.statusCode).toBe(200);
    expect((await ask('clara', `GET /api/pairs/${name}`)).statusCode).toBe(404);
    expect((await ask('clara', 'GET /api/me', undefined, { 'accept-language': name })).statusCode).toBe(200);
    const csv = Buffer.from(`name,mail,role,${name}\n${name},${name}@x.example,${name}\n`);
    expect((await ask('noor', `POST /api/cohorts/${cohort}/import`, csv)).statusCode).toBe(422);
  });

  it.each(NAMES)('are left out as keys of a body, or refused (%s)', async (name) => {
    const { ctx, pair, ask } = world;
    const isRefused = name === '__proto__';
    const before = ctx.tables.versions();
    const body = { text: 'Listen more', confidence: 3, [name]: { isAdmin: true } };
    const answer = await ask('clara', `POST /api/pairs/${pair}/goals`, body);
    expect(answer.statusCode).toBe(isRefused ? 400 : 201);
    if (isRefused) expect(ctx.tables.versions()).toEqual(before);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it.each(NAMES)('answer every question on the way into a cohort, typed and pressed (%s)', async (name) => {
    const ctx = aContext();
    const pilot = await anInvitation(ctx);
    const bot = aBotOn(ctx, teams);
    await bot.press('enrolment.answer', { cohort: pilot.cohort, answer: 'join' });
    teams.said.length = 0;
    const steps = new Set<string>();
    for (let turn = 0; turn < 10; turn++) {
      const { step = '' } = (await rowsOfClara(ctx)).find('conversation')?.value ?? {};
      steps.add(step);
      if (turn % 2) await bot.press('conversation.say', { hears: name, [name]: { odd: true } });
      else await bot.deliver({ text: turn % 4 ? name : `I love ${name}, ${name}` });
    }
    expect(steps.size).toBeGreaterThan(3);
    // A busy machine may be too slow for the impatient Teams of a test; that breaks nothing.
    const broken = ctx.log.errors.filter((error) => !JSON.stringify(error).includes('AbortError'));
    expect(broken).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'odd')).toBe(false);
  });

  it.each(NAMES)('are words to the bot as any other, typed, as a verb and as a locale (%s)', async (name) => {
    const bot = aBot(teams);
    await bot.deliver({ text: `I love ${name} racing`, locale: name });
    await bot.deliver({ text: name });
    expect(await bot.press(name, { text: name })).toMatchObject({ value: words('bot:pressed.unknown') });
    expect(bot.ctx.log.errors).toEqual([]);
    expect(JSON.stringify(teams.said)).not.toContain(words('bot:sorry'));
  });
});
