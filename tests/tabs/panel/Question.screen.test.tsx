import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ApiProblem } from '#tabs/api/problem.ts';
import { Question } from '#tabs/panel/Question.tsx';
import type { LivePanel } from '#tabs/panel/useLivePanel.ts';
import type { PanelView } from '../answers.ts';
import { aPanel } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { box, button, heading, press, sees, seesNo } from '../reader.ts';

const move = vi.fn<LivePanel['move']>();
const wrapUp = vi.fn();
const jot = vi.fn();
const kept = vi.fn();
const giveBack = vi.fn();

function question(live: Partial<LivePanel> = {}, hasGiven = false, jottings: PanelView['jottings'] = []) {
  const known = { view: aPanel(), problem: undefined, isBehind: false, move };
  return (
    <Question
      live={{ ...known, ...live }}
      names="Aisha"
      hasGiven={hasGiven}
      jottings={jottings}
      onJot={jot}
      onWrapUp={wrapUp}
      onKept={kept}
      onGiveBack={giveBack}
    />
  );
}
const said = () => page.getByRole('status');

test('is one question, who answers it first, and who sees it', async () => {
  await onScreen(question());
  await sees(heading('What are you proud of this year?'));
  await sees('Aisha answers first');
  await sees('Only you and Aisha see this.');
  await onScreen(question({ view: aPanel({ firstIsMe: true }) }));
  await sees('You answer first');
});

test.each([
  ['Another', 'another'],
  ['Pass', 'pass'],
  ['Keep for later', 'keep'],
] as const)('%s is sent once', async (name, sent) => {
  move.mockReturnValue(new Promise(() => undefined));
  await onScreen(question());
  await press(name);
  await expect.element(button('Pass')).toHaveAttribute('aria-disabled', 'true');
  await button(name).click({ force: true });
  expect(move.mock.calls).toEqual([[{ move: sent }]]);
});

test.each([409, 412])(
  'somebody who was quicker (%i) is told in a sentence, not as a failure',
  async (status) => {
    move.mockRejectedValue(new ApiProblem({ status, detail: 'Precondition failed' }));
    await onScreen(question());
    await press('Another');
    await expect.element(said()).toHaveTextContent('The question had just changed.');
  },
);

test('after a pass, whoever was to answer first still is', async () => {
  await onScreen(question({ view: aPanel({ firstAgain: true }) }));
  await sees('Aisha still answers first');
  await onScreen(question({ view: aPanel({ firstAgain: true, firstIsMe: true }) }));
  await sees('You still answer first');
});

test('says under the two ways on when to take which', async () => {
  await onScreen(question(), { widthPx: NARROW_PX });
  await expect.element(button('Another')).toHaveAccessibleDescription('We’ve talked about this');
  await expect.element(button('Pass')).toHaveAccessibleDescription('Not this one');
  await expect.element(button('Keep for later')).toHaveAccessibleDescription('It stays for now');
  await sees('Not this one');
  await expectFits();
});

test('a line is jotted under the question, for oneself unless it is shared, and then it stands there', async () => {
  jot.mockResolvedValue(undefined);
  await onScreen(question(), { widthPx: NARROW_PX });
  await press('Jot');
  await expect.element(heading('Jot a line')).toHaveFocus();
  await sees('Only you see this.');
  await box('Something you would like to remember').fill('Ask for the draft');
  await expectFits();
  await press('Keep it');
  expect(jot.mock.calls).toEqual([[{ text: 'Ask for the draft', shared: false }]]);
  await expect.element(said()).toHaveTextContent('Kept. You find it again in your space.');
  await seesNo(heading('Jot a line'));
});

test('shows quietly what each is curious about, and what was jotted down', async () => {
  const line = {
    ...{ jotting: 'j1', etag: '1', occurrence: 'first', isMine: true, firstName: 'Clara', shared: false },
    ...{ text: 'Ask for the draft', at: '2026-11-05T09:30:00.000Z' },
  };
  const curiosities = { mine: null, seq: 0, others: [{ firstName: 'Aisha', text: 'What do you skip?' }] };
  await onScreen(question({ view: aPanel({ curiosities }) }, false, [line]), { widthPx: NARROW_PX });
  await sees('Aisha wonders');
  await sees('What do you skip?');
  await sees('You jotted, only for you');
  await expectFits();
});

test('another refusal is told in its own words', async () => {
  move.mockRejectedValue(new ApiProblem({ status: 429, detail: 'One moment, please.' }));
  await onScreen(question());
  await press('Pass');
  await expect.element(said()).toHaveTextContent('One moment, please.');
  await expect.element(button('Pass')).not.toHaveAttribute('aria-disabled', 'true');
});

test('a kept question cannot be kept twice', async () => {
  await onScreen(question({ view: aPanel({ isKept: true }) }));
  await expect.element(button('Kept for later')).toHaveAttribute('aria-disabled', 'true');
});

test('says when it is behind', async () => {
  await onScreen(question({ isBehind: true }));
  await expect.element(said()).toHaveTextContent('Catching up…');
});

test('whoever has said how it was is not asked again', async () => {
  await onScreen(question());
  await press('Wrap up');
  expect(wrapUp).toHaveBeenCalledOnce();
  await onScreen(question({}, true));
  await sees(heading('What are you proud of this year?'));
  await seesNo(button('Wrap up'));
});
