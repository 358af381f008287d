import type { TopicId } from '#domain/basics/ids.ts';
import { type UnsignedArray, unsignedArray } from '#domain/matching/unsigned.ts';

/** Who says something of one topic, in ascending order, and how much they all say. */
interface Postings {
  who: UnsignedArray;
  amount: number;
}

/** Who speaks of each topic, and how much: adding up a few topics touches only those who speak of them. */
export class InvertedIndex {
  readonly #of = new Map<TopicId, Postings[]>();

  /** `tell` says of everybody, in ascending order, each of their topics once. */
  constructor(people: number, tell: (say: (person: number, topic: TopicId, amount: number) => void) => void) {
    const lists = new Map<TopicId, Map<number, number[]>>();
    tell((person, topic, amount) => {
      const byAmount = lists.get(topic) ?? new Map<number, number[]>();
      const who = byAmount.get(amount);
      if (who) who.push(person);
      else lists.set(topic, byAmount.set(amount, [person]));
    });
    for (const [topic, byAmount] of lists)
      this.#of.set(
        topic,
        [...byAmount].map(([amount, who]) => ({ who: copied(who, people), amount })),
      );
  }

  /** Adds to each person's sum `times` what they say of a topic. */
  addTo(sums: UnsignedArray, topic: TopicId, times = 1): void {
    for (const { who, amount } of this.#of.get(topic) ?? []) raise(sums, who, times * amount);
  }
}

function copied(people: readonly number[], most: number): UnsignedArray {
  const copy = unsignedArray(people.length, most);
  copy.set(people);
  return copy;
}

/** Four a turn: what a turn costs by itself is as much as the sum. */
function raise(sums: UnsignedArray, who: UnsignedArray, by: number): void {
  const fours = who.length & ~3;
  for (let n = 0; n < fours; n += 4) {
    sums[who[n]!]! += by;
    sums[who[n + 1]!]! += by;
    sums[who[n + 2]!]! += by;
    sums[who[n + 3]!]! += by;
  }
  for (let n = fours; n < who.length; n++) sums[who[n]!]! += by;
}
