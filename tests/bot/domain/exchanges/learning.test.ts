import { describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import {
  countOf,
  decideLearning,
  type Learning,
  learningsFor,
  newLearning,
  ownLearning,
} from '#domain/exchanges/learning.ts';
import { exchangePrivacy } from '#domain/exchanges/privacy.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const [clara, aisha, bo] = ['clara', 'aisha', 'bo'].map((id) => asId<PersonId>(id)) as [
  PersonId,
  PersonId,
  PersonId,
];
const kept = (shared: boolean, text = 'Aisha asks first', kind: Learning['kind'] = 'learned') =>
  newLearning(asId('l1'), clara, { kind, text, shared }, NOW);

describe('something learned', () => {
  it('is its writer’s alone until it is shared; then it is for all of three', () => {
    expect(learningsFor([kept(false)], clara)).toHaveLength(1);
    for (const reader of [aisha, bo]) {
      expect(learningsFor([kept(false)], reader)).toEqual([]);
      expect(learningsFor([kept(true)], reader)).toHaveLength(1);
    }
  });

  it('that somebody keeps to themselves is for others as if it were not there', () => {
    const refused = (learning: Learning | undefined) => {
      try {
        ownLearning(learning, aisha);
      } catch (error) {
        return error;
      }
      throw new Error('it was not refused');
    };
    expect(refused(kept(false))).toEqual(refused(undefined));
    expect(refused(kept(true))).toMatchObject({ kind: 'forbidden' });
    expect(ownLearning(kept(false), clara)).toEqual(kept(false));
  });

  it('takes other words and another audience, and keeps its moment', () => {
    const change = { kind: 'ripple' as const, text: 'We ask first', shared: true };
    const changed = { ...kept(true, 'We ask first', 'ripple'), seq: 2 };
    expect(decideLearning(kept(false), change, 1)).toEqual({ kind: 'changed', learning: changed });
    expect(decideLearning(changed, change, 2)).toEqual({ kind: 'unchanged' });
    expect(decideLearning(changed, { ...change, text: 'Late' }, 1)).toEqual({ kind: 'stale' });
  });

  it('is changed once by a press that comes twice', () => {
    const change = { kind: 'learned' as const, text: 'We ask first', shared: true };
    const once = decideLearning(kept(false), change, 1);
    if (once.kind !== 'changed') throw new Error(once.kind);
    expect(decideLearning(once.learning, change, 1)).toEqual({ kind: 'unchanged' });
  });

  it('counts outside the pair only while it is shared, as a ripple or something learned, without a word', () => {
    const figures = { kind: 'ripple', role: 'executive', month: '2026-11' };
    expect(countOf(kept(true, 'We ask first', 'ripple'), 'executive', NOW)).toEqual(figures);
    for (const kind of ['learned', 'surprised'] as const)
      expect(countOf(kept(true, 'x', kind), 'executive', NOW)).toEqual({ ...figures, kind: 'learned' });
    for (const other of [kept(false, 'We ask first', 'ripple'), kept(false)])
      expect(countOf(other, 'executive', NOW)).toBeUndefined();
  });

  it('that names the partner is in nobody’s export but the writer’s while it is private', () => {
    const entry = exchangePrivacy.learning;
    if ('because' in entry) throw new Error('it speaks of people');
    const about = (person: PersonId, name: string) => ({
      ...{ person, mail: '', directoryId: '', names: [name], pseudonym: '' },
    });
    const at = { partition: 'p1', id: 'l1' };
    const [toAisha, toClara] = [about(aisha, 'Aisha'), about(clara, 'Clara')];
    expect(entry.holds(kept(false), toAisha, at)).toBe(false);
    expect(entry.holds(kept(true), toAisha, at)).toBe(true);
    expect(entry.forget(kept(true), toAisha, at)?.text).toBe('… asks first');
    expect(entry.forget(kept(false), toClara, at)).toBeUndefined();
    expect(entry.forget(kept(true), toClara, at)).toMatchObject({ writer: 'gone', text: 'Aisha asks first' });
  });
});
