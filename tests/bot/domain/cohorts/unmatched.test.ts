import { expect, it } from 'vitest';
import { asId, type Day, type Instant, type PersonId } from '#domain/basics/ids.ts';
import type { CohortPair } from '#domain/cohorts/cohort.ts';
import type { Member } from '#domain/cohorts/member.ts';
import { unmatchedForLong } from '#domain/cohorts/unmatched.ts';

const at = (day: string) => asId<Instant>(`${day}T09:00:00.000Z`);
const cohort = { startsOn: asId<Day>('2026-11-01'), createdAt: at('2026-10-20') };
const person = (n: number) => asId<PersonId>(`p${n}`);
const joined = (n: number, joinedAt = at('2026-11-02')): Member & { person: PersonId } => ({
  ...{ person: person(n), role: 'mentor', state: 'joined', waiting: true, joinedAt },
});
const pair = (n: number, said: Partial<CohortPair>): CohortPair => ({
  ...{ executive: asId<PersonId>('e'), mentor: person(n), state: 'closed', ...said },
});
const unmatched = (members: ReturnType<typeof joined>[], pairs: CohortPair[] = [], now = '2027-01-05') =>
  unmatchedForLong(cohort, { members, pairs }, Date.parse(at(now)));
const people = (many: number) => Array.from({ length: many }, (_, n) => joined(n));

it('two people without anybody for two months are a few, six are six', () => {
  expect(unmatched(people(2))).toBe('few');
  expect(unmatched(people(6))).toBe(6);
  expect(unmatched([])).toBe(0);
});

it('nobody counts who joined lately, has left, has somebody, or had until lately', () => {
  expect(unmatched([joined(1, at('2026-12-20'))])).toBe(0);
  expect(unmatched([{ ...joined(1), state: 'left' }])).toBe(0);
  for (const state of ['introduced', 'paired'] as const)
    expect(unmatched([joined(1)], [pair(1, { state })])).toBe(0);
  expect(unmatched([joined(1)], [pair(1, { introducedAt: at('2026-12-10') })])).toBe(0);
  expect(
    unmatched([joined(1)], [pair(1, { introducedAt: at('2026-11-10'), closedAt: at('2027-01-02') })]),
  ).toBe(0);
  expect(unmatched([joined(1)], [pair(1, { introducedAt: at('2026-11-10') })])).toBe('few');
});

it('nobody counts who is on leave, until the day they are back', () => {
  const away = { ...joined(1), awayUntil: asId<Day>('2027-01-05') };
  expect(unmatched([away], [], '2027-01-04')).toBe(0);
  expect(unmatched([away])).toBe('few');
});

it('somebody of whom nobody wrote down when they joined counts from the cohort’s beginning', () => {
  const { joinedAt: _, ...old } = joined(1);
  expect(unmatched([old as ReturnType<typeof joined>], [], '2026-12-01')).toBe(0);
  expect(unmatched([old as ReturnType<typeof joined>])).toBe('few');
});
