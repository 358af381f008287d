import { expect, test } from 'vitest';
import { Confidence } from '#tabs/pair/goals/Confidence.tsx';
import { onScreen } from '../../onScreen.tsx';
import { sees } from '../../reader.ts';

const filled = () =>
  [...document.querySelectorAll('[aria-hidden="true"]')].map(
    (dot) => getComputedStyle(dot).backgroundColor !== 'rgba(0, 0, 0, 0)',
  );

test('is said in words, with as many full dots', async () => {
  await onScreen(<Confidence value={2} label="Confidence 2 of 5" />);
  await sees('Confidence 2 of 5');
  expect(filled()).toEqual([true, true, false, false, false]);
});
