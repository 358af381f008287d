import type { NoticeView } from '#usecases/notice.ts';
import type { Words } from '#words/words.ts';
import { type Drawn, draw, heading, moment, openTab, plain, press, type Reader } from './parts.ts';

/** How a search goes on after one introduction, or that it is over: the same words whatever the cause. */
export function searchNewsCard(
  view: Extract<NoticeView, { kind: 'searchNews' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const { cohort, past, next, hearBy } = view;
  const values = { cohort: view.cohortName, past, next, when: hearBy ? moment(hearBy, reader) : '' };
  const ended = past ? plain(words('search:news.past', values)) : [];
  const goesOn = next !== '';
  const closing = view.ended ? `search:over.${view.ended}` : 'search:news.over';
  const line = words(goesOn ? 'search:news.next' : closing, values);
  const again = press(words('search:again'), 'search.start', { cohort });
  const stop = press(words('search:stop'), 'search.stop', { cohort });
  return draw(reader, line, {
    body: [
      heading(words('search:title')),
      ...ended,
      ...plain(line),
      ...(goesOn || view.ended ? [] : plain(words('search:news.after', values))),
    ],
    actions: [goesOn ? stop : again, openTab(words('search:open'), reader, `search/${cohort}`)],
  });
}
