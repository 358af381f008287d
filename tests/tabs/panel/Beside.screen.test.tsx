import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import Beside from '#tabs/panel/Beside.tsx';
import { answers } from '../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { aMeeting } from '../pair/pairs.tsx';
import { box, button, heading, press, says, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';

const beside = () => <Beside pair="clara-aisha" partners={['Aisha']} onGiveBack={vi.fn()} />;
const NOTHING = { mine: null, seq: 0, others: [] };
const given = { kept: { kept: [] }, meetings: { meetings: [] }, curiosity: NOTHING };
const toggle = (name: string) => page.getByRole('button', { name, exact: true });
const line = () => box('I wonder…');

waitsAndTriesAgain({
  reads: 'curiosity',
  part: beside,
  given,
  there: () => heading('What are you curious about?'),
});

test('is for oneself until its writer chooses otherwise, and says who sees it', async () => {
  const server = answers({ ...given, saveCuriosity: { ...NOTHING, mine: null } });
  await onScreen(beside());
  await expect.element(toggle('Only me')).toHaveAttribute('aria-pressed', 'true');
  await sees('Only you see this.');
  await expect.element(button('Keep it')).toHaveAttribute('aria-disabled', 'true');
  await line().fill('What do you skip?');
  await press('Keep it');
  await expect
    .poll(() => server.sent('saveCuriosity'))
    .toEqual([
      {
        params: { pair: 'clara-aisha' },
        ...{ body: { text: 'What do you skip?', shared: false }, etag: '"0"', query: {} },
      },
    ]);
});

test('is shared by a press, waits for the meeting, and can be worded anew or taken away', async () => {
  const mine = { text: 'What do you skip?', shared: true };
  const server = answers({ ...given, saveCuriosity: { mine, seq: 1, others: [] } });
  await onScreen(beside());
  await line().fill('What do you skip?');
  await press('Aisha and me');
  await sees('Only you and Aisha see this.');
  await press('Keep it');
  await sees('Kept. It waits for you in the meeting.');
  await line().fill('');
  server.now({ saveCuriosity: { mine: null, seq: 0, others: [] } });
  await press('Keep it');
  await seesNo('Kept. It waits for you in the meeting.');
  expect(server.sent('saveCuriosity').map(({ body, etag }) => [body, etag])).toEqual([
    [mine, '"0"'],
    [{ text: '', shared: true }, '"1"'],
  ]);
});

test.each(['default', 'dark', 'contrast'])(
  'shows in 280 px, %s, what the other wonders and when they meet',
  async (theme) => {
    const next = aMeeting({ state: 'planned', startedAt: '2026-12-08T09:00:00.000Z' });
    answers({
      ...given,
      meetings: { meetings: [next, aMeeting()] },
      kept: { kept: [{ prompt: 'p', text: 'What would you undo?' }] },
      curiosity: {
        mine: null,
        seq: 0,
        others: [{ firstName: 'Aisha', text: 'What did you stop doing last year?' }],
      },
    });
    const client = { theme, locale: 'en', place: '', meetingId: '', chatId: '', inSidePanel: false };
    await onScreen(beside(), { widthPx: NARROW_PX, client: client as never });
    await sees('Aisha wonders');
    await sees('What did you stop doing last year?');
    await sees(/Tuesday/);
    await sees('What would you undo?');
    await expectFits();
  },
);

test('a refusal stands below, and what was typed stays', async () => {
  const { problem } = await import('../answers.ts');
  answers({ ...given, saveCuriosity: problem(503) });
  await onScreen(beside());
  await line().fill('What do you skip?');
  await press('Keep it');
  await says('That can’t be done just now.');
  await expect.element(line()).toHaveValue('What do you skip?');
});
