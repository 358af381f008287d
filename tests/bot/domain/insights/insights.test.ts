import { describe, expect, it } from 'vitest';
import { figuresOf, type Measure } from '#domain/insights/insights.ts';

const said = (people: number, over: Partial<Measure> = {}): Measure[] =>
  Array.from({ length: people }, (_, n) => ({
    ...{ who: `p${n}`, month: '2026-11', worthTheHour: 4, balanced: 'yes', candid: '' },
    ...over,
  }));

describe('insights', () => {
  it('say nothing about fewer than five people, however often they answered', () => {
    const four = [...said(4), ...said(4), ...said(4)];
    expect(figuresOf(four, '2026-12')).toEqual({ state: 'tooFew', needed: 5 });
    expect(figuresOf([], '2026-12')).toEqual({ state: 'tooFew', needed: 5 });
  });

  it('show what five people said, and only the questions that five answered', () => {
    const five = said(5).map((measure, n) => ({ ...measure, candid: n < 4 ? 'yes' : '' }));
    expect(figuresOf(five, '2026-12')).toEqual({
      state: 'there',
      figures: [
        { key: 'worthTheHour', value: 4, people: 5 },
        { key: 'balanced', value: 100, people: 5 },
      ],
    });
  });

  it('wait for the month to be over', () => {
    expect(figuresOf(said(9), '2026-11').state).toBe('tooFew');
  });

  it('never move by fewer than five people between two looks', () => {
    const november = said(6);
    const one = said(1, { who: 'late', month: '2026-12', worthTheHour: 1 });
    expect(figuresOf([...november, ...one], '2027-01')).toEqual(figuresOf(november, '2027-01'));
    const four = said(4, { month: '2027-01', worthTheHour: 1 });
    expect(figuresOf([...november, ...one, ...four], '2027-02')).not.toEqual(figuresOf(november, '2027-02'));
  });
});
