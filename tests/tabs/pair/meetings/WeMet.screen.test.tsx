import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { WeMet } from '#tabs/pair/meetings/WeMet.tsx';
import { answers } from '../../answers.ts';
import { aFace } from '../../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { heading, press, sees } from '../../reader.ts';
import { given, withSpace } from '../pairs.tsx';

const done = vi.fn();
const weMet = () => <WeMet {...given(withSpace())} onDone={done} />;

test('a meeting is noted in three taps: how, when, and a face', async () => {
  const server = answers({ tellMeeting: { occurrence: 'met-1' }, giveFeedback: aFace(4) });
  await onScreen(weMet(), { widthPx: NARROW_PX });
  await page.getByRole('radio', { name: 'Coffee' }).click();
  await page.getByRole('radio', { name: 'Yesterday' }).click();
  await page.getByRole('radio', { name: 'Yes', exact: true }).click();
  await sees(heading('Thank you, Clara'));
  await expectFits();
  const [told] = server.sent('tellMeeting').map(({ body }) => body);
  expect(told?.way).toBe('coffee');
  expect(Date.now() - Date.parse(`${told?.day}T12:00:00Z`)).toBeGreaterThan(0);
  expect(server.sent('giveFeedback').map(({ params, body }) => [params.occurrence, body])).toEqual([
    ['met-1', { worthTheHour: 4 }],
  ]);
});

test('takes focus to its heading, and is left without a word', async () => {
  answers({});
  await onScreen(weMet());
  await expect.element(heading('You and Aisha met')).toHaveFocus();
  await press('Close');
  expect(done).toHaveBeenCalledOnce();
});
