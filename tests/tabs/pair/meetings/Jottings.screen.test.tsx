import { expect, test } from 'vitest';
import { Jottings } from '#tabs/pair/meetings/Jottings.tsx';
import { answers } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { box, button, heading, press, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { given, PAIR, withSpace } from '../pairs.tsx';

const jottings = () => <Jottings {...given(withSpace())} />;
const mine = {
  ...{ jotting: 'j1', etag: '1', occurrence: 'first', isMine: true, firstName: 'Clara', shared: false },
  ...{ text: 'Ask for the draft', at: '2026-11-05T09:30:00.000Z' },
};
const hers = {
  ...mine,
  jotting: 'j2',
  isMine: false,
  firstName: 'Aisha',
  shared: true,
  text: 'Fewer slides',
};

waitsAndTriesAgain({
  reads: 'jottings',
  part: jottings,
  given: { jottings: { jottings: [mine] } },
  there: () => heading('Jotted down'),
});

test('says what will be here while there is nothing', async () => {
  answers({ jottings: { jottings: [] } });
  await onScreen(jottings());
  await sees('Lines you jot down in the panel of a meeting wait here for you.');
});

test('only one’s own can be changed, and the lock says who sees it', async () => {
  answers({ jottings: { jottings: [hers] } });
  await onScreen(jottings());
  await sees('Fewer slides');
  await seesNo(button('Change'));
  answers({ jottings: { jottings: [mine] } });
  await onScreen(jottings());
  await sees('Only you see this.');
});

test('is worded anew and shared by its writer, on what was read', async () => {
  const server = answers({ jottings: { jottings: [mine] }, changeJotting: mine });
  await onScreen(jottings());
  await press('Change');
  await box('What you jotted down').fill('Ask for the draft first');
  await press('Aisha and me');
  await press('Save');
  await expect
    .poll(() => server.sent('changeJotting').map(({ params, body, etag }) => [params, body, etag]))
    .toEqual([[{ pair: PAIR, jotting: 'j1' }, { text: 'Ask for the draft first', shared: true }, '"1"']]);
});

test('is removed after one more question', async () => {
  const server = answers({ jottings: { jottings: [mine] }, removeJotting: undefined });
  await onScreen(jottings());
  await press('Remove');
  await sees(heading('Remove this line?'));
  expect(server.sent('removeJotting')).toEqual([]);
  await press('Remove');
  await expect.poll(() => server.sent('removeJotting').length).toBe(1);
});
