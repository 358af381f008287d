import { describe, expect, it } from 'vitest';
import { asId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { newExchange } from '#domain/exchanges/exchange.ts';
import { newLearning } from '#domain/exchanges/learning.ts';
import { timelineFor } from '#domain/exchanges/timeline.ts';
import { newFeedback } from '#domain/meetings/feedback.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import type { Pair } from '#domain/pairs/pair.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-23T09:00:00Z');
const [clara, aisha, bo] = ['clara', 'aisha', 'bo'].map((id) => asId<PersonId>(id)) as [
  PersonId,
  PersonId,
  PersonId,
];
const ago = (days: number) => NOW - days * DAY_MS;
const meeting = (id: string, days: number, over: object = {}) =>
  ({
    ...{ occurrence: id, teamsMeeting: '', teamsChat: '', startedAt: toInstant(ago(days)) },
    ...{ plannedEnd: toInstant(ago(days)), state: 'ended', endedAt: toInstant(ago(days)), ...over },
  }) as Meeting;
const said = (person: PersonId, shared: boolean) =>
  newFeedback(
    { worthTheHour: 4, learned: `${person} learned`, surprised: '', shared },
    { person, occurrence: asId('walk'), from: 'tab', nowMs: ago(4) },
  );
const members = [clara, aisha, bo].map((person) => ({ person }));
const signed = (version: number, person: PersonId, days: number) => ({
  ...{ version, person, at: toInstant(ago(days)) },
});
const happened: Parameters<typeof timelineFor>[1] = {
  pair: { members } as unknown as Pair,
  agreements: {
    versions: [1, 2].map((version) => ({ version })) as never,
    signatures: [signed(1, clara, 20), signed(1, bo, 10), signed(1, aisha, 19), signed(2, clara, 1)],
    withdrawals: [],
  },
  meetings: [
    meeting('walk', 5, { offScreen: { day: '2026-11-18', way: 'walk' } }),
    meeting('missed', 3, { outcome: 'notYet' }),
    meeting('planned', -3, { state: 'open' }),
  ],
  feedback: [said(clara, false), said(aisha, false), said(bo, true)],
  exchanges: [
    newExchange(
      asId('x1'),
      { by: aisha, to: clara, kind: 'story', text: '' },
      { writer: clara, members: [clara, aisha], nowMs: ago(7) },
    ),
  ],
  learnings: [
    newLearning(asId('mine'), clara, { kind: 'surprised', text: 'Nobody asked', shared: false }, ago(2)),
    newLearning(asId('hers'), aisha, { kind: 'learned', text: 'Secret', shared: false }, ago(2)),
    newLearning(asId('ours'), aisha, { kind: 'ripple', text: 'We ask', shared: true }, ago(6)),
  ],
};
const seenBy = (reader: PersonId) => timelineFor(reader, happened, NOW);
const idsOf = (reader: PersonId) =>
  seenBy(reader).map((one) => {
    switch (one.kind) {
      case 'meeting':
        return one.occurrence;
      case 'learning':
        return one.learning.learning;
      case 'exchange':
        return one.exchange.exchange;
      default:
        return `v${one.version}`;
    }
  });

describe('the way of a pair', () => {
  it('has what happened, latest first, as each may see it', () => {
    expect(idsOf(clara)).toEqual(['mine', 'walk', 'ours', 'x1', 'v1']);
    expect(idsOf(aisha)).toEqual(['hers', 'walk', 'ours', 'x1', 'v1']);
    expect(idsOf(bo)).toEqual(['walk', 'ours', 'x1', 'v1']);
  });

  it('stands where the last of them signed, and only once all have', () => {
    expect(seenBy(clara).at(-1)).toEqual({ kind: 'signature', at: toInstant(ago(10)), version: 1 });
  });

  it('tells of a meeting what each wrote themselves, and what others share', () => {
    const words = (reader: PersonId) =>
      seenBy(reader).flatMap((one) => (one.kind === 'meeting' ? one.words.map(({ writer }) => writer) : []));
    expect([words(clara), words(aisha), words(bo)]).toEqual([[clara, bo], [aisha, bo], [bo]]);
  });

  it('says nothing of a face, a choice or anything else of a feedback', () => {
    const [, walk] = seenBy(clara);
    expect(walk).toEqual({
      ...{ kind: 'meeting', at: toInstant(ago(5)), occurrence: 'walk' },
      told: { day: '2026-11-18', way: 'walk' },
      words: [
        { kind: 'learned', text: 'clara learned', writer: clara, shared: false },
        { kind: 'learned', text: 'bo learned', writer: bo, shared: true },
      ],
    });
  });
});
