import { expect, test, vi } from 'vitest';
import { WhatNext } from '#tabs/console/WhatNext.tsx';
import type { CohortView } from '../answers.ts';
import { onScreen } from '../onScreen.tsx';
import { heading, press, region, sees, seesNo } from '../reader.ts';
import { aCohort, counts } from './given.ts';

const go = vi.fn();
const nobody = { members: 0, invited: 0, joined: 0 };

test.each<[Partial<CohortView>, string, string, string]>([
  [{ contact: 'missing' }, 'Next: somebody people can turn to', 'People', 'people'],
  [{ contact: 'asked' }, 'Waiting for a contact', 'People', 'people'],
  [{ counts: counts(nobody) }, 'Next: the people', 'People', 'people'],
  [{ counts: counts({ invited: 1, joined: 0 }) }, 'Next: invite 3 people', 'People', 'people'],
  [{ counts: counts({ joined: 1 }) }, 'Now it is their turn', 'People', 'people'],
  [{}, 'Next: find pairs', 'Matching', 'rounds'],
  [{ state: 'matching' }, 'Next: look at the round', 'Matching', 'rounds'],
  [{ counts: counts({ introduced: 1 }) }, 'Now it is their turn', 'Matching', 'rounds'],
  [{ counts: counts({ paired: 1 }) }, '1 pair is under way', 'Announcements', 'announcements'],
])('says what comes next and leads there: %o', async (said, title, name, part) => {
  await onScreen(<WhatNext view={aCohort(said)} part="insights" onGo={go} />);
  await sees(region('What comes next').getByText(title));
  await press(`Go to ${name}`);
  expect(go.mock.calls).toEqual([[part]]);
});

test.each<[Partial<CohortView>, RegExp]>([
  [{}, /^Next: find circles$/],
  [{ counts: counts({ introduced: 1 }) }, /you see here when they are a circle\.$/],
  [{ counts: counts({ introduced: 2 }) }, /you see here when they are circles\.$/],
  [{ counts: counts({ paired: 1 }) }, /^1 circle is under way$/],
  [{ counts: counts({ paired: 3 }) }, /^3 circles are under way$/],
  [{ state: 'closed' }, /Its circles go on in their own year\./],
])('speaks of circles where people meet in circles: %o', async (said, sentence) => {
  const view = aCohort({ ...said, circle: { least: 2, most: 3 } });
  await onScreen(<WhatNext view={view} part="insights" onGo={go} />);
  await sees(sentence);
});

test('leads nobody to where they are', async () => {
  await onScreen(<WhatNext view={aCohort()} part="rounds" onGo={go} />);
  await sees(heading('Next: find pairs'));
  await seesNo(region('What comes next').getByRole('button'));
});

test('thanks whoever ran a cohort that is closed', async () => {
  await onScreen(<WhatNext view={aCohort({ state: 'closed' })} part="people" onGo={go} />);
  await sees(/^Nobody new is invited and no more rounds are run\..*Thank you for running it\.$/);
  await seesNo(region('What comes next').getByRole('button'));
});

test.each([
  [0, /^Nobody has joined yet\./],
  [1, /^1 person has joined\./],
])('counts people as one says it: %i', async (joined, sentence) => {
  await onScreen(<WhatNext view={aCohort({ counts: counts({ joined }) })} part="people" onGo={go} />);
  await sees(sentence);
});
