import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Choice, optionsOf } from '#tabs/parts/Choice.tsx';
import { onScreen } from '../onScreen.tsx';

const WAYS = [
  { value: 'walk', label: 'A walk' },
  { value: 'coffee', label: 'Coffee' },
] as const;
type Way = (typeof WAYS)[number]['value'];

function HowToMeet() {
  const [way, setWay] = useState<Way>();
  return <Choice<Way> legend="How shall we meet?" options={WAYS} value={way} onChoose={setWay} />;
}
const question = () => page.getByRole('group', { name: 'How shall we meet?' });
const radio = (name: string) => question().getByRole('radio', { name });

test('is one question, and only one answer of it is chosen', async () => {
  await onScreen(<HowToMeet />);
  await expect.element(radio('A walk')).not.toBeChecked();
  await radio('A walk').click();
  await radio('Coffee').click();
  await expect.element(radio('Coffee')).toBeChecked();
  await expect.element(radio('A walk')).not.toBeChecked();
});

test('can be answered with the keyboard alone', async () => {
  await onScreen(<HowToMeet />);
  await expect.element(radio('A walk')).toBeInTheDocument();
  await userEvent.tab();
  await userEvent.keyboard(' {ArrowRight}');
  await expect.element(radio('Coffee')).toBeChecked();
});

test('lets several be chosen where the answer is a list', async () => {
  const choose = vi.fn();
  await onScreen(<Choice legend="How shall we meet?" options={WAYS} value={['coffee']} onChoose={choose} />);
  const box = (name: string) => question().getByRole('checkbox', { name });
  await expect.element(box('Coffee')).toBeChecked();
  await box('A walk').click();
  expect(choose.mock.calls).toEqual([['walk']]);
});

test('says at the ends of a scale what they mean', async () => {
  await onScreen(
    <Choice
      legend="Was it worth the hour?"
      options={optionsOf([1, 2, 3, 4, 5])}
      value={3}
      onChoose={() => undefined}
      ends={['Not really', 'Very much']}
    />,
  );
  await expect.element(page.getByRole('radio', { name: '3' })).toBeChecked();
  await expect.element(page.getByText('Very much')).toBeVisible();
  await expect.poll(() => page.getByRole('radio').length).toBe(5);
});
