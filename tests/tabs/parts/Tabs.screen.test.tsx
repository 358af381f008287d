import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Tabs, tabId } from '#tabs/parts/Tabs.tsx';
import { onScreen } from '../onScreen.tsx';

const PARTS = [
  { name: 'goals', label: 'Goals' },
  { name: 'meetings', label: 'Meetings' },
  { name: 'kept', label: 'Kept questions' },
] as const;
type Part = (typeof PARTS)[number]['name'];

function Space() {
  const [part, setPart] = useState<Part>('goals');
  return (
    <>
      <Tabs<Part> label="In your space" tabs={PARTS} chosen={part} onChoose={setPart} controls="space" />
      <div id="space" role="tabpanel" aria-labelledby={tabId('space', part)}>
        Here: {part}
      </div>
    </>
  );
}
const tab = (name: string) => page.getByRole('tab', { name });
const chosen = (name: string) => expect.element(tab(name)).toHaveAttribute('aria-selected', 'true');

test('shows what is pressed, under its name', async () => {
  await onScreen(<Space />);
  await tab('Meetings').click();
  await chosen('Meetings');
  await expect.element(page.getByRole('tabpanel', { name: 'Meetings' })).toHaveTextContent('Here: meetings');
});

test('is one stop of the Tab key; arrows, Home and End go along, round the ends', async () => {
  await onScreen(<Space />);
  await chosen('Goals');
  await userEvent.tab();
  await expect.element(tab('Goals')).toHaveFocus();
  for (const [key, name] of [
    ['ArrowLeft', 'Kept questions'],
    ['ArrowRight', 'Goals'],
    ['End', 'Kept questions'],
    ['Home', 'Goals'],
    ['ArrowRight', 'Meetings'],
  ] as const) {
    await userEvent.keyboard(`{${key}}`);
    await chosen(name);
    await expect.element(tab(name)).toHaveFocus();
  }
});
