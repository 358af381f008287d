import type { TopicId } from '#domain/basics/ids.ts';
import { areaOf, isHobby } from '#domain/hearing/topics/topics.ts';

/** What somebody tells of themselves that is no topic: where they live, or how they are. */
export type Oneself = 'place' | 'state';

/** "I live in Bath", and nothing else. */
const PLACE =
  /^(?:\w+,? )?(?:i|we)(?: (?:am|are|was|were|have|also|now|currently|still|actually))* (?:liv(?:e|ing) (?:in|near|at|around|outside|close to)|based|located|born|raised|grew up|come from|from|moved|commute)\b(?!.*\b(?:and|but|so|want|learn|help|like|love)\b)(?: [\p{L}\p{N}]+){1,7}$|^(?:ich (?:wohne|lebe|komme aus)|j ?habite|habite|je (?:vis|viens)|vivo en|soy de)(?: [\p{L}\p{N}]+){1,5}$/u;

/** "I am dyslexic", "I have ADHD": one word or two of how somebody is, after the verb. */
const STATE =
  /^(?:\w+,? )?(?:i (?:am|have(?: got)?|suffer from|live with|was (?:\w+ )?diagnosed with)|ich (?:bin|habe)|je suis|soy|tengo)(?: (?:a|an|the|bit|little|some|mild|mildly|severe|severely|slightly|quite|very|also|partly))*(?: (?!curious|interested|into|keen|good|great|about|fan|happy|glad)[\p{L}\p{N}]+){1,2}$/u;

/** What a sentence tells of whoever writes it; `said`: as patterns read it. */
export function oneselfIn(said: string): Oneself | undefined {
  if (PLACE.test(said)) return 'place';
  return STATE.test(said) ? 'state' : undefined;
}

/** Topics that are about how somebody is: said of oneself they are nobody's business, and never offered. */
const PRIVATE_AREAS: ReadonlySet<string> = new Set(['inclusion', 'wellbeing']);

/** Whether a topic stays out of what is heard in such a sentence. */
export function isLeftAlone(oneself: Oneself | undefined, topic: TopicId): boolean {
  if (oneself === undefined) return false;
  return PRIVATE_AREAS.has(areaOf(topic) ?? '') || (oneself === 'place' && isHobby(topic));
}
