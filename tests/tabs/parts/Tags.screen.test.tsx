import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Tags } from '#tabs/parts/Tags.tsx';
import { onScreen } from '../onScreen.tsx';
import { press, sees, seesNo } from '../reader.ts';

test('tags take one thing away, by its name', async () => {
  const remove = vi.fn();
  const tags = [
    { id: 'short-video', label: 'Short videos' },
    { id: 'jazz', label: 'Jazz' },
  ];
  await onScreen(<Tags label="Topics" tags={tags} onRemove={remove} />);
  await expect.element(page.getByRole('list', { name: 'Topics' })).toBeVisible();
  await press('Remove Jazz');
  expect(remove.mock.calls).toEqual([['jazz']]);
});

test('no tags, no list', async () => {
  await onScreen(
    <>
      <p>Nothing chosen</p>
      <Tags label="Topics" tags={[]} onRemove={() => undefined} />
    </>,
  );
  await sees('Nothing chosen');
  await seesNo(page.getByRole('list'));
});
