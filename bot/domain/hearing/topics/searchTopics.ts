import MiniSearch from 'minisearch';
import type { TopicId } from '#domain/basics/ids.ts';
import { phrasesOf, TOPICS } from '#domain/hearing/topics/topics.ts';

function indexOfNames() {
  const index = new MiniSearch<{ id: string; names: string }>({
    fields: ['names'],
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 5 ? 0.2 : false), combineWith: 'AND' },
  });
  index.addAll(TOPICS.map((topic) => ({ id: topic.id, names: phrasesOf(topic).join(' ') })));
  return index;
}

/** Made when it is first asked: a server starts without it. */
let byName: ReturnType<typeof indexOfNames> | undefined;

/** Topics for a picker: whatever starts with, or nearly is, what was typed. Best first. */
export function searchTopics(query: string, limit = 8): TopicId[] {
  byName ??= indexOfNames();
  return byName
    .search(query.slice(0, 80))
    .slice(0, limit)
    .map((hit) => hit.id as TopicId);
}
