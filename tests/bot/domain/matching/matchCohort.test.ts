import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import { fitOf, reasonsOf, WEIGHTS } from '#domain/matching/fit.ts';
import { commonHours, offsetMinutes } from '#domain/matching/hours.ts';
import { marksOf, onlyShared } from '#domain/matching/marks.ts';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import { keepsRules, toCandidate } from '#domain/matching/rules.ts';
import type { MatchPerson, MatchResult } from '#domain/matching/types.ts';

const DAY = Date.UTC(2026, 10, 23);
const options = { floor: 0, dateMs: DAY };
const topic = (name: string) => asId<TopicId>(name);
const id = (name: string) => asId<PersonId>(name);

const anExecutive = (over: Partial<MatchPerson> = {}): MatchPerson => ({
  id: id('clara'),
  role: 'executive',
  room: 1,
  wants: [topic('shortVideo')],
  offers: [],
  interests: [],
  languages: ['en'],
  timeZone: 'Europe/London',
  meets: [],
  managerChain: [],
  excludes: [],
  former: [],
  waiting: false,
  ...over,
});
const aMentor = (over: Partial<MatchPerson> = {}): MatchPerson => ({
  ...anExecutive(),
  id: id('aisha'),
  role: 'mentor',
  wants: [],
  offers: [{ topic: topic('shortVideo'), strength: 3 }],
  timeZone: 'Europe/Berlin',
  ...over,
});
const two = (executive: Partial<MatchPerson>, mentor: Partial<MatchPerson>): MatchResult =>
  matchCohort([anExecutive(executive), aMentor(mentor)], options);
const pairsOf = (result: MatchResult) =>
  result.pairs.map(({ executive, mentor }) => `${executive}+${mentor}`);

describe('a preference for difference', () => {
  const marks = ['100 Style blue'];
  const pilot = (clara: string[], ...mentors: string[][]) =>
    matchCohort(
      [
        anExecutive({ marks: clara }),
        ...mentors.map((own, n) => aMentor({ id: id(`mentor${n}`), marks: own })),
      ],
      options,
    );

  it('brings who differ together where all else is equal', () => {
    expect(pairsOf(pilot(marks, marks, ['100 Style red']))).toEqual(['clara+mentor1']);
    expect(pairsOf(pilot(marks, ['100 Style red'], marks))).toEqual(['clara+mentor0']);
  });

  it('is soft: nobody stays without anybody for it, and it is no reason', () => {
    const [dear] = pilot(['900 Style blue'], ['900 Style blue']).pairs;
    const [alike] = pilot(marks, marks).pairs;
    const [free] = pilot([], []).pairs;
    expect(dear).toMatchObject({ executive: 'clara', fit: 1 });
    expect(alike?.fit).toBe((free?.fit ?? 0) - 100);
    expect(alike?.reasons).toEqual(free?.reasons);
  });

  it('speaks of what the cohort keeps, however it is written, and of nothing it does not know', () => {
    const prefers = [
      { name: '', much: 'little' },
      { name: 'Style', much: 'much' },
    ] as const;
    const of = (department: string, Style?: string) =>
      marksOf(prefers, { department, attributes: Style === undefined ? undefined : { Style } });
    expect(of('Finance', 'Blau')).toEqual(of('FINANCE ', 'blau'));
    expect(of('', '')).toEqual([]);
    expect(marksOf(undefined, { department: 'Finance' })).toEqual([]);
    const people = onlyShared([{ marks: of('Finance', 'Blue') }, { marks: of('Finance', 'Red') }, {}]);
    expect(people.map((one) => one.marks)).toEqual([of('Finance'), of('Finance'), undefined]);
  });
});

describe('the hard rules', () => {
  it('let two meet who share a topic, a language and working hours', () => {
    expect(pairsOf(two({}, {}))).toEqual(['clara+aisha']);
  });

  it.each<[string, Partial<MatchPerson>, Partial<MatchPerson>]>([
    ['the executive stands above the mentor', {}, { managerChain: [id('x'), id('y'), id('clara')] }],
    ['the mentor stands above the executive', { managerChain: [id('x'), id('aisha')] }, {}],
    ['the executive excludes the mentor', { excludes: [id('aisha')] }, {}],
    ['the mentor excludes the executive', {}, { excludes: [id('clara')] }],
    ['they were introduced before', { former: [id('aisha')] }, {}],
    ['they have no language in common', { languages: ['en'] }, { languages: ['de'] }],
    ['the mentor offers nothing wanted', {}, { offers: [{ topic: topic('python'), strength: 3 }] }],
    ['the mentor knows only a little of it', {}, { offers: [{ topic: topic('shortVideo'), strength: 1 }] }],
    ['one has no room', { room: 0 }, {}],
    ['the other has no room', {}, { room: 0 }],
    ['their working days never meet', { timeZone: 'America/Los_Angeles' }, { timeZone: 'Asia/Muscat' }],
    ['a zone is unknown', {}, { timeZone: 'Mars/Olympus' }],
  ])('keep two apart when %s', (_, executive, mentor) => {
    expect(two(executive, mentor).pairs).toEqual([]);
  });

  it('count a strength nobody stated as enough', () => {
    expect(two({}, { offers: [{ topic: topic('shortVideo'), strength: 0 }] }).pairs).toHaveLength(1);
  });

  it('ask for one full hour: 59 minutes are too few', () => {
    expect(commonHours(0, 9 * 60)).toBe(1);
    expect(commonHours(0, 9 * 60 + 1)).toBeLessThan(1);
  });

  it('see that a morning in Auckland is an afternoon in New York', () => {
    const [auckland, newYork] = ['Pacific/Auckland', 'America/New_York'].map((zone) =>
      offsetMinutes(zone, DAY),
    );
    expect(auckland).toBe(13 * 60);
    expect(newYork).toBe(-5 * 60);
    expect(commonHours(auckland, newYork)).toBe(4);
  });

  it('go by the clocks of the given day', () => {
    expect(offsetMinutes('Europe/London', DAY)).toBe(0);
    expect(offsetMinutes('Europe/London', Date.UTC(2026, 6, 1))).toBe(60);
    expect(offsetMinutes('Asia/Kolkata', DAY)).toBe(330);
  });
});

describe('who is left out', () => {
  const reason = (executive: Partial<MatchPerson>, mentor: Partial<MatchPerson>, floor = 0) =>
    matchCohort([anExecutive(executive), aMentor(mentor)], { ...options, floor }).leftOut.map(
      (out) => out.reason,
    );

  it('is told what is missing first', () => {
    expect(reason({ wants: [] }, {})).toEqual(['noTopic', 'noProfile']);
    expect(reason({}, { offers: [{ topic: topic('python'), strength: 3 }] })).toEqual(['noTopic', 'noTopic']);
    expect(reason({}, { languages: ['de'] })).toEqual(['noLanguage', 'noLanguage']);
    expect(reason({ timeZone: 'America/Los_Angeles' }, { timeZone: 'Asia/Muscat' })).toEqual([
      'noTime',
      'noTime',
    ]);
    expect(reason({}, {}, 999)).toEqual(['belowFloor', 'belowFloor']);
  });

  it('reads the same for an exclusion, a former pair, rank and a mentor without room', () => {
    const reasons = [
      reason({ excludes: [id('aisha')] }, {}),
      reason({ former: [id('aisha')] }, {}),
      reason({}, { managerChain: [id('clara')] }),
    ];
    expect(reasons).toEqual([1, 2, 3].map(() => ['noPartner', 'noPartner']));
    expect(reason({}, { room: 0 })).toEqual(['noPartner']);
  });

  it('reads the same below the floor, whether an exclusion stands behind it or not', () => {
    expect(reason({ excludes: [id('aisha')] }, {}, 999)).toEqual(reason({}, {}, 999));
  });
});

describe('fit', () => {
  it('spends a thousand permille', () => {
    expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(1000);
  });

  it('is full when everything meets, and never nothing', () => {
    const all = {
      interests: [topic('cycling'), topic('chess'), topic('jazz')],
      languages: ['en', 'es'],
      meets: ['walk' as const, 'coffee' as const],
    };
    const executive = anExecutive({ ...all, offers: [{ topic: topic('leading'), strength: 3 }] });
    const mentor = aMentor({ ...all, wants: [topic('leading')] });
    expect(fitOf(toCandidate(executive, DAY), toCandidate(mentor, DAY))).toBe(1000);
    const bare = aMentor({ offers: [], languages: [], timeZone: 'nowhere' });
    expect(fitOf(toCandidate(anExecutive(), DAY), toCandidate(bare, DAY))).toBe(1);
  });

  it('gives its reasons from the same terms', () => {
    const executive = anExecutive({
      interests: [topic('cycling')],
      languages: ['en', 'es'],
      meets: ['walk'],
    });
    const mentor = aMentor({ interests: [topic('cycling')], languages: ['es', 'en'], meets: ['walk'] });
    expect(reasonsOf(toCandidate(executive, DAY), toCandidate(mentor, DAY))).toEqual([
      { kind: 'learn', topic: 'shortVideo', strength: 3 },
      { kind: 'interest', topic: 'cycling' },
      { kind: 'meet', way: 'walk' },
      { kind: 'language', language: 'es' },
      { kind: 'time', hours: 9 },
    ]);
  });
});

describe('a round', () => {
  it('covers both executives where first come, first served would leave one out', () => {
    const video = { topic: topic('shortVideo'), strength: 3 as const };
    const people = [
      anExecutive({ id: id('clara'), wants: [topic('shortVideo')] }),
      anExecutive({ id: id('diego'), wants: [topic('python'), topic('shortVideo')] }),
      aMentor({ id: id('aisha'), offers: [video] }),
      aMentor({ id: id('meera'), offers: [{ topic: topic('python'), strength: 2 }] }),
    ];
    expect(pairsOf(matchCohort(people, options))).toEqual(['clara+aisha', 'diego+meera']);
  });

  it('takes whoever waited first when only one can have a mentor', () => {
    const people = [
      anExecutive({ id: id('clara') }),
      anExecutive({ id: id('diego'), waiting: true }),
      aMentor(),
    ];
    expect(pairsOf(matchCohort(people, options))).toEqual(['diego+aisha']);
  });

  it('keeps pins and bans, and a pin never breaks a hard rule', () => {
    const meera = aMentor({ id: id('meera') });
    const people = [anExecutive(), aMentor(), meera];
    const wish = (mentor: string) => [{ executive: id('clara'), mentor: id(mentor) }];
    expect(pairsOf(matchCohort(people, { ...options, pins: wish('meera') }))).toEqual(['clara+meera']);
    expect(pairsOf(matchCohort(people, { ...options, bans: wish('aisha') }))).toEqual(['clara+meera']);
    const above = [anExecutive(), aMentor(), { ...meera, managerChain: [id('clara')] }];
    expect(pairsOf(matchCohort(above, { ...options, pins: wish('meera') }))).toEqual(['clara+aisha']);
  });

  it('is proven best', () => {
    expect(two({}, {}).provenBest).toBe(true);
  });
});

const TOPICS = ['a', 'b', 'c', 'd', 'e'].map(topic);
const ZONES = ['Europe/London', 'Asia/Kolkata', 'America/Los_Angeles', 'Pacific/Auckland'];
const names = (n: number) => Array.from({ length: n }, (_, k) => id(`p${k}`));
const aCohort = fc.integer({ min: 2, max: 12 }).chain((size) =>
  fc.tuple(
    ...names(size).map((name) =>
      fc.record({
        id: fc.constant(name),
        role: fc.constantFrom('executive' as const, 'mentor' as const),
        room: fc.integer({ min: 0, max: 3 }),
        wants: fc.uniqueArray(fc.constantFrom(...TOPICS), { maxLength: 3 }),
        offers: fc.uniqueArray(
          fc.record({ topic: fc.constantFrom(...TOPICS), strength: fc.constantFrom(0, 1, 2, 3) }),
          { maxLength: 3, selector: (offer) => offer.topic },
        ),
        interests: fc.uniqueArray(fc.constantFrom(...TOPICS), { maxLength: 3 }),
        languages: fc.uniqueArray(fc.constantFrom('en', 'de', 'es'), { maxLength: 2 }),
        timeZone: fc.constantFrom(...ZONES),
        meets: fc.uniqueArray(fc.constantFrom('walk' as const, 'video' as const)),
        managerChain: fc.uniqueArray(fc.constantFrom(...names(size)), { maxLength: 2 }),
        excludes: fc.uniqueArray(fc.constantFrom(...names(size)), { maxLength: 2 }),
        former: fc.uniqueArray(fc.constantFrom(...names(size)), { maxLength: 1 }),
        waiting: fc.boolean(),
      }),
    ),
  ),
) as fc.Arbitrary<MatchPerson[]>;

/** Most executives that any assignment could cover, by trying everything. */
function mostCovered(people: readonly MatchPerson[], floor: number): number {
  const all = people.map((person) => toCandidate(person, DAY)).filter(({ room }) => room > 0);
  const mentors = all.filter(({ role }) => role === 'mentor');
  const room = new Map(mentors.map((mentor) => [mentor.id, mentor.room]));
  const executives = all.filter(({ role }) => role === 'executive');
  const from = (n: number): number => {
    const executive = executives[n];
    if (!executive) return 0;
    let most = from(n + 1);
    for (const mentor of mentors) {
      const left = room.get(mentor.id) ?? 0;
      if (left === 0 || !keepsRules(executive, mentor) || fitOf(executive, mentor) < floor) continue;
      room.set(mentor.id, left - 1);
      most = Math.max(most, 1 + from(n + 1));
      room.set(mentor.id, left);
    }
    return most;
  };
  return from(0);
}

describe('any cohort', () => {
  it('is matched within the rules, the room and the floor, as widely as can be', () => {
    fc.assert(
      fc.property(aCohort, fc.integer({ min: 0, max: 600 }), (people, floor) => {
        const result = matchCohort(people, { floor, dateMs: DAY });
        const find = (name: PersonId) => people.find((person) => person.id === name) as MatchPerson;
        const used = new Map<PersonId, number>();
        for (const { executive, mentor, fit } of result.pairs) {
          expect(keepsRules(toCandidate(find(executive), DAY), toCandidate(find(mentor), DAY))).toBe(true);
          expect(fit).toBeGreaterThanOrEqual(floor);
          for (const name of [executive, mentor]) used.set(name, (used.get(name) ?? 0) + 1);
        }
        for (const [name, times] of used) expect(times).toBeLessThanOrEqual(find(name).room);
        const settled = [...used.keys(), ...result.leftOut.map(({ person }) => person)].sort();
        expect(settled).toEqual(
          people
            .filter(({ room }) => room > 0)
            .map((person) => person.id)
            .sort(),
        );
        expect(result.totals.covered).toBe(mostCovered(people, floor));
      }),
      { numRuns: 300 },
    );
  });

  it('is matched alike in whatever order it comes, and every time', () => {
    const shuffled = aCohort.chain((people) =>
      fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
    );
    fc.assert(
      fc.property(shuffled, ([people, other]) => {
        expect(matchCohort(other, options)).toEqual(matchCohort(people, options));
      }),
      { numRuns: 200 },
    );
  });
});
