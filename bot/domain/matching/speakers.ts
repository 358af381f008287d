import type { TopicId } from '../ids.ts';

/** Who speaks of each topic, and how much: adding up a few topics touches only those who speak of them. */
export class Speakers {
  readonly #of = new Map<TopicId, { who: Int32Array; amount: Int32Array }>();

  constructor(said: readonly (readonly (readonly [TopicId, number])[])[]) {
    const lists = new Map<TopicId, { who: number[]; amount: number[] }>();
    for (const [person, topics] of said.entries())
      for (const [topic, amount] of topics) {
        const list = lists.get(topic) ?? { who: [], amount: [] };
        lists.set(topic, list);
        list.who.push(person);
        list.amount.push(amount);
      }
    for (const [topic, { who, amount }] of lists)
      this.#of.set(topic, { who: new Int32Array(who), amount: new Int32Array(amount) });
  }

  /** Adds to each person's sum `times` what they say of a topic. */
  addTo(sums: Int32Array, topic: TopicId, times = 1): void {
    const list = this.#of.get(topic);
    if (!list) return;
    const { who, amount } = list;
    for (let n = 0; n < who.length; n++) sums[who[n]!]! += times * amount[n]!;
  }
}
