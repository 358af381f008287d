import { beforeEach, describe, expect, it } from 'vitest';
import { cardFor } from '#teams/cards/index.ts';
import { aPaired, aSigned, PAIR, type PairWorld, words } from '#tests/bot/pairWorld.ts';
import type { NudgeFacts } from '#usecases/nudges/notices.ts';
import { nudgeLater } from '#usecases/nudges/nudges.ts';
import { saveSettings } from '#usecases/people/settings.ts';

let world: PairWorld;
const day = (days: number) => new Date(world.ctx.clock.now() + days * 86_400_000).toISOString();
const nudgesTo = (who: 'clara' | 'aisha') =>
  world.sentTo(world[who]).flatMap(({ view }) => (view.kind === 'nudge' ? [view] : []));
const rulesTo = (who: 'clara' | 'aisha') => nudgesTo(who).map(({ rule }) => rule);
const reader = { locale: 'en', timeZone: 'Europe/London', teamsAppId: 'app', appId: 'bot', publicUrl: '' };
const shown = (facts: NudgeFacts | undefined) =>
  JSON.stringify(facts && cardFor(facts, words, reader).attachments[0]?.content);

describe('a new pair', () => {
  beforeEach(async () => {
    world = await aPaired();
  });

  it('hears of the primer first, the mentor of the ground rules, and the executive of a time before the mentor', async () => {
    await world.until(day(8));
    expect(rulesTo('clara')).toEqual(['primer', 'firstMeeting']);
    expect(rulesTo('aisha')).toEqual(['primer', 'draft']);
    await world.until(day(5));
    expect(rulesTo('aisha')).toEqual(['primer', 'draft', 'firstMeeting']);
    expect(rulesTo('clara')).toEqual(['primer', 'firstMeeting']);
  });

  it('says why it came, how to hear it later and how to hear no more, with times for both', async () => {
    await world.until(day(8));
    const facts = nudgesTo('clara').at(-1);
    expect(facts?.times.length).toBe(3);
    const card = shown(facts);
    expect(card).toMatch(/Why this came: You are a pair for a week/);
    expect(card).toContain('"verb":"nudge.later"');
    expect(card).toContain('"verb":"nudge.off"');
    expect(card).toMatch(/l\/meeting\/new\?subject=Aisha%20and%20Clara&attendees=aisha%40turntable.example/);
    expect(card).not.toContain('+and+');
  });

  it('hands the mentor a line to send', async () => {
    await world.until(day(13));
    const card = shown(nudgesTo('aisha').at(-1));
    expect(card).toMatch(/Hi Clara, would one of these suit you/);
    expect(card).toMatch(/l\/chat\/0\/0\?users=clara%40turntable.example&message=Hi%20Clara/);
  });

  it('is told nothing where it wants no reminders; the mentor is not held up by that', async () => {
    await saveSettings(world.ctx, world.clara, { nudgesMuted: true });
    await world.until(day(13));
    expect(rulesTo('clara')).toEqual([]);
    expect(rulesTo('aisha')).toContain('firstMeeting');
  });

  it('is asked again a week after asking for later', async () => {
    await world.until(day(8));
    const asked = nudgesTo('clara').at(-1) as NudgeFacts;
    await nudgeLater(world.ctx, world.clara, asked);
    await world.until(day(6));
    expect(rulesTo('clara')).toEqual(['primer', 'firstMeeting']);
    await world.until(day(3));
    expect(rulesTo('clara')).toEqual(['primer', 'firstMeeting', 'firstMeeting']);
  });

  it('changes nothing for somebody who is not of the pair', async () => {
    await nudgeLater(world.ctx, world.diego, { pair: PAIR, rule: 'sign', occasion: '1' });
    expect(await world.ctx.tables.find('people', world.diego, 'nudges')).toBeUndefined();
  });
});

it('a pair without a rhythm that has not planned anything hears of the first meeting alone, and never of being late', async () => {
  world = await aSigned();
  await world.until(day(120));
  expect(rulesTo('clara')).toEqual(['primer', 'firstMeeting']);
  expect(rulesTo('aisha')).toEqual(['primer', 'firstMeeting']);
});

it('the mentor of a new pair gets a first message from what they share, and the executive is told to expect it', async () => {
  world = await aPaired();
  const cardTo = (who: 'clara' | 'aisha') => {
    const view = world.sentTo(world[who]).find((one) => one.view.kind === 'paired')?.view;
    return JSON.stringify(view && cardFor(view, words, reader).attachments[0]?.content);
  };
  expect(cardTo('aisha')).toMatch(/Hi Clara, I'm glad we are paired.*enerative/);
  expect(cardTo('aisha')).toMatch(/l\/chat\/0\/0\?users=clara%40turntable.example&message=Hi%20Clara/);
  expect(cardTo('clara')).toMatch(/expect a first message from Aisha/);
  expect(cardTo('clara')).not.toMatch(/l\/chat/);
});
