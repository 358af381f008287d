import { expect, test, vi } from 'vitest';
import { SearchScreen } from '#tabs/search/SearchScreen.tsx';
import { answers, type SearchView } from '../answers.ts';
import { aSearch } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { heading, press, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';
import { asking, choosing } from './searches.ts';

const go = vi.fn();
const screen = () => <SearchScreen cohort="pilot" go={go} />;
const searches = (...list: SearchView[]) => ({ searches: { searches: list } });
const first = () => heading('Find me a mentor');

waitsAndTriesAgain({ reads: 'searches', part: screen, given: searches(aSearch()), there: first });

test('whoever has nothing to look for here is led home', async () => {
  answers(searches(aSearch({ cohort: 'another' })));
  await onScreen(screen());
  await sees(heading('There is nobody to look for here'));
  await press('Back to Home');
  expect(go.mock.calls).toEqual([[{ at: 'home' }]]);
});

test.each([
  [aSearch(), 'Find me a mentor'],
  [choosing(), 'Whom shall we ask first?'],
  [asking(), 'We asked Diego for you'],
  [aSearch({ state: 'over', why: 'Everybody was asked.' }), 'This search is over'],
  [aSearch({ state: 'impossible', why: 'Nobody fits yet.' }), 'Not possible just now'],
])('the state of the search decides the screen: $state', async (search, title) => {
  answers(searches(search));
  await onScreen(screen());
  await sees(heading(title));
});

test('goes on from looking to choosing to asking with the server', async () => {
  const server = answers({ ...searches(aSearch()), search: choosing(), askInTurn: asking() });
  await onScreen(screen());
  await sees(first());
  server.now(searches(choosing()));
  await press('Show me who fits');
  await sees(heading('Whom shall we ask first?'));
  server.now(searches(asking()));
  await press('Ask Diego first');
  await sees(heading('We asked Diego for you'));
  await seesNo(first());
});

test.each([aSearch(), choosing(), asking()])('fits a side panel: $state', async (search) => {
  const mentors = search.mentors.map((one) => ({ ...one, name: `${one.name} Wolfeschlegelsteinhausen` }));
  answers(searches({ ...search, mentors, cohortName: 'Rechnungsprüfungsausschussvorsitzende' }));
  await onScreen(screen(), { widthPx: NARROW_PX });
  await sees(/^Back to Home$/);
  await expectFits();
});
