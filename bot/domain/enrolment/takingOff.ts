import type { TopicId } from '#domain/basics/ids.ts';
import type { Heard, HeardTopic } from '#domain/hearing/heard.ts';
import { clausesOf, keyOfWords, saidBy } from '#domain/hearing/text/clauses.ts';
import { plain } from '#domain/hearing/text/plainText.ts';
import { TOPIC_LISTS, type TopicList } from '#domain/hearing/topicList.ts';
import { isOwn, ownKeyId } from '#domain/hearing/topics/topics.ts';
import { recogniseMails } from '#domain/profile/everydayAnswers.ts';
import { welcomedIn } from '#domain/profile/exclusionAnswers.ts';
import type { Exclusion } from '#domain/profile/exclusions.ts';
import { topicsIn, withoutTopic } from '#domain/profile/labels.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { askedList } from './conversation.ts';
import type { Before, Hearing } from './heardAnswer.ts';

/** Says that something goes, rather than that it is not meant; in plain words. */
const TAKES_OFF =
  /\b(?:remove|delete|drop|scratch|scrap|strike|erase|get rid of|lose the|no more|no longer|any ?more|can go|(?:take|cross|leave) (?:\w+ ){0,5}?(?:off|out|away)|streich\w*|entfern\w*|losch\w*|nimm|nicht mehr|kein\w* (?:\w+ ){1,3}mehr|enleve[rz]?|supprime[rz]?|plus de|quitar?|eliminar?|borrar?|ya no)\b/;

/** Own words of the profile that are named where somebody says what goes; no catalogue knows them. */
export function ownTakenOff(text: string, profile: Profile): HeardTopic[] {
  const held = new Set(TOPIC_LISTS.flatMap((list) => topicsIn(profile, list)).filter(isOwn));
  if (held.size === 0) return [];
  return clausesOf(text).flatMap(({ words }) => {
    if (!TAKES_OFF.test(saidBy(words))) return [];
    const ends = words.map((_, n) => n);
    const runs = ends.flatMap((from) => ends.map((to) => words.slice(from, to + 1)));
    const named = runs.map((run) => ownKeyId(keyOfWords(run)));
    return [...new Set(named)]
      .filter((topic) => held.has(topic))
      .map((topic): HeardTopic => ({ topic, written: '', strength: 0 }));
  });
}

/**
 * Takes off what is named to go: in the list that was said, else in the one asked for; at the review wherever it is.
 * An earlier answer is reached only by words of correction that name it, or by words that say it goes.
 */
export function takeOff(text: string, heard: Heard, before: Before, hearing: Hearing): void {
  const goes = TAKES_OFF.test(plain(text));
  const isPutRight = heard.acts.includes('correct') || heard.noted.length > 0;
  for (const denied of [...heard.denied, ...ownTakenOff(text, hearing.profile)]) {
    const { topic } = denied;
    const here = holding(denied, reach(denied, before), hearing);
    const isEarlier = here.length === 0 && !denied.list && (isPutRight || goes);
    const reached = goes ? TOPIC_LISTS : earlierLists(before);
    const earlier = isEarlier ? holding(denied, reached, hearing) : [];
    const lists = [...here, ...earlier];
    const corrected = earlier[0] ?? offeredFor(topic, before, isEarlier);
    if (lists.length === 0) hearing.denied.push(topic);
    else hearing.removed.push(topic);
    for (const list of lists) hearing.profile = withoutTopic(hearing.profile, list, topic);
    if (corrected) putRight(corrected, before, hearing);
    else if (lists.some((list) => list === before.step)) hearing.answers.add(before.step);
  }
}

function putRight(list: TopicList, { step }: Before, hearing: Hearing): void {
  if (list === step) return;
  hearing.isCorrection = step !== 'review';
  hearing.correctedList = list;
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

/** Words that say that somebody is not to be avoided any more. */
export const TAKES_BACK = /\b(?:remove|delete|take (?:out|off|away)|allow)\b/i;
/** "Sorry, not Anna Meier, Anna Maier", with what is named behind it. */
const NOT_THIS = /(?<!\p{L})(?:not|no longer|nicht|pas|no)\s+$/iu;

/** Those on the list already whom a message takes off again. */
export function takenOffIn(text: string, { profile }: Pick<Hearing, 'profile'>): Exclusion[] {
  const isAll = TAKES_BACK.test(text);
  const mails = recogniseMails(text);
  const said = text.toLowerCase();
  const welcomed = welcomedIn(text);
  return profile.excludes.filter((one) => {
    const { address, written } = one;
    if (welcomed.some((piece) => isOnlyOneNamed(piece, one, profile.excludes))) return true;
    if (address !== '') return isAll && mails.includes(address);
    const at = said.indexOf(written.toLowerCase());
    return (
      at >= 0 &&
      (isAll || (/^\W*(?:no|sorry|oops|wait|actually)\b/i.test(text) && NOT_THIS.test(text.slice(0, at))))
    );
  });
}

const wordsOf = (text: string): string =>
  plain(text)
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** "Maria is fine after all" is Maria Muster, unless two of that name are on the list. */
function isOnlyOneNamed(piece: string, one: Exclusion, all: readonly Exclusion[]): boolean {
  const said = ` ${wordsOf(piece)} `;
  const isThere = (name: string): boolean => said.includes(` ${name} `);
  const isFull = ({ written }: Exclusion): boolean => isThere(wordsOf(written));
  const named = (other: Exclusion): boolean =>
    isFull(other) ||
    wordsOf(other.written)
      .split(' ')
      .some((word) => word.length > 2 && isThere(word));
  const fully = all.filter(isFull);
  if (fully.length > 0) return fully.includes(one);
  return named(one) && all.filter(named).length === 1;
}
