import type { TopicId } from '#domain/basics/ids.ts';
import type { Heard, HeardTopic } from '#domain/hearing/heard.ts';
import { TOPIC_LISTS, type TopicList } from '#domain/hearing/topicList.ts';
import { topicsIn, withoutTopic } from '#domain/profile/labels.ts';
import { askedList } from './conversation.ts';
import type { Before, Hearing } from './heardAnswer.ts';

/**
 * Takes off what is named to go: in the list that was said, else in the one asked for; at the review wherever it is.
 * An earlier answer is reached only by words of correction that name it.
 */
export function takeOff(heard: Heard, before: Before, hearing: Hearing): void {
  const isPutRight = heard.acts.includes('correct') || heard.noted.length > 0;
  for (const denied of heard.denied) {
    const { topic } = denied;
    const here = holding(denied, reach(denied, before), hearing);
    const isEarlier = here.length === 0 && !denied.list && isPutRight;
    const earlier = isEarlier ? holding(denied, earlierLists(before), hearing) : [];
    const lists = [...here, ...earlier];
    const corrected = earlier[0] ?? offeredFor(topic, before, isEarlier);
    if (lists.length === 0) hearing.denied.push(topic);
    else hearing.removed.push(topic);
    for (const list of lists) hearing.profile = withoutTopic(hearing.profile, list, topic);
    if (corrected && corrected !== before.step) {
      hearing.isCorrection = before.step !== 'review';
      hearing.correctedList = corrected;
    }
    if (!corrected && lists.some((list) => list === before.step)) hearing.answers.add(before.step);
  }
}

/** The lists that "not …" may speak of. */
function reach({ list }: HeardTopic, { step }: Before): readonly (TopicList | '')[] {
  const asked = askedList(step);
  if (list) return [list];
  if (asked) return [asked];
  return step === 'review' ? TOPIC_LISTS : [];
}

const offeredFor = (topic: TopicId, { offered }: Before, isEarlier: boolean): TopicList | undefined =>
  isEarlier ? offered.find((one) => one.topic === topic)?.list : undefined;

/** Where one answer filled two lists, what is named tells which of them is put right. */
const earlierLists = ({ last }: Before): readonly (TopicList | '')[] =>
  last.list ? [last.list] : TOPIC_LISTS;

const holding = (
  { topic }: HeardTopic,
  lists: readonly (TopicList | '')[],
  { profile }: Hearing,
): TopicList[] =>
  TOPIC_LISTS.filter((list) => lists.includes(list) && topicsIn(profile, list).includes(topic));
