import type { TopicId } from '../ids.ts';
import { part, sharedOf, WEIGHTS } from './fit.ts';
import type { Problem } from './problem.ts';
import { type Candidate, ENOUGH_HOURS, ENOUGH_STRENGTH, hoursOf, strengthOf } from './rules.ts';

/** Up to this many pairs, fits once worked out are kept: two bytes each. */
const MOST_KEPT = 40_000_000;
/** Counts, above the sum of strengths, the topics that are offered well enough. */
const ENOUGH = 1 << 20;
const NEVER = -1;
const INTEREST = Int32Array.from([0, 1, 2, 3], (shared) => part(WEIGHTS.interest, shared, 3));

/**
 * The fit of one executive with every mentor at a time: 0 where they may not meet or fall below the floor,
 * else exactly what `fitOf` says. Goes by topic instead of by pair, so that who offers nothing wanted is never
 * looked at: about O(mentors who share a topic) per row.
 */
export class FitRows {
  readonly #problem: Problem;
  readonly #topics = new Codes<TopicId>();
  readonly #interestCodes = new Codes<TopicId>();
  readonly #offers: Postings;
  readonly #interests: Postings;
  readonly #wants: Postings;
  readonly #strengths: Uint8Array;
  readonly #time: ClassTable;
  readonly #language: ClassTable;
  readonly #meet: ClassTable;
  readonly #learnt: Int32Array;
  readonly #touched: Int32Array;
  readonly #shared: Uint16Array;
  readonly #rows: Uint16Array;
  readonly #isKept: Uint8Array;

  constructor(problem: Problem) {
    const { executives, mentors } = problem;
    const rows = executives.length;
    const columns = mentors.length;
    this.#problem = problem;
    this.#wants = byPerson(mentors, this.#topics, (one) => one.wants);
    this.#offers = byKey(mentors, this.#topics, (one) =>
      [...one.offered.values()].map((offer) => [offer.topic, strengthOf(offer)]),
    );
    this.#strengths = new Uint8Array(this.#topics.size + 1);
    this.#interests = byKey(mentors, this.#interestCodes, (one) => one.interests.map((topic) => [topic, 0]));
    this.#time = new ClassTable(problem, (one) => `${one.offset}`, timePart);
    this.#language = new ClassTable(problem, (one) => [...one.languages].sort().join(), languagePart);
    this.#meet = new ClassTable(problem, (one) => [...one.meets].sort().join(), meetPart);
    this.#learnt = new Int32Array(columns);
    this.#touched = new Int32Array(columns);
    this.#shared = new Uint16Array(columns);
    const keeps = rows * columns <= MOST_KEPT;
    this.#rows = new Uint16Array(keeps ? rows * columns : columns);
    this.#isKept = new Uint8Array(keeps ? rows : 0);
  }

  /** Fits by mentor. The row may be written over by the next call. */
  row(executive: number): Uint16Array {
    const columns = this.#problem.mentors.length;
    const keeps = this.#isKept.length > 0;
    const from = keeps ? executive * columns : 0;
    const row = this.#rows.subarray(from, from + columns);
    if (keeps && this.#isKept[executive]) return row;
    if (keeps) this.#isKept[executive] = 1;
    else row.fill(0);
    this.#score(executive, row);
    for (const mentor of this.#problem.kept[executive]!) row[mentor] = 0;
    return row;
  }

  #score(e: number, row: Uint16Array): void {
    const executive = this.#problem.executives[e]!;
    const touched = this.#countLearning(executive);
    this.#countInterests(executive);
    const offers = [...executive.offered.values()];
    const nowhere = this.#topics.size;
    for (const offer of offers)
      this.#strengths[this.#topics.find(offer.topic) ?? nowhere] = strengthOf(offer);
    this.#sumUp(e, touched, row);
    for (const { topic } of offers) this.#strengths[this.#topics.find(topic) ?? nowhere] = 0;
  }

  /** Strengths in wanted topics by mentor; returns how many mentors offer any. */
  #countLearning(executive: Candidate): number {
    const { from, item, amount } = this.#offers;
    const learnt = this.#learnt;
    const touched = this.#touched;
    let many = 0;
    for (const want of executive.wants) {
      const topic = this.#topics.find(want);
      if (topic === undefined) continue;
      for (let q = from[topic]!, end = from[topic + 1]!; q < end; q++) {
        const mentor = item[q]!;
        const strength = amount[q]!;
        const before = learnt[mentor]!;
        if (before === 0) touched[many++] = mentor;
        learnt[mentor] = before + strength + (strength >= ENOUGH_STRENGTH ? ENOUGH : 0);
      }
    }
    return many;
  }

  #countInterests(executive: Candidate): void {
    const { from, item } = this.#interests;
    const shared = this.#shared.fill(0);
    for (const interest of executive.interests) {
      const code = this.#interestCodes.find(interest);
      if (code === undefined) continue;
      for (let q = from[code]!, end = from[code + 1]!; q < end; q++) shared[item[q]!]!++;
    }
  }

  #sumUp(e: number, many: number, row: Uint16Array): void {
    const learnt = this.#learnt;
    const touched = this.#touched;
    const shared = this.#shared;
    const strengths = this.#strengths;
    const { from: wantsFrom, item: wants } = this.#wants;
    const { floor, executives } = this.#problem;
    const plenty = 3 * executives[e]!.wants.length;
    const learning = Int32Array.from({ length: plenty + 1 }, (_, sum) => part(WEIGHTS.learn, sum, plenty));
    const [time, timeOf] = this.#time.row(e);
    const [language, languageOf] = this.#language.row(e);
    const [meet, meetOf] = this.#meet.row(e);
    for (let k = 0; k < many; k++) {
      const m = touched[k]!;
      const learn = learnt[m]!;
      learnt[m] = 0;
      if (learn < ENOUGH) continue;
      const hours = time[timeOf[m]!]!;
      const tongues = language[languageOf[m]!]!;
      if (hours === NEVER || tongues === NEVER) continue;
      const first = wantsFrom[m]!;
      const end = wantsFrom[m + 1]!;
      let back = 0;
      for (let q = first; q < end; q++) back += strengths[wants[q]!]!;
      const sum =
        learning[learn & (ENOUGH - 1)]! +
        (back === 0 ? 0 : Math.floor((WEIGHTS.giveBack * back) / (3 * (end - first)))) +
        INTEREST[Math.min(3, shared[m]!)]! +
        hours +
        tongues +
        meet[meetOf[m]!]!;
      const fit = sum < 1 ? 1 : sum;
      row[m] = fit < floor ? 0 : fit;
    }
  }
}

const timePart = (one: Candidate, other: Candidate): number => {
  const hours = hoursOf(one, other);
  return hours < ENOUGH_HOURS ? NEVER : part(WEIGHTS.time, Math.floor(hours), 4);
};
const languagePart = (one: Candidate, other: Candidate): number => {
  const languages = sharedOf(one.languages, other.languages).length;
  return languages === 0 ? NEVER : part(WEIGHTS.language, languages, 2);
};
const meetPart = (one: Candidate, other: Candidate): number =>
  part(WEIGHTS.meet, sharedOf(one.meets, other.meets).length, 2);

/** Small numbers for names, in the order they are met. */
class Codes<Name> {
  readonly #codes = new Map<Name, number>();
  get size(): number {
    return this.#codes.size;
  }
  find(name: Name): number | undefined {
    return this.#codes.get(name);
  }
  code(name: Name): number {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    this.#codes.set(name, this.#codes.size);
    return this.#codes.size - 1;
  }
}

/** Lists laid end to end: those of key k stand from `from[k]` to before `from[k + 1]`. */
interface Postings {
  from: Int32Array;
  item: Int32Array;
  amount: Uint8Array;
}

function byKey(
  people: readonly Candidate[],
  codes: Codes<TopicId>,
  said: (one: Candidate) => [TopicId, number][],
): Postings {
  const entries = people.flatMap((one, person) =>
    said(one).map(([name, amount]) => ({ key: codes.code(name), item: person, amount })),
  );
  return laidOut(entries, codes.size);
}

function byPerson(
  people: readonly Candidate[],
  codes: Codes<TopicId>,
  said: (one: Candidate) => readonly TopicId[],
): Postings {
  const entries = people.flatMap((one, person) =>
    said(one).map((name) => ({ key: person, item: codes.code(name), amount: 0 })),
  );
  return laidOut(entries, people.length);
}

function laidOut(entries: readonly { key: number; item: number; amount: number }[], keys: number): Postings {
  const from = new Int32Array(keys + 1);
  for (const { key } of entries) from[key + 1]!++;
  for (let key = 0; key < keys; key++) from[key + 1]! += from[key]!;
  const next = from.slice();
  const item = new Int32Array(entries.length);
  const amount = new Uint8Array(entries.length);
  for (const entry of entries) {
    const at = next[entry.key]!++;
    item[at] = entry.item;
    amount[at] = entry.amount;
  }
  return { from, item, amount };
}

/** A part of the fit that depends only on a few kinds of people, such as time zones: worked out once per kind. */
class ClassTable {
  readonly #executiveClass: Int32Array;
  readonly #mentorClass: Int32Array;
  readonly #executives: Candidate[] = [];
  readonly #mentors: Candidate[] = [];
  readonly #rows: (Int16Array | undefined)[] = [];
  readonly #part: (one: Candidate, other: Candidate) => number;

  constructor(
    { executives, mentors }: Problem,
    classOf: (one: Candidate) => string,
    partOf: (one: Candidate, other: Candidate) => number,
  ) {
    this.#part = partOf;
    this.#executiveClass = classify(executives, classOf, this.#executives);
    this.#mentorClass = classify(mentors, classOf, this.#mentors);
  }

  /** The parts by class of mentor, and the class of every mentor. */
  row(executive: number): [parts: Int16Array, classOf: Int32Array] {
    const kind = this.#executiveClass[executive]!;
    const one = this.#executives[kind]!;
    const parts = this.#rows[kind] ?? Int16Array.from(this.#mentors, (other) => this.#part(one, other));
    this.#rows[kind] = parts;
    return [parts, this.#mentorClass];
  }
}

function classify(
  people: readonly Candidate[],
  classOf: (one: Candidate) => string,
  examples: Candidate[],
): Int32Array {
  const codes = new Codes<string>();
  return Int32Array.from(people, (one) => {
    const code = codes.code(classOf(one));
    if (code === examples.length) examples.push(one);
    return code;
  });
}
