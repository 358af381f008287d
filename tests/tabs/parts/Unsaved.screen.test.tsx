import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useLeaving, useUnsaved } from '#tabs/parts/Unsaved.tsx';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { box, button, heading, press, sees, seesNo } from '../reader.ts';

function Form() {
  const [text, setText] = useState('');
  useUnsaved(text !== '');
  return <input aria-label="Words" value={text} onChange={({ target }) => setText(target.value)} />;
}

function Two() {
  const [isElsewhere, setIsElsewhere] = useState(false);
  const leave = useLeaving();
  if (isElsewhere) return <h1>Elsewhere</h1>;
  return (
    <>
      <Form />
      <button type="button" onClick={() => leave(() => setIsElsewhere(true))}>
        Go
      </button>
    </>
  );
}

test('whoever has written nothing just goes', async () => {
  await onScreen(<Two />);
  await press('Go');
  await sees(heading('Elsewhere'));
});

test('whoever leaves with something unsaved is asked, and what was written stays', async () => {
  await onScreen(<Two />, { widthPx: NARROW_PX });
  await box('Words').fill('a good hour');
  await press('Go');
  await sees(heading('Leave without saving?'));
  await expect.element(button('Keep writing')).toHaveFocus();
  await expectFits();
  await press('Keep writing');
  await seesNo(heading('Leave without saving?'));
  await expect.element(box('Words')).toHaveValue('a good hour');
  await press('Go');
  await userEvent.keyboard('{Escape}');
  await expect.element(box('Words')).toHaveValue('a good hour');
  await press('Go');
  await press('Leave without saving');
  await sees(heading('Elsewhere'));
});

test('the window does not close over something unsaved', async () => {
  await onScreen(<Two />);
  const closing = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(closing()).toBe(true);
  await box('Words').fill('a good hour');
  expect(closing()).toBe(false);
  await box('Words').fill('');
  await expect.poll(closing).toBe(true);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});
