import { describe, expect, it } from 'vitest';
import { asId, type Day, type PersonId } from '#domain/basics/ids.ts';
import type { Somebody, Speaks } from '#domain/basics/privacy.ts';
import type { CohortPair } from '#domain/cohorts/cohort.ts';
import { cohortPrivacy } from '#domain/cohorts/privacy.ts';
import { nextPublication } from '#domain/insights/publication.ts';

const at = '2026-10-01T09:00:00.000Z' as CohortPair['introducedAt'];
const person = (name: string, n: number) => asId<PersonId>(`${name}${n}`);
const pairs = (many: number): CohortPair[] =>
  Array.from({ length: many }, (_, n) => ({
    ...{ executive: person('e', n), mentor: person('m', n), state: 'paired', introducedAt: at },
  })) as CohortPair[];
const took = (step: 'signed' | 'met', many: number) =>
  Array.from({ length: many }, (_, n) => ({
    id: `${step}_p${n}_e${n}`,
    value: { kind: step, role: 'executive', month: '2026-10' } as never,
  }));
const publish = (all: CohortPair[], signed: number, met: number) =>
  nextPublication([], {
    ...{ members: [], pairs: all, measures: [...took('signed', signed), ...took('met', met)] },
    pseudonymOf: (one) => one,
    ...{ startsOn: asId<Day>('2026-10-01'), nowMs: Date.parse('2027-01-04T05:00:00Z') },
  }).steps;

describe('who has signed and who has met', () => {
  it('are never so near that fewer than five follow from both', () => {
    for (let signed = 0; signed <= 20; signed++)
      for (let met = 0; met <= signed; met++) {
        const steps = publish(pairs(20), signed, met);
        if (steps.signed.reads !== 'some' || steps.met.reads !== 'some') continue;
        expect(steps.signed.count - steps.met.count, `${signed}, ${met}`).toBeGreaterThanOrEqual(5);
      }
  });

  it('are told where they are far apart', () => {
    expect(publish(pairs(20), 12, 7)).toMatchObject({ signed: { count: 12 }, met: { count: 7 } });
  });

  it('say nothing of whose partner was erased', () => {
    const erase = (n: number) => {
      const { forget } = cohortPrivacy.pair as Speaks<CohortPair>;
      const who = { person: person('m', n), mail: '', directoryId: '', names: [], pseudonym: '' } as Somebody;
      return pairs(20).map((pair) =>
        pair.mentor === who.person ? (forget(pair, who, { partition: '', id: '' }) as CohortPair) : pair,
      );
    };
    expect(publish(erase(0), 12, 7)).toEqual(publish(erase(19), 12, 7));
    expect(publish(erase(0), 12, 7).met.of).toBe(20);
  });
});
