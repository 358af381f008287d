import { expect, test } from 'vitest';
import { Confidence } from '#tabs/pair/goals/Confidence.tsx';
import { onScreen } from '../../onScreen.tsx';

const circles = () =>
  [...document.querySelectorAll('svg[data-now] g circle')].map((one) => one.getAttribute('cx'));

test('is hollow where it began and full where it stands now', async () => {
  await onScreen(<Confidence began={1} now={3} owner="executive" />);
  await expect.poll(circles).toEqual(['14', '66', '66']);
});

test('is one full dot while nothing has changed', async () => {
  await onScreen(<Confidence began={4} now={4} owner="mentor" />);
  await expect.poll(circles).toEqual(['92', '92']);
});
