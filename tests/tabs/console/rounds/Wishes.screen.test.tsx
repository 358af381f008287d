import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Wishes } from '#tabs/console/rounds/Wishes.tsx';
import { answers, pending, problem, type RoundView, type WishView } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { button, press, region, says, sees, seesNo } from '../../reader.ts';
import { aMember, aRound, aWish, HENRIK, membersOf } from '../given.ts';

const wishes = (list: WishView[], reviewed?: RoundView) => (
  <Wishes cohort="pilot" wishes={list} reviewed={reviewed} />
);
const takeBack = 'Take back: Aisha Specimen and Clara Exampleton';
const later = '2026-11-06T09:00:00.000Z';

test('before the first wish it says what wishes are', async () => {
  await onScreen(wishes([]));
  await sees(/^Keep two people together, or apart\./);
  await seesNo(page.getByRole('listitem'));
});

test.each<[Partial<WishView>, RoundView | undefined, string, string]>([
  [{}, aRound(), 'Keep Aisha Specimen and Clara Exampleton together', 'They are together in this round.'],
  [{}, undefined, 'Keep Aisha Specimen and Clara Exampleton together', 'Counts when you run the round.'],
  [
    { executive: HENRIK },
    aRound(),
    'Keep Aisha Specimen and Henrik Eksempel together',
    'Can’t be kept as people stand now.',
  ],
  [
    { wish: 'ban', executive: HENRIK },
    aRound(),
    'Not Aisha Specimen with Henrik Eksempel',
    'They are apart.',
  ],
  [
    { wish: 'ban', at: later },
    aRound(),
    'Not Aisha Specimen with Clara Exampleton',
    'Counts when you run the round.',
  ],
])('says how a wish stands: %o', async (said, reviewed, wish, standing) => {
  await onScreen(wishes([aWish(said)], reviewed));
  await sees(region('Your wishes').getByText(wish));
  await sees(standing);
});

test('is taken back once, over the version that was read', async () => {
  const server = answers({ takeBackWish: undefined });
  await onScreen(wishes([aWish()]));
  await press(takeBack);
  await expect
    .poll(() => server.sent('takeBackWish'))
    .toEqual([
      {
        params: { cohort: 'pilot', executive: 'clara', mentor: 'aisha' },
        query: {},
        etag: '"w1"',
        body: undefined,
      },
    ]);
});

test('cannot be taken back twice', async () => {
  const server = answers({ takeBackWish: pending });
  await onScreen(wishes([aWish()]));
  await press(takeBack);
  await button(takeBack).click({ force: true });
  expect(server.sent('takeBackWish').length).toBe(1);
});

test('a wish that another champion changed is said', async () => {
  answers({ takeBackWish: problem(412, 'This wish was changed meanwhile.') });
  await onScreen(wishes([aWish()]));
  await press(takeBack);
  await says('This wish was changed meanwhile.');
});

test('two others are kept together in a form that can be left', async () => {
  answers({ members: membersOf(aMember()) });
  await onScreen(wishes([]));
  await press('Keep two others together');
  await sees(page.getByRole('combobox', { name: 'Mentor' }));
  await press('Cancel');
  await sees(button('Keep two others together'));
});
