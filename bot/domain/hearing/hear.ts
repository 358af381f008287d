import { hearActs } from '#domain/hearing/acts/hearActs.ts';
import { fieldsOf, listIn, strengthIn } from '#domain/hearing/naming/fields.ts';
import { isInLongerPhrase } from '#domain/hearing/naming/longerPhrase.ts';
import { type Name, namesIn } from '#domain/hearing/naming/names.ts';
import { isLeftAlone, oneselfIn } from '#domain/hearing/naming/oneself.ts';
import { ownWordsIn } from '#domain/hearing/naming/ownWords.ts';
import { type Stand, standsOf } from '#domain/hearing/naming/scope.ts';
import { clausesOf, saidBy } from '#domain/hearing/text/clauses.ts';
import { telling } from '#domain/hearing/text/emptyWords.ts';
import { languageOf } from '#domain/hearing/text/language.ts';
import { plain } from '#domain/hearing/text/plainText.ts';
import { type Sentence, sentencesOf } from '#domain/hearing/text/sentences.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';
import { isHobby, TOPICS } from '#domain/hearing/topics/topics.ts';
import { byStep, noteFeatures, weigh } from '#domain/hearing/weigh.ts';

import {
  type Heard,
  type HeardTopic,
  type NamesWeighed,
  placeOf,
  type Reading,
  SENTENCES_NEAR,
  type Seen,
} from './heard.ts';
import { offersIn } from './offering.ts';

/** The longest piece of text whose meaning is read at once, in characters. */
const NEAR_MAX = 600;

const pieceOf = (text: string, { from, to }: Pick<Sentence, 'from' | 'to'>): string =>
  text.slice(from, to).slice(0, NEAR_MAX);
const wholeOf = (text: string): string => text.slice(0, NEAR_MAX);

/** The sentences that are read one by one: none where there is only one. */
const several = (sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.length > 1 ? sentences.slice(0, SENTENCES_NEAR) : [];

/** The pieces of a message whose meaning is read: the whole, and each sentence where there are several. */
export const piecesOf = (text: string): string[] => [
  ...new Set([wholeOf(text), ...several(sentencesOf(text)).map((sentence) => pieceOf(text, sentence))]),
];

function see(text: string, { lexicon, near }: Reading): Seen {
  const clauses = lexicon.rejoin(clausesOf(text));
  const sentences = sentencesOf(text);
  const names = namesIn(clauses, text, lexicon);
  const language = languageOf(text);
  const reads = language === 'en' ? near : undefined;
  return {
    text,
    clauses,
    names,
    lexicon,
    language,
    acts: hearActs(text, sentences),
    stands: standsOf(names, clauses),
    fields: fieldsOf(clauses),
    oneself: new Map(
      sentences.flatMap(({ said }, n) => {
        const oneself = oneselfIn(said);
        return oneself ? [[n, oneself] as const] : [];
      }),
    ),
    whole: reads?.(wholeOf(text)),
    sentences: new Map(
      several(sentences).flatMap((sentence, n) => {
        const read = reads?.(pieceOf(text, sentence));
        return read ? [[n, read] as const] : [];
      }),
    ),
  };
}

/**
 * Hears one message: what it does, which topics may be noted at once, which may be asked about, which were taken
 * back. `asked`: the list that the open question is about. Pure and never throws.
 */
export function hear(text: string, asked: TopicList | undefined, reading: Reading): Heard {
  const seen = see(text, reading);
  const { acts } = seen;
  if (acts.isHeavy) return { acts: acts.acts, noted: [], offered: [], denied: [], own: '', isHeavy: true };
  const { noted, doubtful, denied } = weighNames(seen, asked, reading);
  const offered = offersIn(seen, { noted, doubtful, denied }, reading);
  const alone = leftAlone(seen);
  const own = noted.length === 0 ? ownWordsIn(seen, new Set([...acts.silent, ...alone])) : '';
  const isIn = ({ written }: { written: string }): boolean => plain(own).includes(plain(written));
  const isDenied =
    denied.some(isIn) || seen.names.some((name, n) => seen.stands[n] === 'denied' && isIn(name));
  const isPersonal = alone.length > 0 && noted.length + offered.length === 0;
  return {
    acts: isPersonal ? [...acts.acts, 'personal'] : acts.acts,
    ...{ noted, offered, denied, own: isDenied ? '' : own, isHeavy: false },
  };
}

/** So near a topic must be for a sentence to be about it. */
const NEAR_TOP = 3;

/** Sentences of which nothing is heard: where somebody lives, or how they are where that is a topic of its own. */
function leftAlone({ oneself, names, clauses, sentences, whole }: Seen): number[] {
  return [...oneself].flatMap(([n, kind]) => {
    const nearest = (sentences.get(n) ?? whole)?.order.slice(0, NEAR_TOP) ?? [];
    const topics = [
      ...names.filter(({ clause }) => clauses[clause]?.sentence === n).map(({ topic }) => topic),
      ...nearest.flatMap((place) => TOPICS[place]?.id ?? []),
    ];
    return kind === 'place' || topics.some((topic) => isLeftAlone(kind, topic)) ? [n] : [];
  });
}

/** "I live in Reading, but …": what is told of oneself names nothing. */
function isOfOneself({ clause, topic }: Name, { clauses, oneself }: Seen): boolean {
  const { sentence = 0, words = [] } = clauses[clause] ?? {};
  return isLeftAlone(oneself.get(sentence) ?? oneselfIn(saidBy(words)), topic);
}

function weighNames(seen: Seen, asked: TopicList | undefined, reading: Reading): NamesWeighed {
  const noted = new Map<string, HeardTopic>();
  const doubtful: NamesWeighed['doubtful'] = new Map();
  const denied: HeardTopic[] = [];
  for (const [n, name] of seen.names.entries()) {
    if (isOfOneself(name, seen)) continue;
    const weighed = weighName(name, seen.stands[n] ?? 'meant', { seen, asked }, reading);
    const { heard, p } = weighed;
    if (weighed.isDenied) denied.push(heard);
    else if (p >= reading.weights.noteAt) noted.set(`${name.topic} ${heard.list ?? ''}`, heard);
    else doubtful.set(name.topic, { named: Math.max(p, doubtful.get(name.topic)?.named ?? 0), heard });
  }
  return withoutDenied([...noted.values()], doubtful, denied);
}

/** What stays when some of it was taken back: "not badminton: squash" is tennis twice, which is for the person to say. */
function withoutDenied(
  noted: readonly HeardTopic[],
  doubtful: NamesWeighed['doubtful'],
  denied: readonly HeardTopic[],
): NamesWeighed {
  const isTakenBack = ({ topic, list, written }: HeardTopic): boolean =>
    denied.some((one) => one.topic === topic && one.list === list && plain(one.written) === plain(written));
  const isDoubted = ({ topic, list }: HeardTopic): boolean =>
    denied.some((one) => one.topic === topic && one.list === list);
  const clear = noted.filter((heard) => !isDoubted(heard));
  for (const heard of noted)
    if (isDoubted(heard) && !isTakenBack(heard)) doubtful.set(heard.topic, { named: UNSURE, heard });
  const stayed = new Set(clear.map(({ topic }) => topic));
  for (const [topic, { heard }] of doubtful) if (!isTakenBack(heard)) stayed.add(topic);
  return { noted: clear, doubtful, denied: denied.filter(({ topic }) => !stayed.has(topic)) };
}

/** How likely one name is meant; beside what its sentence does, it is at most a question. */
function weighName(
  name: Name,
  stand: Stand,
  { seen, asked }: { seen: Seen; asked: TopicList | undefined },
  reading: Reading,
): { heard: HeardTopic; p: number; isDenied: boolean } {
  const list = listIn(seen.fields[name.clause], name.topic);
  const clause = seen.clauses[name.clause];
  const strength = strengthIn(saidBy(clause?.words ?? []));
  const heard: HeardTopic = { topic: name.topic, ...(list && { list }), written: name.written, strength };
  const isAskedFor = list ?? asked;
  const isDenied = stand === 'denied' || (stand === 'lacking' && isAskedFor !== 'wants');
  if (isDenied) return { heard, p: 0, isDenied };
  const isSilent = seen.acts.silent.has(clause?.sentence ?? 0);
  const p = likelihoodOf(name, stand, { seen, isSilent, asked: isAskedFor }, reading);
  return { heard, p: isSilent ? Math.min(p, UNSURE) : p, isDenied };
}

const UNSURE = 0.5;
const SURE_ELSEWHERE = 0.99;

function likelihoodOf(
  name: Name,
  stand: Stand,
  at: { seen: Seen; isSilent: boolean; asked: TopicList | undefined },
  reading: Reading,
): number {
  const { seen } = at;
  if (seen.language !== 'en')
    return stand === 'unclear' || at.isSilent || isFaint(name, seen) ? UNSURE : SURE_ELSEWHERE;
  const features = noteFeatures(name, placeOf.get(name.topic) ?? -1, seen);
  if (stand === 'meant' && !at.isSilent)
    reading.weighed?.({ kind: 'note', topic: name.topic, features, written: name.written });
  if (stand === 'unclear' || isInLongerPhrase(name, seen.clauses[name.clause])) return UNSURE;
  return byStep(weigh(reading.weights.note, features), name.topic, at.asked ?? insteadOf(name, seen));
}

/** "Not cycling – chess": whatever stands alone beside what is taken back takes its place, as if it had been asked for. */
function insteadOf({ topic, clause, from, to }: Name, { clauses, stands }: Seen): TopicList | undefined {
  const isAlone = to - from === (clauses[clause]?.words.length ?? 0);
  if (!isAlone || !stands.includes('denied')) return undefined;
  return isHobby(topic) ? 'interests' : 'wants';
}

/** In other languages few words are known to be empty, so one small word in a long clause is only asked about. */
function isFaint(name: Name, { clauses, language }: Seen): boolean {
  if (language === 'ja' || language === 'ar') return false;
  const words = clauses[name.clause]?.words ?? [];
  return name.to - name.from === 1 && name.written.length < 7 && telling(words).length > 5;
}
