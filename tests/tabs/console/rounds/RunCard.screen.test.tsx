import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { useRunningRound } from '#tabs/api/rounds.ts';
import { RunCard } from '#tabs/console/rounds/RunCard.tsx';
import { answers, type CohortView, pending, problem, type RoundView } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { button, press, says, sees, seesNo } from '../../reader.ts';
import { aCohort, aRound, counts } from '../given.ts';

const running = { phase: 'choose' as const, part: 60, by: 'Noor Prøve', cancelAsked: false };
const card = (said: Partial<CohortView> = {}, reviewed?: RoundView) => (
  <RunCard view={aCohort(said)} running={null} reviewed={reviewed} />
);
const going = (said: Partial<typeof running> = {}) => (
  <RunCard view={aCohort()} running={{ ...running, ...said }} reviewed={undefined} />
);
/** As Rounds does it: whether a run is on its way is the server's to say. */
function Watched() {
  const now = useRunningRound('pilot');
  return <RunCard view={aCohort()} running={now.data?.running ?? null} reviewed={undefined} />;
}
const fresh = () => page.getByRole('checkbox', { name: 'Look at everybody afresh' });

test.each([
  [0, /^Nobody has joined yet\. A round looks at everybody who has\.$/],
  [1, /^1 person has joined\./],
  [4, /^4 people have joined\./],
])('says who would be looked at: %i', async (joined, sentence) => {
  await onScreen(card({ counts: counts({ joined }) }));
  await sees(sentence);
  await seesNo(fresh());
});

test('speaks of circles where people meet in circles', async () => {
  const circles = aCohort({ circle: { least: 2, most: 3 } });
  await onScreen(<RunCard view={circles} running={running} reviewed={aRound()} />);
  await sees(/^The circles below stay together/);
  await sees('Finding the best circles for all…');
});

test('runs once', async () => {
  const server = answers({ runRound: pending });
  await onScreen(card());
  await press('Run a round');
  await button('Looking for good matches…').click({ force: true });
  expect(server.sent('runRound').map(({ body }) => body)).toEqual([{ fresh: false }]);
});

test('runs again, around the pairs that stay or afresh', async () => {
  const server = answers({ runRound: aRound() });
  await onScreen(card({}, aRound()));
  await sees(/^The pairs below stay together when you run it again/);
  await press('Run it again');
  await expect.poll(() => server.sent('runRound').length).toBe(1);
  await fresh().click();
  await press('Run it again');
  await expect
    .poll(() => server.sent('runRound').map(({ body }) => body))
    .toEqual([{ fresh: false }, { fresh: true }]);
});

test('a refusal is said, and the wish for a fresh look stays', async () => {
  answers({ runRound: problem(409, 'Another run is on its way.') });
  await onScreen(card({}, aRound()));
  await fresh().click();
  await press('Run it again');
  await says('Another run is on its way.');
  await expect.element(fresh()).toBeChecked();
});

test('says how far a run is, and who began it', async () => {
  await onScreen(going());
  await expect
    .element(page.getByRole('progressbar', { name: 'Finding the best pairs for all…' }))
    .toHaveAttribute('aria-valuenow', '60');
  await sees('Noor Prøve started this run.');
  await seesNo(button('Run a round'));
});

test('is stopped once, and says so when it has stopped', async () => {
  const none = { running: null, version: '1' };
  const server = answers({ runningRound: { running, version: '1' }, cancelRound: undefined });
  await onScreen(<Watched />);
  await sees(button('Cancel'));
  server.now({ runningRound: none });
  await press('Cancel');
  await sees('The run was stopped. Nothing has changed.');
  await sees(button('Run a round'));
  expect(server.sent('cancelRound').length).toBe(1);
});

test('while it is being stopped it cannot be stopped again', async () => {
  const server = answers({});
  await onScreen(going({ cancelAsked: true }));
  await sees('Stopping…');
  await button('Cancel').click({ force: true });
  expect(server.sent('cancelRound')).toEqual([]);
});

test('a run that cannot be stopped goes on, and says why', async () => {
  answers({ cancelRound: problem(409, 'It is too late to stop.') });
  await onScreen(going());
  await press('Cancel');
  await says('It is too late to stop.');
  await sees(page.getByRole('progressbar'));
});
