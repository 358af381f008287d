import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { useWishes } from '#tabs/api/rounds.ts';
import { Proposals } from '#tabs/console/rounds/Proposals.tsx';
import { answers, pending, problem, type RoundView, type WishView } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, heading, press, says, sees, seesNo } from '../../reader.ts';
import { aProposal, aRound, aWish, DIEGO } from '../given.ts';

/** As Rounds does it: the wishes are those of the server. */
function Reviewed({ round }: { round: RoundView }) {
  const wishes = useWishes('pilot');
  return <Proposals cohort="pilot" round={round} wishes={wishes.data?.wishes ?? []} />;
}
const proposals = (said: Partial<RoundView> = {}) => <Reviewed round={aRound(said)} />;
const given = (...wishes: WishView[]) => ({ wishes: { wishes } });
const TWO = 'Aisha Specimen and Clara Exampleton';
const item = () => page.getByRole('list', { name: 'Who would meet whom' }).getByRole('listitem').first();

test('says who would mentor whom, how well it fits, and why', async () => {
  answers(given());
  await onScreen(proposals({ proposals: [aProposal({ isNew: true })] }));
  await sees(heading('Aisha Specimen would mentor Clara Exampleton'));
  await sees('Strong fit');
  await sees('New');
  await sees('Aisha knows short videos very well.');
});

test('of thousands it shows so many at a time, and finds any by name', async () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) =>
      aProposal({ executive: { person: `e${from + n}`, name: `Executive ${from + n}` } }),
    );
  const server = answers({
    ...given(),
    proposals: ({ query: { find, from = '0' } }) =>
      find
        ? { proposals: many(2_000, 2_001), found: 1 }
        : { proposals: many(Number(from), Number(from) + 50), found: 2_500, more: Number(from) + 50 },
  });
  const counts = { proposals: 2_500, leftOut: 0, people: 5_000 };
  await onScreen(proposals({ proposals: many(0, 50), counts }), { widthPx: NARROW_PX });
  await sees('50 of 2500');
  await expectFits();
  expect(server.sent('proposals')).toEqual([]);
  await press('Show 50 more');
  await sees('100 of 2500');
  await sees(heading('Aisha Specimen would mentor Executive 99'));
  await page.getByRole('searchbox').fill('executive 2000');
  await sees('1 found.');
  await sees(heading('Aisha Specimen would mentor Executive 2000'));
  await seesNo(heading('Aisha Specimen would mentor Executive 99'));
});

test('says who was introduced, and for whom there was no room any more', async () => {
  answers(given());
  const list = [
    aProposal({ state: 'introduced' }),
    aProposal({ state: 'noRoom', mentor: { person: 'm', name: 'Meera Namoona' } }),
  ];
  await onScreen(proposals({ state: 'published', proposals: list }));
  await sees(heading('Aisha Specimen was introduced to Clara Exampleton'));
  await sees('No room any more');
});

test.each([
  ['Keep these two', 'pin', 'You keep these two'],
  ['Not these two', 'ban', 'You ruled this out'],
] as const)('%s is wished once, and shows', async (name, wish, said) => {
  const server = answers({ ...given(), wish: aWish({ wish }) });
  await onScreen(proposals());
  await press(`${name}: ${TWO}`);
  await sees(item().getByText(said));
  expect(server.sent('wish')).toEqual([
    { params: { cohort: 'pilot', executive: 'clara', mentor: 'aisha' }, query: {}, etag: '', body: { wish } },
  ]);
});

test('a wish is taken back over the version that was read', async () => {
  const server = answers({ ...given(aWish()), takeBackWish: undefined });
  await onScreen(proposals());
  await press(`Take back: ${TWO}`);
  await sees(button(`Keep these two: ${TWO}`));
  expect(server.sent('takeBackWish').map(({ etag }) => etag)).toEqual(['"w1"']);
});

test('a wish that another champion changed is said, and read again', async () => {
  const server = answers({
    ...given(aWish()),
    takeBackWish: problem(412, 'This wish was changed meanwhile.'),
  });
  await onScreen(proposals());
  await sees(item().getByText('You keep these two'));
  server.now(given(aWish({ wish: 'ban', etag: 'w2' })));
  await press(`Take back: ${TWO}`);
  await says('This wish was changed meanwhile.');
  await sees(item().getByText('You ruled this out'));
});

test('a refusal is said at the two it is about', async () => {
  answers({ ...given(), wish: problem(409, 'Aisha has no room for another.') });
  await onScreen(proposals());
  await press(`Keep these two: ${TWO}`);
  await sees(item().getByText('Aisha has no room for another.'));
});

test('while one wish is on its way there is no other of these two', async () => {
  const server = answers({ ...given(), wish: pending });
  await onScreen(proposals());
  await press(`Keep these two: ${TWO}`);
  await button(`Not these two: ${TWO}`).click({ force: true });
  expect(server.sent('wish').length).toBe(1);
});

test('there is nothing to wish in a round that is over', async () => {
  answers(given(aWish()));
  await onScreen(proposals({ state: 'discarded' }));
  await sees(heading('Aisha Specimen would mentor Clara Exampleton'));
  await seesNo(page.getByRole('button'));
});

const circle = (said: Partial<RoundView['proposals'][number]> = {}) =>
  aProposal({
    fit: 'good',
    beside: [
      { ...DIEGO, fit: 'thin', reasons: ['Both like to walk.'], state: 'proposed', isNew: true },
      { person: 'lwazi', name: 'Lwazi Isampula', fit: 'good', reasons: [], state: 'proposed', isNew: false },
    ],
    ...said,
  });

test('a circle names everybody, how well it fits, and each mentor with what can be asked for them', async () => {
  const server = answers({ ...given(), wish: aWish() });
  await onScreen(proposals({ areCircles: true, proposals: [circle()] }), { widthPx: NARROW_PX });
  await sees(
    heading('Aisha Specimen, Diego Muestra, and Lwazi Isampula would mentor Clara Exampleton together'),
  );
  const mentors = page.getByRole('list', { name: 'Mentors in the circle of Clara Exampleton' });
  await expect.poll(() => mentors.getByRole('button', { name: /^Keep these two/ }).elements().length).toBe(3);
  await expect.element(mentors.getByText('Thin fit')).toBeVisible();
  await expect.element(mentors.getByText('Both like to walk.')).toBeVisible();
  await expectFits();
  await press('Keep these two: Diego Muestra and Clara Exampleton');
  await expect
    .poll(() => server.sent('wish')[0])
    .toMatchObject({ params: { executive: 'clara', mentor: 'diego' }, body: { wish: 'pin' } });
});

test('a project team is called one', async () => {
  answers(given());
  await onScreen(proposals({ areCircles: true, areTeams: true, proposals: [circle()] }));
  await expect
    .element(page.getByRole('list', { name: 'Mentors in the project team of Clara Exampleton' }))
    .toBeVisible();
});

test('a circle that was introduced names those who are in it', async () => {
  answers(given());
  const state = 'introduced' as const;
  const beside = [
    { ...DIEGO, fit: 'thin' as const, reasons: [], state: 'noRoom' as const, isNew: false },
    { person: 'lwazi', name: 'Lwazi Isampula', fit: 'good' as const, reasons: [], state, isNew: false },
  ];
  const published = { state: 'published' as const, areCircles: true };
  await onScreen(proposals({ ...published, proposals: [circle({ state, beside })] }));
  await sees(heading('Aisha Specimen and Lwazi Isampula were introduced to Clara Exampleton'));
  await sees('No room any more');
  await seesNo(button('Keep these two: Aisha Specimen and Clara Exampleton'));
});
