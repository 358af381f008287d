import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Settings } from '#tabs/home/Settings.tsx';
import { answers, pending, problem } from '../answers.ts';
import { aMe } from '../given.ts';
import { onScreen } from '../onScreen.tsx';
import { heading, region, says, sees } from '../reader.ts';

const news = () => page.getByRole('switch', { name: 'News about the programme in my chat' });

test('shows what may reach somebody, who sees what, and in whose time', async () => {
  await onScreen(<Settings me={aMe()} />);
  await sees(heading('Settings'));
  await expect.element(news()).toBeChecked();
  expect(region('Who sees what').getByRole('listitem').length).toBe(5);
  await sees(/^Whoever runs the programme sees by name that you joined.*Never your topics/);
  await sees('Times are shown as on your device, for Europe/Berlin.');
});

test('news that were turned off are shown as off', async () => {
  await onScreen(<Settings me={aMe({ newsMuted: true })} />);
  await expect.element(news()).not.toBeChecked();
});

test('turns the news off with one request', async () => {
  const server = answers({ saveSettings: undefined });
  await onScreen(<Settings me={aMe()} />);
  await news().click();
  await sees('Saved.');
  expect(server.sent('saveSettings').map(({ body }) => body)).toEqual([{ newsMuted: true }]);
});

test('turns at once, before the server has answered', async () => {
  answers({ saveSettings: pending });
  await onScreen(<Settings me={aMe()} />);
  await news().click();
  await expect.element(news()).not.toBeChecked();
});

test('a refusal is said, and the switch turns back', async () => {
  answers({ saveSettings: problem(0) });
  await onScreen(<Settings me={aMe()} />);
  await news().click();
  await says(/We can’t reach Turntable just now/);
  await expect.element(news()).toBeChecked();
});
