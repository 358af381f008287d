import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Topic, TopicField } from '#tabs/profile/TopicField.tsx';
import { answers, pending, problem } from '../answers.ts';
import { onScreen } from '../onScreen.tsx';
import { box, button, press, says, sees, seesNo } from '../reader.ts';

const LABEL = 'What I like talking about';

function Talking({ known = [] }: { known?: Topic[] }) {
  const [topics, setTopics] = useState(known);
  return (
    <TopicField label={LABEL} hint="Write it as you would say it." topics={topics} onChange={setTopics} />
  );
}
const add = () => press(`Add: ${LABEL}`);
const views = (labels: string[]) =>
  labels.map((label) => ({ id: label.toLowerCase(), label, area: 'leisure' }));
const heard = (...labels: string[]) => ({ topics: views(labels), offered: [] as ReturnType<typeof views> });
const tags = () => page.getByRole('list', { name: LABEL }).getByRole('listitem');

test('makes topics of what somebody writes, and asks for them once', async () => {
  const server = answers({ recogniseTopics: heard('Cycling', 'Jazz') });
  await onScreen(<Talking />);
  await seesNo(page.getByRole('list', { name: LABEL }));
  await box(LABEL).fill('cycling, and old jazz records');
  await add();
  await sees('Cycling');
  expect(tags().length).toBe(2);
  await expect.element(box(LABEL)).toHaveValue('');
  expect(server.sent('recogniseTopics').map(({ body }) => body)).toEqual([
    { text: 'cycling, and old jazz records' },
  ]);
});

test('does the same by Enter, and holds no topic twice', async () => {
  answers({ recogniseTopics: heard('Jazz') });
  await onScreen(<Talking known={[{ id: 'jazz', label: 'Jazz' }]} />);
  await box(LABEL).fill('jazz');
  await userEvent.keyboard('{Enter}');
  await expect.element(box(LABEL)).toHaveValue('');
  expect(tags().length).toBe(1);
});

test('asks nobody when nothing is written', async () => {
  const server = answers({});
  await onScreen(<Talking />);
  await box(LABEL).fill('   ');
  await add();
  expect(server.sent('recogniseTopics')).toEqual([]);
});

test('asks for a moment while it listens', async () => {
  answers({ recogniseTopics: pending });
  await onScreen(<Talking />);
  await box(LABEL).fill('jazz');
  await add();
  await expect.element(button(`One moment…: ${LABEL}`)).toHaveAttribute('aria-disabled', 'true');
});

test('says that it heard no topic, and keeps the words', async () => {
  answers({ recogniseTopics: heard() });
  await onScreen(<Talking />);
  await box(LABEL).fill('hmm');
  await add();
  await says('We found no topic in that. Try a word or two.');
  await expect.element(box(LABEL)).toHaveValue('hmm');
});

test('asks whether something was meant, and takes only what is pressed', async () => {
  answers({ recogniseTopics: { ...heard(), offered: views(['Jazz', 'Dancing']) } });
  await onScreen(<Talking />);
  await box(LABEL).fill('smoky clubs at night');
  await add();
  await sees('Did you mean one of these? If not, try other words.');
  expect(tags().length).toBe(0);
  await expect.element(box(LABEL)).toHaveValue('smoky clubs at night');
  await press('Add Jazz');
  expect(tags().length).toBe(1);
  await expect.element(box(LABEL)).toHaveValue('');
  await seesNo(button('Add Jazz'));
  await box(LABEL).fill('d');
  await seesNo(button('Add Dancing'));
});

test('says why it cannot listen, and keeps the words', async () => {
  answers({ recogniseTopics: problem(0) });
  await onScreen(<Talking />);
  await box(LABEL).fill('jazz');
  await add();
  await says(/We can’t reach Turntable just now/);
  await expect.element(box(LABEL)).toHaveValue('jazz');
});

test('says how many topics there is room for, and drops none of those written', async () => {
  answers({ recogniseTopics: heard('Jazz', 'Cycling') });
  const known = Array.from({ length: 11 }, (_, n) => ({ id: `${n}`, label: `Topic ${n}` }));
  await onScreen(<Talking known={known} />);
  await box(LABEL).fill('jazz and cycling');
  await add();
  await says(
    'There is room for 12 topics here, and with these it would be 13. Take some away, or name fewer.',
  );
  expect(tags().length).toBe(11);
  await expect.element(box(LABEL)).toHaveValue('jazz and cycling');
  await press('Remove Topic 3');
  await add();
  await expect.poll(() => tags().length).toBe(12);
  await expect.element(box(LABEL)).toHaveValue('');
});
