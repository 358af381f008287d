import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Settings } from '#tabs/home/Settings.tsx';
import { answers, pending, problem } from '../answers.ts';
import { aMe } from '../given.ts';
import { onScreen } from '../onScreen.tsx';
import { heading, press, region, says, sees } from '../reader.ts';

const go = vi.fn();
const news = () => page.getByRole('switch', { name: 'News about the programme in my chat' });

test('shows what may reach somebody, who sees what, and in whose time', async () => {
  await onScreen(<Settings me={aMe()} go={go} />);
  await sees(heading('Settings'));
  await expect.element(news()).toBeChecked();
  await expect.poll(() => region('Who sees what').getByRole('listitem').length).toBe(4);
  await sees(/^Whoever runs the programme sees by name that you joined.*Never your topics/);
  await sees('Times are shown as on your device, for Europe/Berlin.');
});

test('leads to the accessibility statement, beside the tab', async () => {
  await onScreen(<Settings me={aMe()} go={go} />);
  const link = page.getByRole('link', { name: 'Accessibility statement' });
  await expect.element(link).toHaveAttribute('href', '/tabs/accessibility.html');
  await expect.element(link).toHaveAttribute('target', '_blank');
});

test('leads to everything that is held', async () => {
  await onScreen(<Settings me={aMe()} go={go} />);
  await press('My data: see it, take it, erase it');
  expect(go).toHaveBeenCalledWith({ at: 'privacy' });
});

test('news that were turned off are shown as off', async () => {
  await onScreen(<Settings me={aMe({ newsMuted: true })} go={go} />);
  await expect.element(news()).not.toBeChecked();
});

test('turns the news off with one request', async () => {
  const server = answers({ saveSettings: undefined });
  await onScreen(<Settings me={aMe()} go={go} />);
  await news().click();
  await sees('Saved.');
  expect(server.sent('saveSettings').map(({ body }) => body)).toEqual([{ newsMuted: true }]);
});

test('turns at once, before the server has answered', async () => {
  answers({ saveSettings: pending });
  await onScreen(<Settings me={aMe()} go={go} />);
  await news().click();
  await expect.element(news()).not.toBeChecked();
});

test('a refusal is said, and the switch turns back', async () => {
  answers({ saveSettings: problem(0) });
  await onScreen(<Settings me={aMe()} go={go} />);
  await news().click();
  await says(/We can’t reach Turntable just now/);
  await expect.element(news()).toBeChecked();
});

test('turns kind reminders off, and moves the hours, each with one request', async () => {
  const server = answers({ saveSettings: undefined });
  await onScreen(<Settings me={aMe()} go={go} />);
  await page.getByRole('switch', { name: 'Kind reminders about your pair' }).click();
  await page.getByRole('combobox', { name: 'From' }).selectOptions('10:00 AM');
  await sees('Saved.');
  expect(server.sent('saveSettings').map(({ body }) => body)).toEqual([
    { nudgesMuted: true },
    { hours: { from: 10, to: 18 } },
  ]);
});

test('hours that would leave too little of the day cannot be chosen', async () => {
  await onScreen(<Settings me={aMe({ hours: { from: 9, to: 12 } })} go={go} />);
  await sees(page.getByRole('combobox', { name: 'From' }));
  const choices = (name: string) =>
    [...page.getByRole('combobox', { name }).element().querySelectorAll('option')].map((one) => one.value);
  expect(choices('From').at(-1)).toBe('10');
  expect(choices('Until')[0]).toBe('11');
});

test('leads to whom somebody can turn to', async () => {
  await onScreen(<Settings me={aMe()} go={go} />);
  await press('Raise a concern');
  expect(go).toHaveBeenLastCalledWith({ at: 'concern' });
});

test('being named is off, and says what it does before it is switched on, with one request', async () => {
  const server = answers({ saveSettings: undefined });
  await onScreen(<Settings me={aMe()} go={go} />);
  const named = page.getByRole('switch', { name: 'I may be named' });
  await expect.element(named).not.toBeChecked();
  await sees(/^Colleagues who are invited to the same programme may read that you take part\./);
  await named.click();
  await sees('Saved.');
  expect(server.sent('saveSettings').map(({ body }) => body)).toEqual([{ named: true }]);
});

test('whoever is named sees that, and a refusal turns the switch back', async () => {
  answers({ saveSettings: problem(0) });
  await onScreen(<Settings me={aMe({ named: true })} go={go} />);
  const named = page.getByRole('switch', { name: 'I may be named' });
  await expect.element(named).toBeChecked();
  await named.click();
  await says(/We can’t reach Turntable just now/);
  await expect.element(named).toBeChecked();
});
