import type { Act } from '#domain/hearing/acts/acts.ts';
import { hearActs } from '#domain/hearing/acts/hearActs.ts';
import { readAge } from '#domain/hearing/ageWords.ts';
import { type Heard, type HeardTopic, OFFERS_MAX } from '#domain/hearing/heard.ts';
import { sentencesOf } from '#domain/hearing/text/sentences.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';
import { isHobby } from '#domain/hearing/topics/topics.ts';
import type { Role } from '#domain/people/person.ts';
import { recogniseCapacity, recogniseMails, recogniseWays } from '#domain/profile/everydayAnswers.ts';
import { avoidedBesides, excludedIn, saysNobody } from '#domain/profile/exclusionAnswers.ts';
import { exclusionOf, isSameExclusion } from '#domain/profile/exclusions.ts';
import { placeIn, topicsIn, withTopic } from '#domain/profile/labels.ts';
import { recogniseLanguages } from '#domain/profile/languageAnswers.ts';
import { CAPACITY_MAX, EXCLUDES_MAX, LANGUAGES_MAX } from '#domain/profile/limits.ts';
import { MEETING_WAYS } from '#domain/profile/profile.ts';
import { askedList, type Step } from './conversation.ts';
import type { Before, Hearing } from './heardAnswer.ts';
import { TAKES_BACK, takenOffIn, takeOff } from './takingOff.ts';

/** From this many characters on somebody tells a story. */
export const STORY = 600;

/** What is read of a message: words that describe people by age say nothing about a topic. */
export const readable = (text: string): string => readAge(text).rest;

/** Reads one message at a step: topics as they were heard, everything else where it is asked or named. */
export function hearAnswer(text: string, heard: Heard, before: Before): Hearing {
  const hearing: Hearing = {
    profile: before.profile,
    ...{
      added: [],
      removed: [],
      denied: [],
      offered: [],
      excluded: [],
      notKept: [],
      correctedList: undefined,
    },
    answers: new Set(),
    isCorrection: false,
    byAge: readAge(text).isThere,
    askedRoom: 0,
    isFull: undefined,
  };
  if (heard.isHeavy) return heardAvoided(text, heard, { before, hearing });
  hearEverydayThings(text, before.step, hearing);
  const isNobody = before.step === 'excludes' && saysNobody(text);
  if (isNobody) hearing.answers.add('excludes');
  if (before.step === 'excludes' || before.step === 'review') hearExcludes(text, { heard, before, hearing });
  else if (!heard.acts.includes('changedMind')) hearAvoidedBesides(text, heard, hearing);
  takeOff(text, heard, before, hearing);
  const lists = listsFor(before, hearing);
  const isLoose = putsRightLoosely(text, heard, before);
  const loose = isLoose ? heard.noted.filter(({ list }) => !list) : [];
  for (const topic of heard.noted) if (!loose.includes(topic)) note(topic, lists(topic), hearing);
  if (isLoose && before.last.list) {
    const { list } = before.last;
    hearing.offered = [...loose, ...heard.offered].slice(0, OFFERS_MAX).map(({ topic }) => ({ list, topic }));
    hearing.isCorrection = true;
    return hearing;
  }
  hearing.offered = (isNobody ? [] : heard.offered).flatMap((topic) => {
    const list = lists(topic);
    const isKnown = list && topicsIn(hearing.profile, list).includes(topic.topic);
    return list && !isKnown ? [{ list, topic: topic.topic }] : [];
  });
  if (hearing.isCorrection) hearing.answers.delete(before.step);
  return hearing;
}

/**
 * "Sorry, I meant Power BI" at the next question: it may put right the answer before, but does not say what goes. So it
 * is offered for that list, and nothing is taken off.
 */
function putsRightLoosely(text: string, heard: Heard, { step, last }: Before): boolean {
  const begins =
    heard.acts.includes('correct') || /^\W*(?:no|nope|nein|non|sorry|oops|wait)\b\s*[,.:;!–—-]/i.test(text);
  return begins && heard.denied.length === 0 && last.list !== '' && last.list !== step && step !== 'review';
}

/** Whom a message names by mail address, name or department, as written. */
export const avoidedIn = (text: string): string[] => [...recogniseMails(text), ...excludedIn(text)];

/** "I'd rather not meet anybody from HR" is kept whenever it is said; topics of such a message wait. */
function heardAvoided(
  text: string,
  heard: Heard,
  { before, hearing }: { before: Before; hearing: Hearing },
): Hearing {
  if (heard.acts.includes('avoid')) addExcluded(avoidedIn(text), hearing);
  if (before.step === 'excludes' && hearing.excluded.length > 0) hearing.answers.add('excludes');
  return hearing;
}

/** In such a sentence somebody speaks of the programme, not of how they like to meet. */
const ELSEWHERE: ReadonlySet<Act> = new Set([
  ...(['leave', 'pause', 'endPair', 'whatKnown', 'delete', 'whoSees', 'human', 'language', 'shy'] as const),
]);

/** What a message says beside questions and wishes about the programme. */
function besideThose(text: string): string {
  const said = sentencesOf(text).map(({ from, to }) => text.slice(from, to));
  const isElsewhere = (one: string): boolean =>
    hearActs(one, sentencesOf(one)).acts.some((act) => ELSEWHERE.has(act));
  return said.some(isElsewhere) ? said.filter((one) => !isElsewhere(one)).join('. ') : text;
}

function hearEverydayThings(whole: string, step: Step, hearing: Hearing): void {
  const text = besideThose(whole);
  if (
    step === 'meet' ||
    /\b(?:(?:let us|lets|like to|prefer to|can|could) meet|meet (?:for|over|on|by|via)|reach me|(?:call|ping|mail|message|text) me|(?:chat|e-?mail|mail|phone|calls?) (?:is|are|works?) best)\b/i.test(
      text,
    )
  )
    hearWays(text, hearing);
  if (step === 'languages' && isLateWay(text, hearing)) hearWays(text, hearing);
  if (
    step === 'languages' ||
    (step === 'excludes' && excludedIn(text).length === 0) ||
    /\b(?:i (?:also )?speak|we can speak|my languages?|ich spreche|je parle|hablo)\b/i.test(text)
  )
    hearLanguages(text, step, hearing);
  if (step === 'languages' || /\broom for\b/i.test(text)) hearRoom(text, hearing);
}

/** "Coffee, dammit": the question before is answered at last, and nothing is known of it yet. */
function isLateWay(text: string, { profile }: Hearing): boolean {
  if (profile.meets.length + profile.reach.length > 0) return false;
  const { yes, no } = recogniseLanguages(text);
  const isAny = recogniseWays(text)?.meets.length === MEETING_WAYS.length;
  return yes.length + no.length === 0 && !isAny;
}

function hearWays(text: string, hearing: Hearing): void {
  const ways = recogniseWays(text);
  if (!ways) return;
  const { meets, reach } = hearing.profile;
  hearing.profile = {
    ...hearing.profile,
    meets: ways.meets.length > 0 ? ways.meets : meets,
    reach: ways.reach.length > 0 ? ways.reach : reach,
  };
  hearing.answers.add('meet');
}

function hearLanguages(text: string, step: Step, hearing: Hearing): void {
  const { yes, no } = recogniseLanguages(text);
  if (yes.length + no.length === 0) return;
  // It adds: a language in common is what every match needs, so none is lost by not being repeated.
  const adds =
    step !== 'languages' || yes.length === 0 || !/\b(?:only|just|nur|seulement|solo|instead)\b/i.test(text);
  const languages = [...new Set([...(adds ? hearing.profile.languages : []), ...yes])].filter(
    (code) => !no.includes(code),
  );
  if (languages.length > 0)
    hearing.profile = { ...hearing.profile, languages: languages.slice(0, LANGUAGES_MAX) };
  hearing.answers.add('languages');
}

function hearRoom(text: string, hearing: Hearing): void {
  const room = recogniseCapacity(text);
  if (room === undefined) return;
  if (room > CAPACITY_MAX) hearing.askedRoom = room;
  hearing.profile = { ...hearing.profile, capacity: Math.max(1, Math.min(CAPACITY_MAX, room)) };
  hearing.answers.add('languages');
}

function hearExcludes(
  text: string,
  { heard, before, hearing }: { heard: Heard; before: Before; hearing: Hearing },
): void {
  const mails = recogniseMails(text);
  const off = takenOffIn(text, hearing);
  // "Not today", "I have to run": where a message does something else, only what is written like a name is one.
  const isName = (name: string): boolean =>
    !readAge(name).isThere && (heard.acts.length === 0 || /^\p{Lu}\p{L}/u.test(name));
  const isNamed = before.step === 'excludes' || (off.length > 0 && !TAKES_BACK.test(text));
  // "I can help with giving feedback" is help, whatever was asked; "HR" alone is whom they'd rather not meet.
  const told = heard.noted.flatMap(({ list, written }) => (list ? written.toLowerCase() : []));
  const isHelp = (name: string): boolean => told.some((topic) => name.toLowerCase().includes(topic));
  const names = isNamed
    ? excludedIn(text).filter((name) => isName(name) && !isHelp(name))
    : avoidedBesides(text);
  if (mails.length + names.length + off.length === 0) return;
  hearing.answers.add('excludes');
  hearing.profile = {
    ...hearing.profile,
    excludes: hearing.profile.excludes.filter((one) => !off.includes(one)),
  };
  if (TAKES_BACK.test(text)) return;
  const isOff = (name: string): boolean =>
    off.some(({ written }) => written.toLowerCase() === name.toLowerCase());
  addExcluded([...mails, ...names.filter((name) => !isOff(name))], hearing);
}

/** Named in full, and no topic, way or language: kept at once, whatever was asked. */
function hearAvoidedBesides(text: string, heard: Heard, hearing: Hearing): void {
  const topics = [...heard.noted, ...heard.offered, ...heard.denied].map(({ written }) =>
    written.toLowerCase(),
  );
  const isPerson = (name: string): boolean =>
    !topics.some((written) => name.toLowerCase().includes(written)) &&
    !recogniseWays(name) &&
    Object.values(recogniseLanguages(name)).flat().length === 0;
  const names = avoidedBesides(text).filter(isPerson);
  if (names.length > 0) addExcluded(names, hearing);
}

function addExcluded(written: readonly string[], hearing: Hearing): void {
  const known = hearing.profile.excludes;
  const added = written.map(exclusionOf).filter((one) => !known.some((other) => isSameExclusion(one, other)));
  const excludes = [...known, ...added];
  hearing.profile = { ...hearing.profile, excludes: excludes.slice(0, EXCLUDES_MAX) };
  hearing.notKept = excludes.slice(EXCLUDES_MAX).map((one) => one.written);
  hearing.excluded = written.filter((one) => !hearing.notKept.includes(one));
}

/** Which list a topic goes to; undefined where topics are not asked for and nothing was said of it. */
function listsFor(before: Before, hearing: Hearing): (heard: HeardTopic) => TopicList | undefined {
  const asked = askedList(before.step);
  const replaced = hearing.isCorrection ? hearing.correctedList : undefined;
  return ({ topic, list }) => {
    if (list) return isHobby(topic) && asked === 'interests' ? 'interests' : list;
    const usual = replaced ?? asked;
    return usual ?? (before.step === 'review' ? listOf(isHobby(topic), before.role) : undefined);
  };
}

/** At the review: what somebody likes, else what their role is about. */
function listOf(isHobby: boolean, role: Role): TopicList {
  if (isHobby) return 'interests';
  return role === 'executive' ? 'wants' : 'offers';
}

function note(heard: HeardTopic, list: TopicList | undefined, hearing: Hearing): void {
  if (!list) return;
  hearing.answers.add(list);
  const place = placeIn(hearing.profile, list, heard.topic);
  if (place === 'full') hearing.isFull = list;
  if (place === 'free') hearing.added.push({ list, topic: heard.topic });
  hearing.profile = withTopic(hearing.profile, list, heard);
}
