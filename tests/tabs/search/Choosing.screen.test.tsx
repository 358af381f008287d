import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Choosing } from '#tabs/search/Choosing.tsx';
import { answers, pending, problem } from '../answers.ts';
import { onScreen } from '../onScreen.tsx';
import { button, heading, press, says, sees, seesNo } from '../reader.ts';
import { aisha, asking, choosing } from './searches.ts';

const go = vi.fn();
const others = () => page.getByRole('switch', { name: 'If it doesn’t come about, ask the others in turn' });

test('shows who fits and why, and that they don’t know', async () => {
  await onScreen(<Choosing search={choosing()} go={go} />);
  for (const name of ['Aisha', 'Diego', 'Meera']) await sees(heading(name));
  await sees('Diego films with a phone.');
  await sees('They don’t know about this list. Only whoever is asked hears of it.');
  await expect.element(others()).toBeChecked();
});

test('sends once whom to ask first, and that the others follow', async () => {
  const server = answers({ askInTurn: asking() });
  await onScreen(<Choosing search={choosing()} go={go} />);
  await press('Ask Diego first');
  await expect
    .poll(() => server.sent('askInTurn').map(({ body }) => body))
    .toEqual([{ first: 'diego', others: true }]);
});

test('asks nobody else when the others are not wanted', async () => {
  const server = answers({ askInTurn: asking() });
  await onScreen(<Choosing search={choosing()} go={go} />);
  await others().click();
  await press('Ask Aisha first');
  await expect.poll(() => server.sent('askInTurn')[0]?.body).toEqual({ first: 'aisha', others: false });
});

test('where one person fits there are no others to follow', async () => {
  const server = answers({ askInTurn: asking() });
  await onScreen(<Choosing search={choosing({ mentors: [aisha] })} go={go} />);
  await sees(heading('One person fits'));
  await seesNo(others());
  await press('Ask Aisha');
  await expect.poll(() => server.sent('askInTurn')[0]?.body).toEqual({ first: 'aisha', others: false });
});

test('while one is asked nobody else is', async () => {
  const server = answers({ askInTurn: pending });
  await onScreen(<Choosing search={choosing()} go={go} />);
  await press('Ask Diego first');
  await expect.element(button('Ask Aisha first')).toHaveAttribute('aria-disabled', 'true');
  await button('Ask Aisha first').click({ force: true });
  expect(server.sent('askInTurn').length).toBe(1);
});

test('a refusal is said, and the choice stays', async () => {
  answers({ askInTurn: problem(409, 'Diego has somebody by now.') });
  await onScreen(<Choosing search={choosing()} go={go} />);
  await others().click();
  await press('Ask Diego first');
  await says('Diego has somebody by now.');
  await expect.element(others()).not.toBeChecked();
});

test('not now puts the list away and leads home', async () => {
  const server = answers({ stopSearch: choosing({ state: 'over' }) });
  await onScreen(<Choosing search={choosing()} go={go} />);
  await press('Not now');
  await expect.poll(() => go.mock.calls).toEqual([[{ at: 'home' }]]);
  expect(server.sent('stopSearch').length).toBe(1);
});

test('a list that cannot be put away stays', async () => {
  answers({ stopSearch: problem(0) });
  await onScreen(<Choosing search={choosing()} go={go} />);
  await press('Not now');
  await says(/We can’t reach Turntable just now/);
  expect(go).not.toHaveBeenCalled();
});
