/** The three lists of topics in a profile: what somebody would love to understand, can help with, likes outside work. */
export const TOPIC_LISTS = ['wants', 'offers', 'interests'] as const;
export type TopicList = (typeof TOPIC_LISTS)[number];
