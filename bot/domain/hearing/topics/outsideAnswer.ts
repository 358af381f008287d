import { type Heard, type HeardTopic, OFFERS_MAX } from '#domain/hearing/heard.ts';
import { findTopic } from '#domain/hearing/topics/topics.ts';

/** What a reader outside the house says: not believed before it was checked. */
export interface OutsideTopic {
  id: string;
  /** The words of the message that speak of it. */
  span: string;
  /** From 0 to 1. */
  sure: number;
}

/** From so sure on a topic may be noted, if its name was read here too. */
const SURE = 0.8;

/**
 * What was heard here, with what a reader outside adds. A topic it says must be of the catalogue and its words must
 * stand in the message. It is noted only where its name was read here too and nothing else was done in the message;
 * otherwise it is offered. What was noted or denied here stays so.
 */
export function withOutside(heard: Heard, text: string, said: readonly OutsideTopic[]): Heard {
  const lower = text.toLowerCase();
  const isOf = (list: readonly HeardTopic[], id: string): boolean => list.some(({ topic }) => topic === id);
  const sound = said
    .filter(({ span }) => span.trim() !== '' && lower.includes(span.trim().toLowerCase()))
    .filter(({ sure }) => sure > 0 && sure <= 1)
    .toSorted((a, b) => b.sure - a.sure)
    .flatMap(({ id, sure }) => {
      const topic = findTopic(id)?.id;
      return topic && !isOf(heard.noted, topic) && !isOf(heard.denied, topic) ? [{ topic, sure }] : [];
    });
  const namedHere = (id: string): HeardTopic | undefined =>
    heard.offered.find(({ topic, written }) => topic === id && written !== '');
  const confirmed = sound.flatMap(({ topic, sure }) => {
    const named = sure >= SURE && heard.acts.length === 0 ? namedHere(topic) : undefined;
    return named ? [named] : [];
  });
  const noted = once([...heard.noted, ...confirmed]);
  const perhaps = sound.map(
    ({ topic }): HeardTopic => namedHere(topic) ?? { topic, written: '', strength: 0 },
  );
  const offered = once([...perhaps, ...heard.offered]).filter(({ topic }) => !isOf(noted, topic));
  return {
    ...heard,
    noted,
    offered: offered.slice(0, OFFERS_MAX),
    own: noted.length === 0 ? heard.own : '',
  };
}

const once = (list: readonly HeardTopic[]): HeardTopic[] =>
  list.filter(
    (one, n) => list.findIndex((other) => other.topic === one.topic && other.list === one.list) === n,
  );
