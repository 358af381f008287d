import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Conflict } from '#tabs/parts/Conflict.tsx';
import { Card, Page, Points, Trouble } from '#tabs/parts/Page.tsx';
import { SeenBy } from '#tabs/parts/SeenBy.tsx';
import { Sure } from '#tabs/parts/Sure.tsx';
import { Tags } from '#tabs/parts/Tags.tsx';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { alert, button, heading, press, region, says, sees, seesNo } from '../reader.ts';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

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

test('a conflict keeps what was typed and leaves the choice to the writer', async () => {
  const onMine = vi.fn();
  const onTheirs = vi.fn();
  await onScreen(<Conflict onMine={onMine} onTheirs={onTheirs} />);
  await says(/What you typed is still here\./);
  await press('Save mine instead');
  await press('Take the newer one');
  expect([onMine.mock.calls.length, onTheirs.mock.calls.length]).toEqual([1, 1]);
});

test('who can see it stands there in words', async () => {
  await onScreen(<SeenBy who="Only you." />);
  await sees('Only you.');
});

test('a page has a title, what it is about, and the way back', async () => {
  const go = vi.fn();
  await onScreen(
    <Page title="You and Aisha" lead="What you say is yours." back={{ label: 'Back to Home', go }}>
      <Card title="Goals">
        <Points points={['Listen more', 'Talk less']} />
        <Trouble text="" />
      </Card>
    </Page>,
  );
  await sees(heading('You and Aisha'));
  await sees('What you say is yours.');
  expect(region('Goals').getByRole('listitem').length).toBe(2);
  await seesNo(alert());
  await press('Back to Home');
  expect(go).toHaveBeenCalledOnce();
});

test('a page fits a side panel, whatever words it is given', async () => {
  await onScreen(
    <Page
      title={LONG}
      lead="Two people, one conversation."
      back={{ label: 'Back to Home', go: () => undefined }}
    >
      <Card title={LONG}>
        <Points points={[LONG]} />
        <Tags label="Topics" tags={[{ id: 'long', label: LONG }]} onRemove={() => undefined} />
        <Trouble text="That didn’t work" />
      </Card>
    </Page>,
    { widthPx: NARROW_PX },
  );
  await says('That didn’t work');
  expectFits();
});
