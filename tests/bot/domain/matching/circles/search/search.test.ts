import { describe, expect, it } from 'vitest';
import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import { findCircles } from '#domain/matching/circles/findCircles.ts';
import { flawOf } from '#domain/matching/circles/flawOf.ts';
import { assignOne, NEVER } from '#domain/matching/circles/search/assignOne.ts';
import { type Choice, choicesFrom } from '#domain/matching/circles/search/choice.ts';
import { CircleFinder } from '#domain/matching/circles/search/circleFinder.ts';
import { Openings } from '#domain/matching/circles/search/openings.ts';
import { PriceSearch } from '#domain/matching/circles/search/priceSearch.ts';
import { Sitting } from '#domain/matching/circles/search/sitting.ts';
import { layTables } from '#domain/matching/circles/seats.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import { type Random, seeded } from '#tests/bench/random.ts';
import { aSmallCohort } from '#tests/bot/domain/matching/smallCohort.ts';
import { aSolver } from '#threads/circleSolver.ts';

const DAY = Date.UTC(2026, 10, 23);
const DEPARTMENTS = ['finance', 'finance', 'risk', ''];

/** Choices among a few mentors, who clash, share no hour, or are pinned now and then. */
function someChoices(random: Random, mixed: boolean): Choice[] {
  const kind = { executives: 3, mentors: 9, topics: 3 };
  const people = aSmallCohort(random, kind).map((person) => ({
    ...person,
    department: DEPARTMENTS[random.below(DEPARTMENTS.length)] ?? '',
  }));
  const size = { least: 2, most: 4, ...(mixed && { mixed: true as const }) };
  const pins = [{ executive: asId<PersonId>('p0'), mentor: asId<PersonId>(`p${3 + random.below(9)}`) }];
  return choicesFrom(layTables(people, { size, floor: 0, dateMs: DAY, pins }), size);
}

/** What the best circle is worth after prices, by trying all. */
function bestByTrying(choice: Choice, prices: Float64Array): number {
  let best = Number.NEGATIVE_INFINITY;
  const next = (from: number, seats: readonly number[], paid: number) => {
    const sitting = new Sitting(choice, seats);
    if (sitting.isCircle && choice.pinned.every((seat) => seats.includes(seat)))
      best = Math.max(best, sitting.value - paid);
    for (let seat = from; seat < choice.count; seat++)
      if (sitting.takes(seat)) next(seat + 1, [...seats, seat], paid + prices[choice.mentor[seat]!]!);
  };
  next(0, [], 0);
  return best;
}

describe('the best circle of one executive', () => {
  it.each([false, true])('is found exactly at any prices, mixed: %s', (mixed) => {
    let [found, pinned] = [0, 0];
    const finder = new CircleFinder();
    for (let seed = 1; seed <= 150; seed++) {
      const random = seeded(seed);
      for (const choice of someChoices(random, mixed)) {
        const prices = Float64Array.from({ length: 9 }, () => random.below(900));
        const best = bestByTrying(choice, prices);
        const mine = finder.find(choice, prices);
        expect(mine?.value ?? Number.NEGATIVE_INFINITY, `seed ${seed}`).toBeCloseTo(best, 6);
        if (!mine) continue;
        expect(finder.find(choice, prices, best + 1)).toBeUndefined();
        expect(finder.findWith(choice, prices, mine.seats[0]!, best - 1)?.value).toBeCloseTo(best, 6);
        found++;
        pinned += Math.sign(choice.pinned.length);
      }
    }
    expect(found).toBeGreaterThan(60);
    expect(pinned).toBeGreaterThan(3);
  });

  it('is not looked for without end, and then bounds nothing', () => {
    const choices = someChoices(seeded(2), false);
    const finder = new CircleFinder(1);
    const prices = new Float64Array(9);
    const able = choices.map(({ count }) => (count > 2 ? { isPinned: false, waiting: false } : undefined));
    const all = able.filter(Boolean).length;
    expect(all).toBeGreaterThan(0);
    const openings = new Openings(able, { pinned: 0, waiting: 0, all });
    const search = new PriceSearch(choices, openings, prices, finder);
    search.pass();
    expect(finder.brokeOff).toBe(true);
    expect(search).toMatchObject({ isLost: true, bound: Number.POSITIVE_INFINITY });
  });
});

describe('giving everybody one', () => {
  it('is the best way there is, or that some go without', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed);
      const [rows, columns] = [1 + random.below(5), 1 + random.below(6)];
      const draw = () => (random.part() < 0.3 ? NEVER : random.below(100));
      const gain = Float64Array.from({ length: rows * columns }, draw);
      const none = Float64Array.from({ length: rows }, () => random.below(60));
      const worth = (row: number, column: number) =>
        column < 0 ? none[row]! : gain[row * columns + column]!;
      const best = (row: number, taken: readonly number[]): number =>
        row === rows
          ? 0
          : Math.max(
              ...[-1, ...Array.from({ length: columns }, (_, c) => c)]
                .filter((column) => column < 0 || !taken.includes(column))
                .map((column) => worth(row, column) + best(row + 1, [...taken, column])),
            );
      const given = [...assignOne({ rows, columns, gain, none })];
      const used = given.filter((column) => column >= 0);
      expect(new Set(used).size).toBe(used.length);
      expect(given.reduce((sum, column, row) => sum + worth(row, column), 0)).toBe(best(0, []));
    }
  });
});

describe('more ways to meet than a number has bits', () => {
  const LANGUAGES = Array.from({ length: 17 }, (_, n) => `l${String(n).padStart(2, '0')}`);
  const ZONES = ['Asia/Bangkok', 'America/Denver'];
  const person = (id: string, over: Partial<MatchPerson>): MatchPerson => ({
    ...{
      id: asId<PersonId>(id),
      role: 'mentor',
      room: 1,
      waiting: false,
      timeZone: 'UTC',
      languages: LANGUAGES,
    },
    ...{ wants: [], interests: [], meets: [], managerChain: [], excludes: [], former: [] },
    offers: [{ topic: asId<TopicId>('python'), strength: 3 }],
    ...over,
  });

  it('are all seen, by the solver', async () => {
    const executive = person('e', { role: 'executive', wants: [asId<TopicId>('python')], offers: [] });
    const alone = LANGUAGES.flatMap((language) =>
      ZONES.map((timeZone) => person(`${language} ${timeZone}`, { languages: [language], timeZone })),
    );
    const last = {
      languages: [LANGUAGES.at(-1)!],
      timeZone: ZONES.at(-1)!,
      interests: [asId<TopicId>('chess')],
    };
    const people = [
      { ...executive, interests: [asId<TopicId>('chess')] },
      ...alone.map((one) => (one.id === `${last.languages[0]} ${last.timeZone}` ? { ...one, ...last } : one)),
      person('z', last),
    ];
    let asked = 0;
    const solver = aSolver();
    const options = { size: { least: 2, most: 2 }, floor: 0, dateMs: DAY };
    const found = await findCircles(people, options, {
      solve: (programme) => {
        asked++;
        return solver(programme);
      },
    });
    expect(layTables(people, options).tables[0]!.modes.length).toBeGreaterThan(31);
    expect(flawOf(people, options, found!)).toBe('');
    expect(found!.pairs.map(({ mentor }) => mentor)).toEqual(['l16 America/Denver', 'z']);
    expect(asked).toBeGreaterThan(0);
  });
});
