import type { Heard } from '#domain/hearing/heard.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';

/**
 * Hears what a message does and which topics it speaks of. `asked`: the list the open question is about. Never rejects
 * for long or strange texts; a reader that fails or is late leaves the message to the names.
 */
export type TopicReader = (text: string, asked: TopicList | undefined) => Promise<Heard>;
