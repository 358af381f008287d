import { expect, test } from 'vitest';
import { ToSearch } from '#tabs/pair/introduction/ToSearch.tsx';
import { answers } from '../../answers.ts';
import { aSearch } from '../../given.ts';
import { onScreen } from '../../onScreen.tsx';
import { button, press, seesNo } from '../../reader.ts';
import { PAIR, search } from '../pairs.tsx';

const toSearch = () => <ToSearch pair={PAIR} onSearch={search} />;
const elsewhere = aSearch({ cohort: 'another', pair: 'clara-diego' });

test('leads to the search this introduction came from', async () => {
  answers({ searches: { searches: [elsewhere, aSearch({ state: 'asking', pair: PAIR })] } });
  await onScreen(toSearch());
  await press('See your search, or stop it');
  expect(search.mock.calls).toEqual([['pilot']]);
});

test('leads nowhere once that search is over', async () => {
  const server = answers({ searches: { searches: [elsewhere] } });
  await onScreen(toSearch());
  await expect.poll(() => server.sent('searches').length).toBeGreaterThan(0);
  await seesNo(button('See your search, or stop it'));
});
