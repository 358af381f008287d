import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Waiting } from '#tabs/parts/Notice.tsx';
import { Page } from '#tabs/parts/Page.tsx';
import { onScreen } from '../onScreen.tsx';
import { button, heading, press } from '../reader.ts';

function List({ onOpen }: { onOpen(name: string): void }) {
  return (
    <Page title="All">
      {['One', 'Two'].map((name) => (
        <button key={name} type="button" aria-label={`Open: ${name}`} onClick={() => onOpen(name)}>
          Open
        </button>
      ))}
    </Page>
  );
}

function Places() {
  const [name, setName] = useState('');
  const [isRead, setIsRead] = useState(false);
  const open = (next: string) => {
    setName(next);
    setTimeout(() => setIsRead(true), 50);
  };
  if (!name) return <List onOpen={open} />;
  if (!isRead) return <Waiting />;
  return (
    <Page title={name} back={{ label: 'Back', go: () => setName('') }}>
      <p>Here.</p>
    </Page>
  );
}

test('focus goes to the heading of what was opened, once it is read, and back to what opened it', async () => {
  await onScreen(<Places />);
  await press('Open: Two');
  await expect.element(heading('Two')).toHaveFocus();
  await expect.poll(() => document.title).toBe('Two – Turntable');
  await press('Back');
  await expect.element(button('Open: Two')).toHaveFocus();
  await expect.poll(() => document.title).toBe('All – Turntable');
});

function Card() {
  const [isChanging, setIsChanging] = useState(false);
  return (
    <section>
      <h2>Goal</h2>
      {isChanging ? (
        <form>
          <button type="button" onClick={() => setIsChanging(false)}>
            Cancel
          </button>
        </form>
      ) : (
        <button type="button" onClick={() => setIsChanging(true)}>
          Change
        </button>
      )}
    </section>
  );
}

test('Change leads into the form, Cancel back to Change', async () => {
  await onScreen(<Card />);
  await press('Change');
  await expect.element(heading('Goal')).toHaveFocus();
  await press('Cancel');
  await expect.element(button('Change')).toHaveFocus();
});

test('nobody’s focus is taken', async () => {
  await onScreen(
    <>
      <input aria-label="Words" />
      <Card />
    </>,
  );
  const words = page.getByRole('textbox', { name: 'Words' });
  await words.click();
  await userEvent.keyboard('still here');
  await expect.element(words).toHaveFocus();
});
