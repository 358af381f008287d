import { describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import { changedBeside, changeOf, movePanel, openPanel, type Table } from '#domain/meetings/panel.ts';
import type { Pair } from '#domain/pairs/pair.ts';

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
  topics: () => new Set(),
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

  it('grows with every change that all see, and a change beside it leaves the question and its turn', () => {
    const beside = changedBeside(changedBeside(opened.panel));
    expect(beside).toEqual({ ...opened.panel, beside: 2 });
    expect(changeOf(beside)).toBe(changeOf(opened.panel) + 2);
    const on = movePanel({ ...laid, panel: beside }, { move: 'another' });
    const kept = movePanel({ ...laid, panel: beside }, { move: 'keep' });
    expect(on && changeOf(on.panel)).toBe(changeOf(beside) + 1);
    expect(kept && changeOf(kept.panel)).toBe(changeOf(beside) + 1);
    expect(on?.panel.prompt).toBe(movePanel(laid, { move: 'another' })?.panel.prompt);
  });

  it('alternates who answers first, and lets who passed be first again', () => {
    const another = movePanel(laid, { move: 'another' });
    expect(another?.panel.first).not.toBe(opened.panel.first);
    expect(another?.panel.isAgain).toBeUndefined();
    const passed = movePanel(laid, { move: 'pass' });
    expect(passed?.panel).toMatchObject({ first: opened.panel.first, isAgain: true });
    const on = passed && movePanel({ ...laid, ...passed }, { move: 'another' });
    expect(on?.panel.isAgain).toBeUndefined();
    expect(on?.panel.first).not.toBe(opened.panel.first);
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
