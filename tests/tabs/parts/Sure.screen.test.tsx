import { expect, test, vi } from 'vitest';
import { Sure } from '#tabs/parts/Sure.tsx';
import { onScreen } from '../onScreen.tsx';
import { button, press, region, says, sees } from '../reader.ts';

const sure = {
  title: 'Stop looking?',
  text: 'Nobody else is asked then.',
  yes: 'Stop looking',
  no: 'Keep looking',
};

test('what cannot be taken back is asked once more, with the harmless answer in focus', async () => {
  const onYes = vi.fn();
  const onNo = vi.fn();
  await onScreen(<Sure {...sure} busy={false} trouble="" onYes={onYes} onNo={onNo} />);
  await sees(region('Stop looking?'));
  await expect.element(button('Keep looking')).toHaveFocus();
  await press('Keep looking');
  await press('Stop looking');
  expect([onNo.mock.calls.length, onYes.mock.calls.length]).toEqual([1, 1]);
});

test('while it is done nothing can be pressed again, and a refusal is said', async () => {
  const onYes = vi.fn();
  await onScreen(
    <Sure {...sure} busy trouble="Please wait a little." onYes={onYes} onNo={() => undefined} />,
  );
  await says('Please wait a little.');
  await expect.element(button('Stop looking')).toHaveAttribute('aria-disabled', 'true');
  await button('Stop looking').click({ force: true });
  expect(onYes).not.toHaveBeenCalled();
});
