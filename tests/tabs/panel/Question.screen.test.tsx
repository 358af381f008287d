import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ApiProblem } from '#tabs/api/problem.ts';
import { Question } from '#tabs/panel/Question.tsx';
import type { LivePanel } from '#tabs/panel/useLivePanel.ts';
import { aPanel } from '../given.ts';
import { onScreen } from '../onScreen.tsx';
import { button, heading, press, sees, seesNo } from '../reader.ts';

const move = vi.fn<LivePanel['move']>();
const wrapUp = vi.fn();
const kept = vi.fn();
const giveBack = vi.fn();

function question(live: Partial<LivePanel> = {}, hasGiven = false) {
  const known = { view: aPanel(), problem: undefined, isBehind: false, move };
  return (
    <Question
      live={{ ...known, ...live }}
      names="Aisha"
      hasGiven={hasGiven}
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
