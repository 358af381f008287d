import { ProfileBody, ProfileView, RecogniseBody, Topics } from '#api/contract/profile.ts';
import { route } from '#api/http/route.ts';
import type { TopicId } from '#domain/basics/ids.ts';
import { describesByAge } from '#domain/hearing/ageWords.ts';
import { recognise, searchTopics } from '#domain/hearing/topics/topicSearch.ts';
import { areaOf, isOwn } from '#domain/hearing/topics/topics.ts';
import { labelOf } from '#domain/profile/labels.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { getProfile, saveProfile } from '#usecases/profile/profile.ts';
import type { Words } from '#words/words.ts';

/** Up to this many characters somebody may still be typing a name, and suggestions help. */
const TYPING = 40;
/** A picker asks at each pause of typing, never more than twice a second. */
const RECOGNISED_PER_MINUTE = 120;
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

/** Topics of the catalogue first, then what somebody wrote themselves; with `suggest`, also what may be meant. */
function presentTopics(text: string, suggest: boolean, words: Words): Topics {
  const heard = recognise(text).filter((topic) => topic.means !== 'deny');
  const known = heard.filter((topic) => !isOwn(topic.topic)).map((topic) => topic.topic);
  const near = suggest && text.length <= TYPING ? searchTopics(text) : [];
  const own = heard.filter((topic) => isOwn(topic.topic) && !describesByAge(topic.written));
  return {
    topics: [
      ...[...new Set([...known, ...near])].map((id) => ({
        id,
        label: words(`topics:${id}`),
        area: words(`topics:area.${areaOf(id)}`),
      })),
      ...own.map(({ topic, written }) => ({ id: topic, label: written, area: words('topics:area.own') })),
    ],
  };
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
    run: async ({ body, words }) => presentTopics(body.text, body.suggest ?? false, words),
  }),
];
