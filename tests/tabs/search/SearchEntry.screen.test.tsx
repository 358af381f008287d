import { expect, test, vi } from 'vitest';
import { SearchEntry } from '#tabs/search/SearchEntry.tsx';
import { aSearch } from '../given.ts';
import { onScreen } from '../onScreen.tsx';
import { press, region, sees } from '../reader.ts';
import { asking, choosing } from './searches.ts';

const go = vi.fn();

test.each([
  [aSearch(), 'Choose a mentor yourself', 'Find me a mentor'],
  [choosing(), 'Whom shall we ask first?', 'See who they are'],
  [asking(), 'We asked Diego for you', 'See how it stands'],
  [
    aSearch({ state: 'over', why: 'Everybody was asked.' }),
    'Look for a mentor again?',
    'See what you can do',
  ],
  [aSearch({ state: 'impossible', why: 'Nobody fits yet.' }), 'Not possible just now', 'See what you can do'],
])('says how the search stands and leads there: $state', async (search, title, name) => {
  await onScreen(<SearchEntry search={search} go={go} />);
  await sees(region(title).getByText('Finance pilot'));
  if (search.why) await sees(search.why);
  await press(name);
  expect(go.mock.calls).toEqual([[{ at: 'search', cohort: 'pilot' }]]);
});
