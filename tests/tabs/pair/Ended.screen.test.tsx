import { expect, test } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { Ended } from '#tabs/pair/Ended.tsx';
import { answers, type PairView, pending, problem, SORRY } from '../answers.ts';
import { onScreen } from '../onScreen.tsx';
import { heading, press, says, sees, seesNo } from '../reader.ts';
import { aPair, back, Following, given, PAIR } from './pairs.tsx';

const ended = (said: Partial<PairView> = {}) => aPair({ state: 'ended', next: 'none', ...said });
const following = () => <Following>{(props) => <Ended {...props} />}</Following>;
const wish = (): Locator => page.getByRole('switch', { name: 'I’d like to meet Aisha again' });

test.each(['none', 'yes', 'meetFirst'] as const)(
  'says the same kind words whoever ended it: %s',
  async (myAnswer) => {
    await onScreen(<Ended {...given(ended({ myAnswer }))} />);
    await sees(heading('This has come to an end'));
    await sees(/^It happens, and it’s nobody’s fault\./);
  },
);

test.each(['notThisTime', 'withdrawn'] as const)(
  'whoever said no reads that it was taken: %s',
  async (myAnswer) => {
    await onScreen(<Ended {...given(ended({ myAnswer }))} />);
    await sees(heading('You said “not this time”.'));
    await seesNo(heading('This has come to an end'));
  },
);

test('leads back home', async () => {
  await onScreen(<Ended {...given(ended())} />);
  await press('Back to Home');
  expect(back).toHaveBeenCalledOnce();
});

test('the wish to meet again says who sees it, and nothing of the other one’s', async () => {
  await onScreen(<Ended {...given(ended())} />);
  await sees('Only you see this. Aisha hears of it only if both of you ask.');
  await expect.element(wish()).not.toBeChecked();
});

test('the wish is sent once and stays', async () => {
  const server = answers({ pair: ended(), meetAgain: undefined });
  await onScreen(following());
  await sees(wish());
  server.now({ pair: ended({ again: true }) });
  const before = server.sent('pair').length;
  await wish().click();
  await expect.poll(() => server.sent('pair').length).toBeGreaterThan(before);
  await expect.element(wish()).toBeChecked();
  expect(server.sent('meetAgain')).toEqual([
    { params: { pair: PAIR }, query: {}, etag: '', body: { again: true } },
  ]);
});

test('the wish shows at once, before it has arrived', async () => {
  answers({ meetAgain: pending });
  await onScreen(<Ended {...given(ended())} />);
  await wish().click();
  await expect.element(wish()).toBeChecked();
});

test('a wish can be taken back', async () => {
  const server = answers({ pair: ended({ again: true }), meetAgain: undefined });
  await onScreen(following());
  await expect.element(wish()).toBeChecked();
  server.now({ pair: ended() });
  await wish().click();
  await expect.element(wish()).not.toBeChecked();
  expect(server.sent('meetAgain').map(({ body }) => body)).toEqual([{ again: false }]);
});

test('a refusal is said, and the switch goes back', async () => {
  answers({ pair: ended(), meetAgain: problem(409) });
  await onScreen(following());
  await wish().click();
  await says(SORRY);
  await expect.element(wish()).not.toBeChecked();
});
