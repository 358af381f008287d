import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Differ } from '#tabs/console/rounds/Differ.tsx';
import { answers, problem } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { press, says, sees } from '../../reader.ts';
import { aCohort } from '../given.ts';

const view = aCohort({
  attributes: [{ name: 'Style', why: 'To mix styles' }],
  prefers: [{ name: '', much: 'little' }],
});

test('says in words how much a difference counts, and keeps what is chosen', async () => {
  const server = answers({ prefer: view });
  await onScreen(<Differ view={view} />, { widthPx: NARROW_PX });
  await expect.element(page.getByLabelText('Department')).toHaveDisplayValue('Prefer different, a little');
  await sees('Kept because: To mix styles');
  await page.getByLabelText('Style', { exact: true }).selectOptions('Prefer different, much');
  await expect
    .poll(() => server.sent('prefer')[0]?.body)
    .toEqual({
      prefers: [
        { name: '', much: 'little' },
        { name: 'Style', much: 'much' },
      ],
    });
  expect(server.sent('prefer')[0]?.etag).toBe('"c1"');
  await page.getByLabelText('Department').selectOptions('Makes no difference');
  await expect.poll(() => server.sent('prefer')[1]?.body).toEqual({ prefers: [] });
  await expectFits();
});

test('says when somebody else was faster', async () => {
  answers({ prefer: problem(412, 'Somebody else has changed this meanwhile.') });
  await onScreen(<Differ view={view} />);
  await page.getByLabelText('Style', { exact: true }).selectOptions('Prefer different, somewhat');
  await says('Somebody else has changed this meanwhile.');
});

test('keeps a column no more, once that is said twice', async () => {
  const server = answers({ dropAttribute: undefined });
  await onScreen(<Differ view={view} />, { widthPx: NARROW_PX });
  await press('Stop keeping Style');
  await sees('Stop keeping Style?');
  await expectFits();
  await press('Keep it');
  expect(server.sent('dropAttribute')).toEqual([]);
  await press('Stop keeping Style');
  await press('Yes, stop keeping it');
  await expect.poll(() => server.sent('dropAttribute')[0]?.query).toEqual({ name: 'Style' });
  await sees('Bring different people together');
});
