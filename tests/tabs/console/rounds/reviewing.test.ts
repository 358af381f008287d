import { expect, test } from 'vitest';
import type { RoundView, WishView } from '#api/contract/rounds.ts';
import { isRuledOut, proofOf, reachedIn, standingOf } from '#tabs/console/rounds/reviewing.ts';

const named = (name: string) => ({ person: name, name });
const RAN_AT = '2026-11-23T09:00:00.000Z';
/** Clara and Aisha are together in it. */
const round = { ranAt: RAN_AT } as RoundView;
const aWish = (wish: WishView['wish'], mentor: string, at = '2026-11-23T08:00:00.000Z'): WishView => ({
  ...{ executive: named('Clara'), mentor: named(mentor), wish, at, etag: '1' },
  isTogether: mentor === 'Aisha',
});
const LATER = '2026-11-23T10:00:00.000Z';

test('what the proof says depends on what the run kept to', () => {
  const around = { pins: 0, kept: 0, bans: 0 };
  const pairs = { areCircles: false, areTeams: false, gap: 0 };
  const circles = { provenBest: false, areCircles: true, areTeams: false, gap: 0, around };
  expect(proofOf({ ...pairs, provenBest: true, around })).toBe('fresh');
  expect(proofOf({ ...pairs, provenBest: true, around: { ...around, bans: 1 } })).toBe('without');
  expect(proofOf({ ...pairs, provenBest: true, around: { pins: 0, kept: 3, bans: 1 } })).toBe('around');
  expect(proofOf({ ...pairs, provenBest: false, around })).toBe('none');
  expect(proofOf(circles)).toBe('circles');
  expect(proofOf({ ...circles, gap: 0.004 })).toBe('circlesNear');
  expect(proofOf({ ...circles, gap: 1 })).toBe('circlesOpen');
  expect(proofOf({ ...circles, areTeams: true })).toBe('teams');
  expect(proofOf({ ...circles, areTeams: true, gap: 0.004 })).toBe('teamsNear');
});

test('what a round reaches at least is never said too high', () => {
  expect(reachedIn('en', 0.0011)).toBe('99.8%');
  expect(reachedIn('de', 0.0249)).toBe('97,5\u00a0%');
});

test('a wish is kept, waits for the next run, or can’t be kept', () => {
  expect(standingOf(aWish('pin', 'Aisha', LATER), round)).toBe('kept');
  expect(standingOf(aWish('pin', 'Meera', LATER), round)).toBe('next');
  expect(standingOf(aWish('pin', 'Meera'), round)).toBe('notPossible');
  expect(standingOf(aWish('ban', 'Meera'), round)).toBe('kept');
  expect(standingOf(aWish('ban', 'Aisha', LATER), round)).toBe('next');
  expect(standingOf(aWish('pin', 'Aisha'), undefined)).toBe('next');
});

test('a round with two who were ruled out is not published', () => {
  expect(isRuledOut(round, [aWish('ban', 'Aisha', LATER)])).toBe(true);
  expect(isRuledOut(round, [aWish('ban', 'Meera'), aWish('pin', 'Meera')])).toBe(false);
});
