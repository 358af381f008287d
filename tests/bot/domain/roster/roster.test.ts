import { describe, expect, it } from 'vitest';
import { asId, type Day, type Instant, type PersonId } from '#domain/basics/ids.ts';
import type { CohortPair } from '#domain/cohorts/cohort.ts';
import { MEMBER_STATES, type Member } from '#domain/cohorts/member.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import { flowOf } from '#domain/roster/flow.ts';
import { canAskAgain, didNotArrive, type LastAsked, standingOf } from '#domain/roster/standing.ts';

const at = (day: string) => asId<Instant>(`${day}T09:00:00.000Z`);
const NOW = Date.parse(at('2026-11-30'));
const pair = (executive: string, mentor: string, state: CohortPair['state']): CohortPair => ({
  ...{ executive: asId<PersonId>(executive), mentor: asId<PersonId>(mentor), state },
  introducedAt: at('2026-11-20'),
});
const member = (person: string, state: Member['state'], joinedAt?: Instant) => ({
  ...{ person: asId<PersonId>(person), role: 'mentor' as const, state, waiting: false },
  ...(joinedAt && { joinedAt }),
});

describe('where somebody stands', () => {
  it('is told of a yes and of nothing else that was answered', () => {
    const said = Object.fromEntries(MEMBER_STATES.map((state) => [state, standingOf({ state }, [])]));
    expect(said).toEqual({
      ...{ imported: 'imported', invited: 'invited', joined: 'joined' },
      ...{ passed: 'invited', later: 'invited', left: 'left' },
    });
  });

  it('is the furthest that any pair of theirs has come, and none that has closed', () => {
    const of = (...states: CohortPair['state'][]) =>
      standingOf(
        { state: 'joined' },
        states.map((state) => ({ state })),
      );
    expect(of('closed')).toBe('joined');
    expect(of('closed', 'introduced')).toBe('introduced');
    expect(of('introduced', 'paired')).toBe('paired');
  });
});

describe('asking again', () => {
  const delivery = (state: Delivery['state'], day: string): Delivery => ({
    ...{ job: 'invitation', person: asId<PersonId>('p'), state, reason: '', attempts: 1, at: at(day) },
    activity: '',
  });
  const last = (said: Partial<LastAsked>): LastAsked => ({
    ...{ standing: 'invited', isReached: true, askedAt: at('2026-11-20') },
    delivery: delivery('sent', '2026-11-20'),
    ...said,
  });

  it.each([
    ['after a week', {}, true],
    ['not within a week', { askedAt: at('2026-11-25'), delivery: delivery('sent', '2026-11-25') }, false],
    [
      'at once where it did not arrive',
      { askedAt: at('2026-11-29'), delivery: delivery('failed', '2026-11-29') },
      true,
    ],
    [
      'not where it was asked again since',
      { askedAt: at('2026-11-29'), delivery: delivery('failed', '2026-11-20') },
      false,
    ],
    ['not while it is on its way', { delivery: delivery('queued', '2026-11-20') }, false],
    ['not whom the bot cannot reach', { isReached: false }, false],
    ['not who has joined', { standing: 'joined' }, false],
    ['not who was never asked', { standing: 'imported' }, false],
    ['not who left', { standing: 'left' }, false],
    ['where nobody knows when it was', { askedAt: undefined }, true],
  ] as const)('goes %s', (_, said, can) => {
    expect(canAskAgain(last(said), NOW)).toBe(can);
  });

  it('forgets that an earlier time did not arrive, so that who hears the next one cannot be told from who does not', () => {
    const lost = delivery('failed', '2026-11-20');
    expect(didNotArrive(last({ delivery: lost }))).toBe(true);
    expect(didNotArrive(last({ delivery: lost, askedAt: at('2026-11-29') }))).toBe(false);
    expect(didNotArrive(last({ delivery: undefined }))).toBe(false);
  });
});

describe('the flow', () => {
  const cohort = { startsOn: asId<Day>('2026-11-01'), createdAt: at('2026-10-20') };

  it('counts people, each step within the one before, and names who has nobody, longest first', () => {
    const members = [
      member('fresh', 'imported'),
      ...['invited', 'passed', 'later'].map((state) => member(state, state as Member['state'])),
      member('left', 'left'),
      member('new', 'joined', at('2026-11-22')),
      member('old', 'joined', at('2026-11-02')),
      member('closed', 'joined', at('2026-11-02')),
      { ...member('away', 'joined', at('2026-11-02')), awayUntil: asId<Day>('2027-01-11') },
      ...['e1', 'm1', 'e2', 'm2'].map((one) => member(one, 'joined', at('2026-11-02'))),
    ];
    const pairs = [
      pair('e1', 'm1', 'introduced'),
      pair('e2', 'm2', 'paired'),
      pair('e2', 'closed', 'closed'),
      pair('left', 'gone', 'closed'),
    ];
    const flow = flowOf(cohort, { members, pairs }, Date.parse(at('2026-12-01')));
    expect(flow).toMatchObject({
      ...{ fresh: 1, invited: 11, joined: 8, introduced: 4, paired: 2, unanswered: 3 },
    });
    expect(flow.alone.map(({ person, since }) => [person, since.slice(0, 10)])).toEqual([
      ['old', '2026-11-02'],
      ['closed', '2026-11-20'],
      ['new', '2026-11-22'],
    ]);
  });
});
