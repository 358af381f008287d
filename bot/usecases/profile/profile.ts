import type { PersonId, TopicId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { seenName } from '#domain/basics/visible.ts';
import { isNamedZone, zoneAsNamed } from '#domain/basics/zone.ts';
import { describesByAge } from '#domain/hearing/ageWords.ts';
import { TOPIC_LISTS } from '#domain/hearing/topicList.ts';
import { topicNamed, topicNearlyNamed } from '#domain/hearing/topics/topicNamed.ts';
import { findTopic, ownTopicId } from '#domain/hearing/topics/topics.ts';
import type { Settings } from '#domain/people/person.ts';
import {
  type Exclusion,
  exclusionsIn,
  isSameExclusion,
  protectsSomebody,
} from '#domain/profile/exclusions.ts';
import { LANGUAGE_CODES } from '#domain/profile/languageAnswers.ts';
import { EXCLUDES_MAX, LANGUAGES_MAX, TOPICS_MAX } from '#domain/profile/limits.ts';
import { emptyProfile, type Offer, type Profile } from '#domain/profile/profile.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';

/** A topic as a form sends it: an id of the catalogue, or `own:` with the words somebody wrote. */
interface TopicChoice {
  id: string;
  label: string;
}

export interface ProfileForm {
  wants: TopicChoice[];
  offers: (TopicChoice & Pick<Offer, 'strength'>)[];
  interests: TopicChoice[];
  meets: Profile['meets'];
  reach: Profile['reach'];
  languages: string[];
  timeZone: string;
  capacity: number;
  excludes: Exclusion[];
}

/** A profile nobody has written yet: the person's own time zone and the language they read. */
export function firstProfile(settings: Settings | undefined): Profile {
  const language = (settings?.locale ?? 'en').slice(0, 2).toLowerCase();
  return emptyProfile(settings?.timeZone ?? 'UTC', [
    ...new Set([LANGUAGE_CODES.includes(language) ? language : 'en']),
  ]);
}

/** The profile with the etag it was read at; the etag is empty while there is no row yet. */
export async function getProfile(
  ctx: Context,
  person: PersonId,
): Promise<{ profile: Profile; etag: string }> {
  const rows = await Partition.open(ctx, 'people', person);
  const row = rows.find('profile');
  return row
    ? { profile: row.value, etag: row.etag }
    : { profile: firstProfile(rows.find('settings')?.value), etag: '' };
}

/**
 * Saves the whole profile over the one that was read at `seen`. Somebody faster (another tab, the bot) makes it a
 * `Conflict`, and nothing of either is lost. Words about age or generation, and more than there is room for, are
 * refused kindly.
 */
export async function saveProfile(
  ctx: Context,
  person: PersonId,
  change: { form: ProfileForm; seen: string },
): Promise<{ profile: Profile; etag: string }> {
  const profile = profileOf(change.form);
  const rows = await Partition.open(ctx, 'people', person);
  const known = rows.find('profile');
  if (known && JSON.stringify(known.value) === JSON.stringify(profile) && known.etag === change.seen)
    return { profile, etag: known.etag };
  if (change.seen === '') rows.create('profile', '', profile);
  else rows.put('profile', '', profile, change.seen);
  await rows.commit();
  return { profile, etag: rows.find('profile')?.etag ?? '' };
}

function profileOf(form: ProfileForm): Profile {
  requireTopicsFit(form);
  const ownWords: Record<string, string> = {};
  const topicOf = (choice: TopicChoice): TopicId => topicIn(choice, ownWords);
  const once = <Item>(items: Item[], key: (item: Item) => string): Item[] =>
    items.filter((item, n) => items.findIndex((other) => key(other) === key(item)) === n);
  const topics = (choices: TopicChoice[]): TopicId[] => [...new Set(choices.map(topicOf))];
  const excludes = excludesOf(form.excludes);
  const offers = form.offers.map((choice): Offer => ({ topic: topicOf(choice), strength: choice.strength }));
  return {
    wants: topics(form.wants),
    offers: once(offers, (offer) => offer.topic),
    interests: topics(form.interests),
    ownWords,
    meets: [...new Set(form.meets)],
    reach: [...new Set(form.reach)],
    languages: languagesOf(form.languages),
    timeZone: zoneIn(form.timeZone),
    capacity: form.capacity,
    excludes,
  };
}

/** Counted before they are looked up, which is what costs time. */
function requireTopicsFit(form: ProfileForm): void {
  for (const list of TOPIC_LISTS) {
    const count = new Set(form[list].map(({ id, label }) => (findTopic(id) ? id : `own:${label}`))).size;
    if (count > TOPICS_MAX)
      throw new Refusal('invalid', `profile:topicsFull.${list}`, { max: TOPICS_MAX, count });
  }
}

/** The languages of a form, each once and under one code; refuses what is none, and more than there is room for. */
export function languagesOf(codes: readonly string[]): string[] {
  const languages = [...new Set(codes.map(languageIn))];
  if (languages.length > LANGUAGES_MAX)
    throw new Refusal('invalid', 'profile:languagesFull', { max: LANGUAGES_MAX, count: languages.length });
  return languages;
}

/** Each once, and counted only now: one entry may have held several addresses. */
function excludesOf(form: Exclusion[]): Exclusion[] {
  const meant = form.flatMap(meantBy);
  const excludes = meant.filter((one, n) => meant.findIndex((other) => isSameExclusion(one, other)) === n);
  if (excludes.length > EXCLUDES_MAX)
    throw new Refusal('invalid', 'profile:excludesFull', { max: EXCLUDES_MAX });
  return excludes;
}

function meantBy(one: Exclusion): Exclusion[] {
  const written = seenName(one.written);
  if (written === '' && one.written.trim() !== '') throw new Refusal('invalid', 'profile:nothingSeen');
  const meant = exclusionsIn({ ...one, written });
  if (!meant) throw new Refusal('invalid', 'profile:addressUnknown', { written: one.written || one.address });
  if (!meant.every(protectsSomebody))
    throw new Refusal('invalid', 'profile:meansNobody', { written: written || one.directoryId });
  return meant;
}

/** The catalogue's id; what the catalogue knows under other words becomes that topic; the rest keeps its words. */
function topicIn({ id, label }: TopicChoice, ownWords: Record<string, string>): TopicId {
  const topic = findTopic(id);
  if (topic) return topic.id;
  if (describesByAge(label)) throw new Refusal('invalid', 'profile:personOrSkill', { label });
  const known = topicNamed(label) ?? topicNearlyNamed(label);
  if (known) return known;
  const own = ownTopicId(label);
  if (!own) throw new Refusal('invalid', 'profile:topicEmpty', { label });
  ownWords[own] = seenName(label);
  return own;
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function languageIn(code: string): string {
  if (!languageNames.of(code)) throw new Refusal('invalid', 'profile:languageUnknown', { code });
  // One language has one code: `iw` is `he`, `sh` is Serbian in Latin letters.
  return new Intl.Locale(code).language;
}

function zoneIn(zone: string): string {
  if (!isNamedZone(zone)) throw new Refusal('invalid', 'profile:zoneUnknown', { zone });
  return zoneAsNamed(zone);
}
