import { z } from 'zod';
import { TIME_ZONE_MAX } from '#domain/people/person.ts';
import { PHOTO_TEXT_MAX } from '#domain/people/photo.ts';
import {
  CAPACITY_MAX,
  CAPACITY_MIN,
  ID_MAX,
  LIST_SENT_MAX,
  MAIL_MAX,
  STRENGTHS,
  TOPIC_LABEL_MAX,
  TOPICS_TEXT_MAX,
} from '#domain/profile/limits.ts';
import { MEETING_WAYS, REACH_WAYS } from '#domain/profile/profile.ts';
import { count, id, languageCode, text } from './basics.ts';

const TopicView = z.object({ id, label: z.string(), area: z.string() });

const topicChoice = z.object({ id, label: z.string().max(TOPIC_LABEL_MAX) });
/** By the picker's directory id, by an address, or by a name or department as written; empty where not known. */
const ExclusionBody = z.object({
  directoryId: z.string().max(ID_MAX),
  address: z.string().max(MAIL_MAX),
  written: z.string().max(MAIL_MAX),
});
export const ProfileBody = z.object({
  wants: z.array(topicChoice).max(LIST_SENT_MAX),
  offers: z.array(topicChoice.extend({ strength: z.literal([0, ...STRENGTHS]) })).max(LIST_SENT_MAX),
  interests: z.array(topicChoice).max(LIST_SENT_MAX),
  meets: z.array(z.enum(MEETING_WAYS)),
  reach: z.array(z.enum(REACH_WAYS)),
  languages: z.array(languageCode).min(1).max(LIST_SENT_MAX),
  timeZone: z.string().max(TIME_ZONE_MAX),
  capacity: z.number().int().min(CAPACITY_MIN).max(CAPACITY_MAX),
  /** Only ever returned to their owner. */
  excludes: z.array(ExclusionBody).max(LIST_SENT_MAX),
});
export type ProfileBody = z.infer<typeof ProfileBody>;
const topicChosen = z.object({ id, label: z.string() });
/** As stored; without the limits of a form, so that whatever is kept can always be read and put right. */
export const ProfileView = z.object({
  wants: z.array(topicChosen),
  offers: z.array(topicChosen.extend({ strength: z.literal([0, ...STRENGTHS]) })),
  interests: z.array(topicChosen),
  meets: z.array(z.enum(MEETING_WAYS)),
  reach: z.array(z.enum(REACH_WAYS)),
  languages: z.array(z.string()),
  timeZone: z.string(),
  capacity: count,
  excludes: z.array(z.object({ directoryId: z.string(), address: z.string(), written: z.string() })),
  etag: z.string(),
});
export type ProfileView = z.infer<typeof ProfileView>;

export const RecogniseBody = z.object({
  text: text(TOPICS_TEXT_MAX),
  /** For a picker: also topics that a few letters may be the beginning of. */
  suggest: z.boolean().optional(),
});
export type RecogniseBody = z.infer<typeof RecogniseBody>;
/** `topics`: meant without doubt. `offered`: perhaps meant, to be asked about. What no topic is called is `own:`. */
export const Topics = z.object({ topics: z.array(TopicView), offered: z.array(TopicView) });
export type Topics = z.infer<typeof Topics>;

/** A square JPEG of at most 256 pixels a side, in base64; its bytes are looked at, whatever it is called. */
export const PhotoBody = z.object({ image: z.base64().min(1).max(PHOTO_TEXT_MAX) });
export type PhotoBody = z.infer<typeof PhotoBody>;
/** The same as kept; empty for none. */
export const PhotoView = z.object({ image: z.string() });
export type PhotoView = z.infer<typeof PhotoView>;

export interface ProfileShapes {
  profile: { answer: ProfileView };
  saveProfile: { body: ProfileBody; answer: ProfileView };
  recogniseTopics: { body: RecogniseBody; answer: Topics };
  photo: { answer: PhotoView };
  savePhoto: { body: PhotoBody };
  removePhoto: object;
}
