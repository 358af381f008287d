import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Offers } from '#tabs/profile/Offers.tsx';
import { answers } from '../answers.ts';
import { onScreen } from '../onScreen.tsx';
import { box, press, sees, seesNo } from '../reader.ts';
import { Editing } from './editing.tsx';

const change = vi.fn();
const LABEL = 'What I could help a colleague with';
const howWell = (topic: string) => page.getByRole('group', { name: `${topic}: how well do I know it?` });

test('shows each offer with how well it is known, and changes it', async () => {
  await onScreen(<Editing part={Offers} onChange={change} />);
  await expect
    .element(howWell('Negotiation').getByRole('radio', { name: 'Well', exact: true }))
    .toBeChecked();
  await howWell('Negotiation').getByRole('radio', { name: 'Very well' }).click();
  expect(change.mock.calls).toEqual([
    [{ offers: [{ id: 'negotiation', label: 'Negotiation', strength: 3 }] }],
  ]);
});

test('a new offer says nothing yet of how well', async () => {
  answers({ recogniseTopics: { topics: [{ id: 'film', label: 'Filming', area: 'media' }], offered: [] } });
  await onScreen(<Editing part={Offers} given={{ offers: [] }} onChange={change} />);
  await box(LABEL).fill('filming with a phone');
  await press(`Add: ${LABEL}`);
  await sees(howWell('Filming'));
  expect(howWell('Filming').getByRole('radio', { checked: true }).length).toBe(0);
  expect(change.mock.calls).toEqual([[{ offers: [{ id: 'film', label: 'Filming', strength: 0 }] }]]);
});

test('lets an offer be taken back', async () => {
  await onScreen(<Editing part={Offers} onChange={change} />);
  await press('Remove Negotiation');
  await seesNo(howWell('Negotiation'));
});
