import type { TopicId } from '#domain/basics/ids.ts';
import { readAge } from '#domain/hearing/ageWords.ts';
import { isOnlyTalk, smallTalkOf } from '#domain/hearing/smallTalk.ts';
import { type HeardTopic, recognise } from '#domain/hearing/topics/topicSearch.ts';
import { areaOf, isOwn } from '#domain/hearing/topics/topics.ts';
import type { Role } from '#domain/people/person.ts';
import { recogniseCapacity, recogniseMails, recogniseWays } from '#domain/profile/everydayAnswers.ts';
import { exclusionOf } from '#domain/profile/exclusions.ts';
import { TOPIC_LISTS, type TopicList, topicsIn, withoutTopic, withTopic } from '#domain/profile/labels.ts';
import { recogniseLanguages } from '#domain/profile/languageAnswers.ts';
import { CAPACITY_MAX, EXCLUDES_MAX, LANGUAGES_MAX, TOPICS_MAX } from '#domain/profile/limits.ts';
import type { Profile } from '#domain/profile/profile.ts';
import type { Step } from './conversation.ts';

/** From this many characters on somebody tells a story. */
export const STORY = 600;

/** What one message changed in a profile. */
export interface Hearing {
  profile: Profile;
  /** Topics added, by list, in the order they were named. */
  added: { list: TopicList; topic: TopicId }[];
  removed: TopicId[];
  /** Questions this message answered. */
  answers: Set<Step>;
  /** Put right something said at an earlier question; the present one is still open. */
  isCorrection: boolean;
  /** Somebody was described by age or generation. */
  byAge: boolean;
  /** More people than anybody should promise: what was said. */
  askedRoom: number;
  /** People there was no place for in the list of those not to meet. */
  notKept: string[];
}

export interface Before {
  step: Step;
  role: Role;
  profile: Profile;
  /** What the last answer added, to be replaced by "no, I meant …". */
  last: { list: TopicList | ''; topics: TopicId[] };
}

const nothing = (profile: Profile): Hearing => ({
  profile,
  added: [],
  removed: [],
  answers: new Set(),
  isCorrection: false,
  byAge: false,
  askedRoom: 0,
  notKept: [],
});

/** Reads one message at a step: topics with their intention anywhere, everything else where it is asked or named. */
export function hearAnswer(text: string, before: Before): Hearing {
  const age = readAge(text);
  const hearing = { ...nothing(before.profile), byAge: age.isThere };
  hearEverydayThings(text, before.step, hearing);
  const heardHere = hearing.answers.has(before.step);
  const heardElsewhere = hearing.answers.size > 0 && !heardHere;
  const topics = isOnlyTalk(age.rest)
    ? []
    : recognise(age.rest).filter(({ topic }) => !isOwn(topic) || !isAsked(text));
  // In a life story what was only mentioned gives way to what somebody says they want or can.
  const isStory = text.length > STORY && topics.some((heard) => heard.means !== '' && heard.means !== 'deny');
  const counting = topics.filter(
    (heard) => counts(heard, before.step, heardHere) && !((heardElsewhere || isStory) && heard.means === ''),
  );
  hearTopics(counting, before, text, hearing);
  return hearing;
}

/** A question in another language names nothing of its own. */
const isAsked = (text: string): boolean => /[?？؟]\s*$/.test(text) && smallTalkOf(text) === 'elsewhere';

/** Where ways, languages or addresses are asked for, a topic counts only when its purpose is said. */
function counts(heard: HeardTopic, step: Step, heardHere: boolean): boolean {
  const isTopicStep = TOPIC_LISTS.some((list) => list === step);
  // What was only talked around counts where topics are asked for, or at the end with a wish of its own.
  if (heard.isGuess && !isTopicStep) return step === 'review' && ['want', 'offer'].includes(heard.means);
  if (isTopicStep || step === 'review') return true;
  if (heardHere || isOwn(heard.topic)) return heard.means === 'deny' && !heardHere;
  return ['want', 'ask', 'offer', 'deny'].includes(heard.means);
}

function hearEverydayThings(text: string, step: Step, hearing: Hearing): void {
  if (
    step === 'meet' ||
    /\b(?:(?:let us|lets|like to|prefer to|can|could) meet|meet (?:for|over|on|by|via)|reach me|(?:call|ping|mail|message|text) me)\b/i.test(
      text,
    )
  )
    hearWays(text, hearing);
  if (
    step === 'languages' ||
    /\b(?:i (?:also )?speak|we can speak|my languages?|ich spreche|je parle|hablo)\b/i.test(text)
  )
    hearLanguages(text, step, hearing);
  if (step === 'languages' || /\broom for\b/i.test(text)) hearRoom(text, hearing);
  if (step === 'excludes' || step === 'review') hearExcludes(text, hearing);
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

function hearExcludes(text: string, hearing: Hearing): void {
  const mails = recogniseMails(text);
  if (mails.length === 0) return;
  const takesBack = /\b(?:remove|delete|take (?:out|off|away)|allow)\b/i.test(text);
  const known = hearing.profile.excludes;
  const excludes = takesBack
    ? known.filter(({ address }) => !mails.includes(address))
    : [...known, ...mails.filter((mail) => !known.some(({ address }) => address === mail)).map(exclusionOf)];
  hearing.profile = { ...hearing.profile, excludes: excludes.slice(0, EXCLUDES_MAX) };
  hearing.notKept = excludes.slice(EXCLUDES_MAX).map(({ address }) => address);
  hearing.answers.add('excludes');
}

function defaultList(step: Step, role: Role, topic: TopicId): TopicList {
  if (step === 'wants' || step === 'offers' || step === 'interests') return step;
  if (areaOf(topic) === 'interests') return 'interests';
  return role === 'executive' ? 'wants' : 'offers';
}

/** Where a topic was heard: at which question, and which list is meant when nothing was said of it. */
interface Around {
  step: Step;
  isHobby: boolean;
  usual: TopicList;
}

/** The list a topic belongs to by what was said of it; nothing when somebody only says they lack it. */
const LIST_FOR: Record<HeardTopic['means'], (around: Around) => TopicList | undefined> = {
  want: ({ step, isHobby }) => (step === 'interests' && isHobby ? 'interests' : 'wants'),
  ask: ({ step }) => (step === 'offers' || step === 'interests' ? step : 'wants'),
  offer: ({ step, isHobby }) => (step === 'interests' && isHobby ? 'interests' : 'offers'),
  does: ({ step, isHobby }) =>
    step === 'interests' || (isHobby && step !== 'offers') ? 'interests' : 'offers',
  interest: () => 'interests',
  like: ({ step, isHobby, usual }) => (isHobby && step !== 'offers' ? 'interests' : usual),
  lack: ({ step }) => (step === 'wants' ? 'wants' : undefined),
  deny: () => undefined,
  '': ({ usual }) => usual,
};

function listFor(heard: HeardTopic, before: Before, usual: TopicList | ''): TopicList | undefined {
  const { step, role } = before;
  const isHobby = areaOf(heard.topic) === 'interests';
  return LIST_FOR[heard.means]({ step, isHobby, usual: usual || defaultList(step, role, heard.topic) });
}

function hearTopics(topics: HeardTopic[], before: Before, text: string, hearing: Hearing): void {
  const usual = takeBack(topics, before, text, hearing);
  for (const heard of topics) {
    const list = listFor(heard, before, usual);
    if (!list) continue;
    hearing.answers.add(list);
    const isKnown = topicsIn(hearing.profile, list).includes(heard.topic);
    if (!isKnown && topicsIn(hearing.profile, list).length >= TOPICS_MAX) continue;
    hearing.profile = withTopic(hearing.profile, list, heard);
    hearing.added.push({ list, topic: heard.topic });
  }
  forgetWhatStayed(hearing);
  if (hearing.isCorrection) hearing.answers.delete(before.step);
}

/** "Not jazz – opera" is music before and after: nothing was taken off, nothing is new. */
function forgetWhatStayed(hearing: Hearing): void {
  const { added, removed } = hearing;
  hearing.added = added.filter(({ topic }) => !removed.includes(topic));
  hearing.removed = removed.filter((topic) => !added.some((one) => one.topic === topic));
}

/** Takes off what was denied and answers which list what replaces it belongs to; empty when nothing was. */
function takeBack(topics: HeardTopic[], before: Before, text: string, hearing: Hearing): TopicList | '' {
  const offered = before.step === 'offers' ? topics.filter((heard) => heard.means === 'lack') : [];
  const denied = [...topics.filter((heard) => heard.means === 'deny'), ...offered].map(
    (heard) => heard.topic,
  );
  const wrong = denied.length === 0 && meantOther(topics, before, text) ? before.last.topics : denied;
  let from: TopicList | '' = '';
  for (const topic of wrong) {
    const list = listHolding(topic, before, hearing.profile);
    if (!list) continue;
    hearing.profile = withoutTopic(hearing.profile, list, topic);
    hearing.removed.push(topic);
    from = list;
  }
  hearing.isCorrection = from !== '' && from !== before.step && before.step !== 'review';
  if (hearing.removed.length > 0 && !hearing.isCorrection && before.step !== 'review')
    hearing.answers.add(before.step);
  return from;
}

function listHolding(topic: TopicId, before: Before, profile: Profile): TopicList | undefined {
  const holding = TOPIC_LISTS.filter((list) => topicsIn(profile, list).includes(topic));
  return (
    [before.step, before.last.list].flatMap((first) => holding.filter((list) => list === first))[0] ??
    holding[0]
  );
}

/** "No, I meant Power BI", "sorry, Power BI": puts right the one thing said before. */
function meantOther(topics: HeardTopic[], before: Before, text: string): boolean {
  if (before.last.topics.length !== 1 || before.last.list === '' || topics.length === 0) return false;
  if (topics.some((heard) => before.last.topics.includes(heard.topic))) return false;
  if (/\b(?:also|too|as well|add|plus|and)\b/i.test(text)) return false;
  return /^\W*(?:(?:no|nope|nein|non)\b(?:\s*[,.:;!–—-]+\s|\s+(?=(?:i|it|that|this|rather|actually|wait|sorry)\b))|(?:sorry|oops|wait|correction|wrong)\b.{0,3}\s|.{0,20}\bi (?:actually |really )?mean[t]?\b)/i.test(
    text,
  );
}
