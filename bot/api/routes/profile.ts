import {
  PhotoBody,
  PhotoView,
  ProfileBody,
  ProfileView,
  RecogniseBody,
  Topics,
} from '#api/contract/profile.ts';
import { route } from '#api/http/route.ts';
import type { TopicId } from '#domain/basics/ids.ts';
import { describesByAge } from '#domain/hearing/ageWords.ts';
import { hearByNames } from '#domain/hearing/byNames.ts';
import type { Heard } from '#domain/hearing/heard.ts';
import { searchTopics } from '#domain/hearing/topics/searchTopics.ts';
import { topicNamed } from '#domain/hearing/topics/topicNamed.ts';
import { areaOf, ownTopicId } from '#domain/hearing/topics/topics.ts';
import { labelOf } from '#domain/profile/labels.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { photoOf, removePhoto, savePhoto } from '#usecases/people/photo.ts';
import { getProfile, saveProfile } from '#usecases/profile/profile.ts';
import type { Words } from '#words/words.ts';

/** Up to this many characters somebody may still be typing a name, and suggestions help. */
const TYPING = 40;
/** Own words in a list of topics are a few. */
const OWN_WORDS = 3;
/** A picker asks at each pause of typing, never more than twice a second. */
const RECOGNISED_PER_MINUTE = 120;
/** Nobody chooses a picture of themselves every three seconds. */
const PHOTOS_PER_MINUTE = 20;
/** Each of its own topics is looked up in the catalogue; nobody saves a form twice a second. */
const SAVED_PER_MINUTE = 60;

function presentProfile({ profile, etag }: { profile: Profile; etag: string }, words: Words): ProfileView {
  const choice = (topic: TopicId) => ({ id: topic, label: labelOf(topic, profile, { words }).slice(0, 80) });
  return {
    wants: profile.wants.map(choice),
    offers: profile.offers.map(({ topic, strength }) => ({ ...choice(topic), strength })),
    interests: profile.interests.map(choice),
    meets: profile.meets,
    reach: profile.reach,
    languages: profile.languages,
    timeZone: profile.timeZone,
    capacity: profile.capacity,
    excludes: profile.excludes,
    etag,
  };
}

/** What stands between the separators of a list. */
const partsOf = (text: string): string[] =>
  text
    .split(/[,;\n]|\band\b/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Short parts of a list that name no topic, or what hearing would keep: somebody's own words. */
function ownWordsIn({ noted, offered, denied, acts, own }: Heard, text: string): string[] {
  const written = [...noted, ...offered, ...denied].map((one) => one.written).filter(Boolean);
  const short = partsOf(text).filter(
    (part) =>
      part.split(/\s+/).length <= OWN_WORDS &&
      !topicNamed(part) &&
      !written.some((one) => part.includes(one)),
  );
  const kept = written.length > 0 && acts.length === 0 ? short : [own];
  return kept.filter((words) => !describesByAge(words));
}

/**
 * What somebody wrote into a field for topics. Names alone are meant there; what may be meant is offered, with
 * `suggest` also what a few letters are the beginning of. Own words are a topic where nothing else can be meant.
 */
function presentTopics(heard: Heard, { text, suggest = false }: RecogniseBody, words: Words): Topics {
  const view = (id: TopicId) => ({
    id,
    label: words(`topics:${id}`),
    area: words(`topics:area.${areaOf(id)}`),
  });
  const named = partsOf(text).flatMap((part) => topicNamed(part) ?? []);
  const noted = new Set([...heard.noted.map(({ topic }) => topic), ...named]);
  const near = suggest && text.length <= TYPING ? searchTopics(text) : [];
  const perhaps = new Set([...heard.offered.map(({ topic }) => topic), ...near]);
  const offered = [...perhaps].filter((id) => !noted.has(id)).map(view);
  const own = ownWordsIn(heard, text).flatMap((label) => {
    const id = ownTopicId(label);
    return id ? [{ id, label, area: words('topics:area.own') }] : [];
  });
  const topics = [...noted].map(view);
  return topics.length + offered.length === 0
    ? { topics: own, offered: [] }
    : { topics, offered: [...offered, ...own] };
}

export const profileRoutes = [
  route('profile', {
    answer: ProfileView,
    run: async ({ ctx, actor, words }) => presentProfile(await getProfile(ctx, actor.person), words),
  }),
  /** If-Match carries the etag as it was read; without one, nothing may be there yet. */
  route('saveProfile', {
    body: ProfileBody,
    perMinute: SAVED_PER_MINUTE,
    answer: ProfileView,
    run: async ({ ctx, actor, body, words, etag }) =>
      presentProfile(await saveProfile(ctx, actor.person, { form: body, seen: etag }), words),
  }),
  route('recogniseTopics', {
    body: RecogniseBody,
    perMinute: RECOGNISED_PER_MINUTE,
    answer: Topics,
    run: async ({ ctx, body, words }) => {
      const heard = await (ctx.readTopics ?? hearByNames)(body.text, undefined);
      return presentTopics(heard, body, words);
    },
  }),
  route('photo', {
    answer: PhotoView,
    hasEtag: true,
    run: async ({ ctx, actor }) => ({ image: await photoOf(ctx, actor.person) }),
  }),
  route('savePhoto', {
    body: PhotoBody,
    perMinute: PHOTOS_PER_MINUTE,
    run: ({ ctx, actor, body }) => savePhoto(ctx, actor.person, body.image),
  }),
  route('removePhoto', { run: ({ ctx, actor }) => removePhoto(ctx, actor.person) }),
];
