import { expect, it } from 'vitest';
import type { ChatMessage } from '#local/contract.ts';
import { goneOn, reachedStep, type Seen } from '#local/page/story/progress.ts';

let made = 0;
const said = (verb: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  ...{ id: `${made++}`, chat: 'c', from: 'bot', at: '2026-11-05T09:00:00.000Z' },
  ...{ text: '', textFormat: 'plain', cards: [{ actions: [{ verb }] }], suggestions: [] },
  ...more,
});
const seen = (more: Partial<Seen> = {}): Seen => ({
  contact: [],
  mentor: [],
  executive: [],
  meetings: [],
  ...more,
});
const invited = [said('enrolment.answer')];
const talking = [said('enrolment.answer', { updatedAt: 'now' }), said('conversation.say')];
const through = [...talking, said('profile')];
const introduced = [...through, said('pair.answer')];
const paired = [...introduced, said('https://teams.example/?context=pair%2F1')];
const signed = [...paired, said('https://teams.example/?context=pair%2F1')];

it.each<[string, Partial<Seen>]>([
  ['cohort', {}],
  ['contact', { contact: [said('contact.answer')] }],
  ['join', { mentor: invited, executive: invited }],
  ['join', { mentor: through, executive: talking }],
  ['round', { mentor: through, executive: through }],
  ['introduction', { mentor: introduced, executive: introduced }],
  ['agreement', { mentor: paired, executive: paired }],
  ['goals', { mentor: signed, executive: signed }],
  ['meeting', { mentor: signed, executive: signed, meetings: [{ state: 'running' }] }],
  ['feedback', { mentor: signed, executive: [...signed, said('feedback.give')] }],
  ['insights', { mentor: signed, executive: [...signed, said('announcement.reply')] }],
])('the story has come to %s', (step, world) => expect(reachedStep(seen(world))).toBe(step));

it('a step once reached stays reached, and whoever looks back is not pulled on until the story goes on', () => {
  const came = [3, 2, 5].reduce(goneOn, { farthest: 0, shown: 0 });
  expect(came).toEqual({ farthest: 5, shown: 5 });
  const back = { ...came, shown: 1 };
  expect(goneOn(back, 5)).toEqual(back);
  expect(goneOn(back, 4)).toEqual(back);
  expect(goneOn(back, 6)).toEqual({ farthest: 6, shown: 6 });
  expect(goneOn({ farthest: 5, shown: 8 }, 6)).toEqual({ farthest: 6, shown: 8 });
});
