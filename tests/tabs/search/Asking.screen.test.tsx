import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Asking } from '#tabs/search/Asking.tsx';
import { answers, problem } from '../answers.ts';
import { onScreen } from '../onScreen.tsx';
import { button, heading, press, region, says, sees, seesNo } from '../reader.ts';
import { asking, diego } from './searches.ts';

const go = vi.fn();
const turns = () =>
  page
    .getByRole('listitem')
    .elements()
    .map((one) => one.textContent);

test('says who is asked, by when one hears, and whose turn comes after', async () => {
  await onScreen(<Asking search={asking()} go={go} />);
  await sees(heading('We asked Diego for you'));
  await sees(/^You hear by Thursday, November 12 at 9:00/);
  expect(turns()).toEqual([
    expect.stringContaining('It didn’t come about'),
    expect.stringMatching(/Diego.*Asked now/),
    expect.stringMatching(/Meera.*Next, if it doesn’t come about/),
  ]);
  await sees(/^Each has five working days to answer\./);
});

test('says that there is nobody after the last one', async () => {
  await onScreen(<Asking search={asking({ mentors: [{ ...diego, state: 'asked' }] })} go={go} />);
  await sees('If it doesn’t come about, the bot tells you, and you can look again.');
});

test('between two who are asked it promises nothing', async () => {
  await onScreen(<Asking search={asking({ mentors: [diego], pair: null, hearBy: null })} go={go} />);
  await sees(heading('We are asking for you'));
  await sees('You hear as soon as there is news.');
  await seesNo(button('See why Diego'));
});

test('leads to the introduction under way, and home', async () => {
  await onScreen(<Asking search={asking()} go={go} />);
  await press('See why Diego');
  await press('Back to Home');
  expect(go.mock.calls).toEqual([[{ at: 'pair', pair: 'clara-diego' }], [{ at: 'home' }]]);
});

test('asks once more before it stops, and stops once', async () => {
  const server = answers({ stopSearch: asking({ state: 'over' }) });
  await onScreen(<Asking search={asking()} go={go} />);
  await press('Stop looking');
  await expect.element(button('Keep looking')).toHaveFocus();
  await sees(region('Stop looking?').getByText(/^Diego has been asked already\./));
  expect(server.sent('stopSearch')).toEqual([]);
  await press('Stop looking');
  await expect
    .poll(() => server.sent('stopSearch').map(({ params }) => params))
    .toEqual([{ cohort: 'pilot' }]);
});

test('goes on looking when that was not meant', async () => {
  const server = answers({});
  await onScreen(<Asking search={asking()} go={go} />);
  await press('Stop looking');
  await press('Keep looking');
  await seesNo(region('Stop looking?'));
  await sees(button('Stop looking'));
  expect(server.sent('stopSearch')).toEqual([]);
});

test('a refusal is said beside the question', async () => {
  answers({ stopSearch: problem(409, 'Diego has just said yes.') });
  await onScreen(<Asking search={asking()} go={go} />);
  await press('Stop looking');
  await press('Stop looking');
  await says('Diego has just said yes.');
  await sees(button('Keep looking'));
});
