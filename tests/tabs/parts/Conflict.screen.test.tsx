import { expect, test, vi } from 'vitest';
import { Conflict } from '#tabs/parts/Conflict.tsx';
import { onScreen } from '../onScreen.tsx';
import { press, says } from '../reader.ts';

test('a conflict keeps what was typed and leaves the choice to the writer', async () => {
  const onMine = vi.fn();
  const onTheirs = vi.fn();
  await onScreen(<Conflict onMine={onMine} onTheirs={onTheirs} />);
  await says(/What you typed is still here\./);
  await press('Save mine instead');
  await press('Take the newer one');
  expect([onMine.mock.calls.length, onTheirs.mock.calls.length]).toEqual([1, 1]);
});
