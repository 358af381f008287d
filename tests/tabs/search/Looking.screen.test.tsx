import { expect, test, vi } from 'vitest';
import { Looking } from '#tabs/search/Looking.tsx';
import { answers, pending, problem } from '../answers.ts';
import { aSearch } from '../given.ts';
import { onScreen } from '../onScreen.tsx';
import { button, heading, press, region, says, sees, seesNo } from '../reader.ts';
import { choosing } from './searches.ts';

const go = vi.fn();
const over = aSearch({ state: 'over', why: 'Everybody on your list was asked.' });

test('says what a search is before the first one', async () => {
  await onScreen(<Looking search={aSearch()} go={go} />);
  await sees('Choose somebody in Finance pilot who could show you how they see things.');
  await expect.poll(() => region('How it works').getByRole('listitem').length).toBe(4);
  await seesNo(button('Look over my profile'));
  await press('Back to Home');
  expect(go.mock.calls).toEqual([[{ at: 'home' }]]);
});

test('looks once', async () => {
  const server = answers({ search: choosing() });
  await onScreen(<Looking search={aSearch()} go={go} />);
  await press('Show me who fits');
  await expect
    .poll(() => server.sent('search'))
    .toEqual([{ params: { cohort: 'pilot' }, query: {}, etag: '', body: undefined }]);
});

test('says that it may take a moment, and cannot be pressed meanwhile', async () => {
  answers({ search: pending });
  await onScreen(<Looking search={aSearch()} go={go} />);
  await press('Show me who fits');
  await sees(/^Looking through everybody who could be your mentor\./);
  await seesNo(button('Show me who fits'));
});

test('a refusal is said, and one can look again', async () => {
  answers({ search: problem(409, 'You have nobody free to meet yet.') });
  await onScreen(<Looking search={aSearch()} go={go} />);
  await press('Show me who fits');
  await says('You have nobody free to meet yet.');
  await sees(button('Show me who fits'));
});

test('that nobody fits is said with a reason, and the profile comes first', async () => {
  answers({ search: aSearch({ state: 'impossible', why: 'Nobody knows about short videos yet.' }) });
  await onScreen(<Looking search={aSearch()} go={go} />);
  await press('Show me who fits');
  await sees(heading('Not possible just now'));
  await sees('Nobody knows about short videos yet.');
  await sees(button('Look again'));
  await press('Look over my profile');
  expect(go.mock.calls).toEqual([[{ at: 'profile' }]]);
});

test('a search that is over says how it ended, and begins anew when asked to', async () => {
  const server = answers({ search: choosing() });
  await onScreen(<Looking search={over} go={go} />);
  await sees('Everybody on your list was asked.');
  await sees(button('Look over my profile'));
  await press('Look again');
  await expect.poll(() => server.sent('search').length).toBe(1);
});
