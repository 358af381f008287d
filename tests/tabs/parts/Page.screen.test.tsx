import { expect, test, vi } from 'vitest';
import { Card, Page, Points, Trouble } from '#tabs/parts/Page.tsx';
import { Tags } from '#tabs/parts/Tags.tsx';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { alert, heading, press, region, says, sees, seesNo } from '../reader.ts';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

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
  await expect.poll(() => region('Goals').getByRole('listitem').length).toBe(2);
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
  await expectFits();
});
