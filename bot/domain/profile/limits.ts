/** What a form may send in one list; that there is room for fewer is said by a sentence. */
export const LIST_SENT_MAX = 60;
/** Topics in one list. */
export const TOPICS_MAX = 12;
export const TOPIC_LABEL_MAX = 80;
/** What is written in one go, for topics to be heard in. */
export const TOPICS_TEXT_MAX = 5000;
/** How well somebody knows a topic: from a little to very well; 0 when they did not say. */
export const STRENGTHS = [1, 2, 3] as const;
export const LANGUAGES_MAX = 8;
export const CAPACITY_MIN = 1;
export const CAPACITY_MAX = 5;
export const EXCLUDES_MAX = 20;
export const MAIL_MAX = 200;
/** Of a directory id. */
export const ID_MAX = 64;
