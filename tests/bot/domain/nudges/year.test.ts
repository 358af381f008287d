import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type Instant, type PairId, type PersonId, toInstant, toMs } from '#domain/basics/ids.ts';
import { USUAL_HOURS, type WorkWeek, weekendOf, workingMomentFrom } from '#domain/basics/workingDays.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import { dueNudges, type NudgeRule, type PairSeen } from '#domain/nudges/rules.ts';
import {
  askedAgain,
  askLater,
  decideTelling,
  hasTurn,
  MOST_A_WEEK,
  NOTHING_TOLD,
  type Nudged,
  type PairNudge,
} from '#domain/nudges/told.ts';
import { RHYTHMS } from '#domain/pairs/agreement.ts';
import type { Pair, PairMember } from '#domain/pairs/pair.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.parse('2026-01-05T10:00:00Z');
const YEAR_DAYS = 365;
const at = (day: number, hour = 10): Instant => toInstant(START_MS + day * DAY_MS + (hour - 10) * HOUR_MS);

/** What a pair does in a year, in days since they became one; -1: never. */
const aYear = fc.record({
  members: fc.integer({ min: 2, max: 4 }),
  rhythm: fc.constantFrom(...RHYTHMS),
  drafted: fc.integer({ min: -1, max: 40 }),
  signed: fc.integer({ min: 0, max: 40 }),
  gaps: fc.array(fc.integer({ min: 3, max: 90 }), { maxLength: 12 }),
  /** How long before a meeting it is planned. */
  ahead: fc.integer({ min: 0, max: 20 }),
  putOff: fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 3 }),
  pause: fc.option(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 7, max: 90 }))),
  ends: fc.integer({ min: 60, max: 500 }),
  zone: fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'),
  locale: fc.constantFrom('en-GB', 'ar-EG', 'ja-JP'),
  from: fc.integer({ min: 0, max: 20 }),
  later: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }),
});
type Year = typeof aYear extends fc.Arbitrary<infer T> ? T : never;

interface Said extends PairNudge {
  person: PersonId;
  role: PairMember['role'];
  momentMs: number;
  lookedMs: number;
  seen: PairSeen;
}

const personOf = (n: number) => asId<PersonId>(`p${n}`);

/** The rows of a pair as they stand on a day. */
function seenOn(year: Year, day: number): PairSeen {
  const paused = year.pause && day >= year.pause[0] && day < year.pause[0] + year.pause[1];
  const state = day >= year.ends ? 'ended' : paused ? 'paused' : 'active';
  const members = Array.from(
    { length: year.members },
    (_, n): PairMember => ({
      ...{ person: personOf(n), name: `Person ${n}`, role: n === 0 ? 'executive' : 'mentor', answer: 'yes' },
      answerBy: at(0),
    }),
  );
  const pair = {
    ...{ cohort: asId<never>('pilot'), cohortName: 'Pilot', members, reasons: [], fit: 500, state },
    ...{ introducedAt: at(0), activeSince: at(0), ...(state === 'ended' && { endedAt: at(year.ends) }) },
  } as Pair;
  const isDrafted = year.drafted >= 0 && day >= year.drafted;
  const isSigned = isDrafted && day >= year.drafted + year.signed;
  const text = { rhythm: year.rhythm, endsOn: '2027-01-05' } as never;
  const version = { version: 1, text, by: personOf(1), at: at(Math.max(0, year.drafted)) };
  const signatures = members.map(({ person }) => ({ version: 1, person, at: at(day) }));
  let start = 0;
  const meetings = year.gaps.flatMap((gap, n): Meeting[] => {
    start += gap;
    if (day < start - year.ahead) return [];
    const times = { startedAt: at(start), plannedEnd: at(start, 11), teamsMeeting: '', teamsChat: '' };
    const isOver = day >= start + 1;
    const outcome = year.putOff.includes(n) ? ('moved' as const) : ('met' as const);
    const base = { ...times, occurrence: asId<never>(`m${n}`), ...(isOver && { outcome }) };
    return [isOver ? { ...base, state: 'ended', endedAt: at(start, 11) } : { ...base, state: 'open' }];
  });
  return {
    pair,
    agreements: {
      versions: isDrafted ? [version] : [],
      signatures: isSigned ? signatures : [],
      withdrawals: [],
    },
    meetings,
  };
}

/** What everybody of a pair was told so far. */
type Told = Map<PersonId, Nudged>;
interface Look {
  year: Year;
  pair: PairId;
  lookedMs: number;
  seen: PairSeen;
  rows: Told;
  said: Said[];
}

/** One member, as the tick looks at them. */
function look({ year, pair, lookedMs, seen, rows, said }: Look, member: PairMember): void {
  const { person, role } = member;
  const nudged = rows.get(person) ?? NOTHING_TOLD;
  const before = role === 'executive' ? [] : [rows.get(personOf(0)) ?? NOTHING_TOLD];
  const asked = askedAgain(nudged, pair, lookedMs);
  const due = dueNudges(seen, member, { nowMs: lookedMs, asked })
    .map((one) => ({ pair, ...one }))
    .filter((one) => hasTurn(one, before, lookedMs));
  const momentMs = workingMomentFrom(lookedMs, weekOf(year));
  const told = decideTelling(nudged, due, { nowMs: lookedMs, momentMs });
  if (!told) return;
  const isLater = year.later.includes(said.length);
  rows.set(person, isLater ? askLater(told.nudged, told.nudge, momentMs) : told.nudged);
  said.push({ ...told.nudge, person, role, momentMs, lookedMs, seen });
}

const hoursOf = ({ from }: Year) => (from === 0 ? USUAL_HOURS : { from, to: from + 3 });
const weekOf = (year: Year): WorkWeek => ({
  ...{ timeZone: year.zone, weekend: weekendOf(year.locale), hours: hoursOf(year) },
});

/** Looks once a day, as the tick does, at two pairs of the same people. */
function live(year: Year): Said[] {
  const rows: Told = new Map();
  const said: Said[] = [];
  for (let day = 0; day < YEAR_DAYS; day++)
    for (const [n, name] of ['one', 'two'].entries()) {
      const seen = seenOn(year, day);
      const lookedMs = START_MS + day * DAY_MS + n * HOUR_MS;
      for (const member of seen.pair.members)
        look({ year, pair: asId<PairId>(name), lookedMs, seen, rows, said }, member);
    }
  return said;
}

const years = fc.sample(aYear, { numRuns: 200, seed: 27 });
const lives = years.map((year) => ({ year, said: live(year) }));
const each = (check: (said: Said[], year: Year) => void) => {
  for (const { year, said } of lives) check(said, year);
};

describe('a year of 200 pairs', () => {
  it('has something to say of every rule', () => {
    const rules = new Set(lives.flatMap(({ said }) => said.map(({ rule }) => rule)));
    expect([...rules].sort()).toEqual(
      [
        'afterFirst',
        'anotherTime',
        'beforeFirst',
        'draft',
        'firstMeeting',
        'primer',
        'rhythm',
        'sign',
      ].sort(),
    );
  });

  it('tells nobody more than two in any seven days, over all their pairs', () => {
    each((said) => {
      for (const one of said) {
        const week = said.filter(
          ({ person, momentMs }) =>
            person === one.person && momentMs <= one.momentMs && momentMs > one.momentMs - 7 * DAY_MS,
        );
        expect(week.length).toBeLessThanOrEqual(MOST_A_WEEK);
      }
    });
  });

  it('reaches everybody within their own hours, on their own working days', () => {
    each((said, year) => {
      for (const { momentMs } of said) {
        const shown = new Intl.DateTimeFormat('en-GB', {
          ...{ timeZone: year.zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' },
        }).formatToParts(momentMs);
        const part = (type: string) => shown.find((one) => one.type === type)?.value ?? '';
        const off = year.locale === 'ar-EG' ? ['Fri', 'Sat'] : ['Sat', 'Sun'];
        expect(off).not.toContain(part('weekday'));
        const { from, to } = hoursOf(year);
        expect(Number(part('hour'))).toBeGreaterThanOrEqual(from);
        expect(Number(part('hour'))).toBeLessThan(to);
      }
    });
  });

  it('says nothing in a break, and nothing after the end', () => {
    each((said) => {
      for (const { seen } of said) expect(seen.pair.state).toBe('active');
    });
  });

  it('never tells a pair without a rhythm that it is late', () => {
    each((said, { rhythm }) => {
      if (rhythm === 'none') expect(said.map(({ rule }) => rule)).not.toContain('rhythm');
    });
  });

  it('says the same once, unless somebody asked for later; then once more, a week after at the earliest', () => {
    let again = 0;
    each((said, { later }) => {
      for (const [n, one] of said.entries()) {
        const before = said
          .slice(0, n)
          .filter(
            ({ person, pair, rule, occasion }) =>
              person === one.person && pair === one.pair && rule === one.rule && occasion === one.occasion,
          );
        for (const earlier of before) {
          again++;
          expect(later).toContain(said.indexOf(before.at(-1) as Said));
          expect(one.lookedMs - earlier.momentMs).toBeGreaterThanOrEqual(7 * DAY_MS);
        }
      }
    });
    expect(again).toBeGreaterThan(0);
  });

  it('asks the executive for a time before it asks a mentor', () => {
    let asked = 0;
    const rules: readonly NudgeRule[] = ['firstMeeting', 'anotherTime', 'rhythm'];
    each((said) => {
      for (const one of said.filter(({ role, rule }) => role === 'mentor' && rules.includes(rule))) {
        const first = said.find(
          ({ role, pair, rule, occasion }) =>
            role === 'executive' && pair === one.pair && rule === one.rule && occasion === one.occasion,
        );
        asked++;
        expect(first?.momentMs).toBeLessThan(one.momentMs - 2 * DAY_MS);
      }
    });
    expect(asked).toBeGreaterThan(20);
  });

  it('asks for nothing that is done: no draft that is there, no signature that is given, no time once one is planned', () => {
    const everything = lives.flatMap(({ said }) => said);
    const of = (wanted: NudgeRule) => everything.filter(({ rule }) => rule === wanted);
    for (const { seen } of of('draft')) expect(seen.agreements.versions).toEqual([]);
    for (const { seen, person } of of('sign'))
      expect(seen.agreements.signatures.map((one) => one.person)).not.toContain(person);
    for (const { seen } of of('firstMeeting')) expect(seen.meetings).toEqual([]);
    for (const { seen, lookedMs } of of('rhythm'))
      expect(seen.meetings.filter(({ startedAt }) => toMs(startedAt) > lookedMs)).toEqual([]);
  });
});
