import { asId, type TopicId } from '#domain/basics/ids.ts';
import { isSeen } from '#domain/basics/visible.ts';
import { keyOfPhrase } from '#domain/hearing/text/plainText.ts';
import communication from '#domain/hearing/topics/catalogue/communication.json' with { type: 'json' };
import culture from '#domain/hearing/topics/catalogue/culture.json' with { type: 'json' };
import customers from '#domain/hearing/topics/catalogue/customers.json' with { type: 'json' };
import data from '#domain/hearing/topics/catalogue/data.json' with { type: 'json' };
import finance from '#domain/hearing/topics/catalogue/finance.json' with { type: 'json' };
import inclusion from '#domain/hearing/topics/catalogue/inclusion.json' with { type: 'json' };
import interests from '#domain/hearing/topics/catalogue/interests.json' with { type: 'json' };
import leadership from '#domain/hearing/topics/catalogue/leadership.json' with { type: 'json' };
import socialMedia from '#domain/hearing/topics/catalogue/socialMedia.json' with { type: 'json' };
import sustainability from '#domain/hearing/topics/catalogue/sustainability.json' with { type: 'json' };
import technology from '#domain/hearing/topics/catalogue/technology.json' with { type: 'json' };
import waysOfWorking from '#domain/hearing/topics/catalogue/waysOfWorking.json' with { type: 'json' };
import wellbeing from '#domain/hearing/topics/catalogue/wellbeing.json' with { type: 'json' };

/** One topic of the catalogue. Its label stands in the words as `topics:<id>`, its area as `topics:area.<area>`. */
export interface Topic {
  id: TopicId;
  area: string;
  /** Ways people say it; the first is the plainest. */
  synonyms: string[];
  /** Words people use when they talk around it; several topics may share one. */
  hints: string[];
  /** How people talk around it in whole sentences. */
  sentences: string[];
  misspellings: string[];
  /** Ways of saying it in other languages, by ISO 639-1 code. */
  elsewhere: Record<string, string[]>;
}

interface AreaFile {
  area: string;
  topics: {
    id: string;
    synonyms: string[];
    hints: string[];
    sentences: string[];
    misspellings?: string[];
    elsewhere?: object;
  }[];
}

const FILES: AreaFile[] = [
  technology,
  data,
  socialMedia,
  waysOfWorking,
  communication,
  culture,
  inclusion,
  customers,
  leadership,
  wellbeing,
  sustainability,
  finance,
  interests,
];

/** The areas, in the order they are printed. `interests` is what people like outside work. */
export const AREAS: readonly string[] = FILES.map((file) => file.area);

export const TOPICS: readonly Topic[] = FILES.flatMap(({ area, topics }) =>
  topics.map((topic) => ({
    id: asId<TopicId>(topic.id),
    area,
    synonyms: topic.synonyms,
    hints: topic.hints,
    sentences: topic.sentences,
    misspellings: topic.misspellings ?? [],
    elsewhere: { ...topic.elsewhere } as Record<string, string[]>,
  })),
);

const byId = new Map<string, Topic>(TOPICS.map((topic) => [topic.id, topic]));

export const findTopic = (id: string): Topic | undefined => byId.get(id);

/** Every way a topic is said or misspelt. */
export const phrasesOf = (topic: Topic): string[] => [
  ...topic.synonyms,
  ...topic.misspellings,
  ...Object.values(topic.elsewhere).flat(),
];

/** All English that is said of a topic: what its meaning is read from. */
export const saidOf = ({ synonyms, hints, sentences }: Topic): string[] => [
  ...new Set([...synonyms, ...hints, ...sentences]),
];

/** `own` for a topic somebody wrote themselves. */
export const areaOf = (id: string): string => byId.get(id)?.area ?? 'own';
/** Whether people have it for their free time: it belongs among what they like talking about. */
export const isHobby = (id: string): boolean => areaOf(id) === 'interests';

const OWN = 'own:';
const OWN_MAX = 60;

/**
 * The id of a topic that is not in the catalogue: spelling, case, accents, plurals, spaces and hyphens make no
 * difference, so that two people who write the same thing find each other. Empty when nothing is left.
 */
export function ownTopicId(written: string): TopicId | undefined {
  if (!isSeen(written)) return undefined;
  const key = keyOfPhrase(written).slice(0, OWN_MAX);
  return key === '' ? undefined : ownKeyId(key);
}

/** The topic of somebody's own that is written so; `key`: its comparing form. */
export const ownKeyId = (key: string): TopicId => asId<TopicId>(`${OWN}${key}`);

export const isOwn = (id: string): boolean => id.startsWith(OWN);
