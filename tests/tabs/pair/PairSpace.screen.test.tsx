import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { PairSpace } from '#tabs/pair/PairSpace.tsx';
import { answers } from '../answers.ts';
import { onScreen } from '../onScreen.tsx';
import { heading, press, sees, seesNo } from '../reader.ts';
import { calendar } from '../teamsJs.ts';
import { aGoal, given, toSign, withSpace } from './pairs.tsx';

const space = (view = withSpace()) => <PairSpace {...given(view)} />;
const tab = (name: string): Locator => page.getByRole('tab', { name, exact: true });
const part = (name: string): Locator => page.getByRole('tabpanel', { name, exact: true });
const parts = { goals: { goals: [aGoal()] }, meetings: { meetings: [] }, kept: { kept: [] } };

/** The space as the server says that there is something new in it. */
function Renewed() {
  const [spaceVersion, setVersion] = useState('s1');
  return (
    <>
      <Button onClick={() => setVersion('s2')}>Something new</Button>
      {space(withSpace({ spaceVersion }))}
    </>
  );
}

test('begins with the goals, and says who sees it', async () => {
  answers(parts);
  await onScreen(space());
  await sees(part('Goals'));
  await sees(heading('Film with a phone'));
  await sees('Only you and Aisha see this.');
});

test.each([
  ['Meetings', 'Our meetings'],
  ['Kept questions', 'Questions for later'],
  ['Ground rules', 'Our ground rules'],
])('%s is a tab away', async (name, title) => {
  answers(parts);
  await onScreen(space());
  await tab(name).click();
  await sees(part(name));
  await sees(heading(title));
  await seesNo(heading('Film with a phone'));
});

test('reads a part only when it is looked at', async () => {
  const server = answers(parts);
  await onScreen(space());
  await sees(heading('Film with a phone'));
  expect([server.sent('meetings').length, server.sent('kept').length]).toEqual([0, 0]);
  await tab('Meetings').click();
  await expect.poll(() => server.sent('meetings').length).toBeGreaterThan(0);
});

test('begins with the agreement while a new version waits for a signature', async () => {
  answers(parts);
  await onScreen(space(toSign({ hasSpace: true, spaceVersion: 's1' })));
  await sees(part('Ground rules'));
  await expect.element(tab('Ground rules')).toHaveAttribute('aria-selected', 'true');
});

test('reads again what is on screen when there is something new', async () => {
  const server = answers(parts);
  await onScreen(<Renewed />);
  await sees(heading('Film with a phone'));
  server.now({ goals: { goals: [aGoal({ text: 'Film with two phones' })] } });
  await press('Something new');
  await sees(heading('Film with two phones'));
});

test('plans a meeting of the two', async () => {
  answers(parts);
  await onScreen(space());
  await press('Find a time to meet');
  await expect
    .poll(() => calendar.composeMeeting.mock.calls)
    .toEqual([
      [
        {
          subject: 'A conversation: Clara and Aisha',
          content: expect.stringMatching(/^An hour for an honest conversation\./),
          attendees: ['aisha@example.com'],
          startTime: expect.any(String),
          endTime: expect.any(String),
        },
      ],
    ]);
});
