import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type PairId, type PersonId, type PromptId } from '#domain/basics/ids.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import { movePanel, openPanel, type Table } from '#domain/meetings/panel.ts';
import { PROMPTS } from '#domain/meetings/promptLibrary.ts';
import type { PromptUse } from '#domain/meetings/prompts.ts';
import { depthFor, draw } from '#domain/meetings/prompts.ts';
import type { Pair } from '#domain/pairs/pair.ts';
import prompts from '#words/en/prompts.json' with { type: 'json' };

const pairIds = fc.string({ minLength: 1, maxLength: 30 }).map((id) => asId<PairId>(id));
const at = asId<never>('2026-11-23T09:00:00.000Z');

/** Draws `count` prompts as the panel would, `perMeeting` in each meeting. */
function drawMany(pair: PairId, count: number, perMeeting: number) {
  const uses = new Map<PromptId, PromptUse>();
  let current: PromptId | '' = '';
  return Array.from({ length: count }, (_, n) => {
    const meetingNumber = Math.floor(n / perMeeting) + 1;
    const prompt = draw({ pair, turn: n + 1, meetingNumber, uses: [...uses.values()], current });
    const drawn = (uses.get(prompt.id)?.drawn ?? 0) + 1;
    uses.set(prompt.id, { prompt: prompt.id, drawn, state: 'drawn', at });
    current = prompt.id;
    return { ...prompt, meetingNumber };
  });
}

describe('the library', () => {
  it('has a sentence for every prompt and a prompt for every sentence', () => {
    const sentences = Object.entries(prompts).flatMap(([kind, names]) =>
      Object.keys(names).map((name) => `${kind}.${name}`),
    );
    expect(PROMPTS.map(({ id }) => id).sort()).toEqual(sentences.sort());
    expect(PROMPTS.length).toBeGreaterThanOrEqual(120);
  });

  it('asks open questions that speak to persons, never to ages', () => {
    const all = Object.values(prompts).flatMap((names) => Object.values(names));
    expect(new Set(all).size).toBe(all.length);
    for (const text of all) {
      expect(text).not.toMatch(
        /generation|millennial|boomer|gen[ -]?[xyz]|\bage\b|\bold(er)?\b|young|junior/i,
      );
      expect(text.length).toBeLessThanOrEqual(140);
      expect(text).not.toMatch(/^(do|does|did|is|are|have|has|can|would you) /);
    }
  });
});

describe('a draw', () => {
  it('never repeats a prompt until all are used, and then goes on', () => {
    fc.assert(
      fc.property(pairIds, fc.integer({ min: 1, max: 40 }), (pair, perMeeting) => {
        const drawn = drawMany(pair, PROMPTS.length * 2, perMeeting).map(({ id }) => id);
        expect(new Set(drawn.slice(0, PROMPTS.length)).size).toBe(PROMPTS.length);
        expect(new Set(drawn.slice(PROMPTS.length)).size).toBe(PROMPTS.length);
        expect(drawn.every((id, n) => id !== drawn[n + 1])).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('opens a first meeting with ground rules, then lightly', () => {
    fc.assert(
      fc.property(pairIds, (pair) => {
        const kinds = drawMany(pair, 5, 10).map(({ kind }) => kind);
        expect(kinds.slice(0, 4)).toEqual(['groundRules', 'groundRules', 'opening', 'opening']);
        expect(kinds[4]).not.toBe('groundRules');
      }),
    );
  });

  it('deepens with the number of meetings', () => {
    fc.assert(
      fc.property(pairIds, (pair) => {
        for (const { depth, meetingNumber } of drawMany(pair, 40, 8)) {
          expect(depth).toBeLessThanOrEqual(depthFor(meetingNumber));
        }
      }),
    );
    expect([1, 2, 3, 4, 9].map(depthFor)).toEqual([1, 2, 2, 3, 3]);
  });

  it('is the same for the same pair and turn, whatever the order of the rows', () => {
    const uses = PROMPTS.slice(0, 50).map(({ id }) => ({
      prompt: id,
      drawn: 1,
      state: 'drawn' as const,
      at,
    }));
    const asked = { pair: asId<PairId>('p'), turn: 51, meetingNumber: 4, current: '' as const };
    expect(draw({ ...asked, uses })).toEqual(draw({ ...asked, uses: [...uses].reverse() }));
  });

  it('differs from pair to pair', () => {
    const first = new Set(
      Array.from({ length: 60 }, (_, n) =>
        drawMany(asId(`pair-${n}`), 3, 5)
          .map(({ id }) => id)
          .join(),
      ),
    );
    expect(first.size).toBeGreaterThan(30);
  });
});

const clara = asId<PersonId>('clara');
const aisha = asId<PersonId>('aisha');
const meeting = (n: number): Meeting => ({
  occurrence: asId(`meeting-${n}`),
  teamsMeeting: 't',
  teamsChat: 'c',
  startedAt: asId(`2026-11-2${n}T09:00:00.000Z`),
  plannedEnd: asId(`2026-11-2${n}T10:00:00.000Z`),
  state: 'open',
});
const table = (over: Partial<Table> = {}): Table => ({
  id: asId('pair'),
  pair: { members: [{ person: clara }, { person: aisha }] } as Pair,
  panel: undefined,
  meetings: [meeting(1), meeting(2)],
  uses: [],
  nowMs: Date.parse('2026-11-21T09:00:00Z'),
  ...over,
});

describe('the panel', () => {
  const opened = openPanel(table(), asId('meeting-1'));
  if (!opened) throw new Error('not opened');
  const laid = { ...table(), panel: opened.panel, uses: opened.uses };

  it('is laid once for a meeting, anew for the next, and never back', () => {
    expect(openPanel(laid, asId('meeting-1'))).toBeUndefined();
    expect(openPanel(laid, asId('meeting-2'))).toBeUndefined();
    const onTheDay = { ...laid, nowMs: Date.parse('2026-11-22T09:00:00Z') };
    const next = openPanel(onTheDay, asId('meeting-2'));
    expect(next?.panel).toMatchObject({ occurrence: 'meeting-2', turn: 2 });
    expect(next && openPanel({ ...onTheDay, panel: next.panel }, asId('meeting-1'))).toBeUndefined();
  });

  it('alternates who answers first, and lets who passed be first again', () => {
    const another = movePanel(laid, { move: 'another' });
    expect(another?.panel.first).not.toBe(opened.panel.first);
    const passed = movePanel(laid, { move: 'pass' });
    expect(passed?.panel.first).toBe(opened.panel.first);
    expect(passed?.panel.prompt).not.toBe(opened.panel.prompt);
    expect(passed?.uses).toContainEqual(
      expect.objectContaining({ prompt: opened.panel.prompt, state: 'passed' }),
    );
  });

  it('keeps a prompt for later without putting it away, once', () => {
    const kept = movePanel(laid, { move: 'keep' });
    expect(kept?.panel).toEqual({ ...opened.panel, turn: opened.panel.turn + 1 });
    expect(kept && movePanel({ ...laid, ...kept }, { move: 'keep' })).toBeUndefined();
  });

  it('brings back what was kept, once, and nothing else', () => {
    const prompt = opened.panel.prompt;
    const kept = movePanel(laid, { move: 'keep' });
    const later = kept && { ...laid, ...kept, uses: kept.uses };
    const moved = later && movePanel(later, { move: 'another' });
    if (!later || !moved) throw new Error('not moved');
    const on = { ...later, panel: moved.panel, uses: [...later.uses, ...moved.uses] };
    const again = movePanel(on, { move: 'draw', prompt });
    expect(again?.panel).toMatchObject({ prompt, turn: on.panel.turn + 1 });
    expect(again?.panel.first).not.toBe(on.panel.first);
    expect(again?.uses).toMatchObject([{ prompt, drawn: 2, state: 'drawn' }]);
    const after = again && { ...on, panel: again.panel, uses: again.uses };
    expect(after && movePanel(after, { move: 'draw', prompt })).toBeUndefined();
    expect(movePanel(on, { move: 'draw', prompt: asId('constructor') })).toBeUndefined();
  });
});
