import { expect, test } from 'vitest';
import { Round } from '#tabs/console/rounds/Round.tsx';
import { answers, pending, problem, type RoundView, type WishView } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { alert, button, press, region, says, sees, seesNo } from '../../reader.ts';
import { aRound, aWish, figures } from '../given.ts';

const AFTER = '2026-11-06T09:00:00.000Z';

const round = (said: Partial<RoundView> = {}, wishes: WishView[] = [], isRunning = false) => (
  <Round cohort="pilot" round={aRound(said)} wishes={wishes} isRunning={isRunning} />
);

test('says what it found, whom it covers, and what a champion sees of people', async () => {
  await onScreen(round({ figures: figures({ waiting: 1, waited: 2 }) }));
  await sees(region('Round 1').getByText('Ready to review'));
  await sees(
    '2 introductions. Every executive with room has somebody to meet. 1 person of those left out last time has somebody now.',
  );
  await sees('These pairs suit everybody together best.');
  await sees(/^You see in words how well two people fit and what kind of reasons there are\./);
  await sees(/^Thursday, November 5 at 10:00/);
});

test.each<[Partial<RoundView>, string]>([
  [{ around: { pins: 1, kept: 0, bans: 0 } }, 'These pairs suit everybody best around those you keep.'],
  [{ around: { pins: 0, kept: 0, bans: 1 } }, 'These pairs suit everybody best without those you ruled out.'],
  [{ provenBest: false }, 'Good pairs. Another run may find better ones.'],
  [{ areCircles: true }, 'These circles suit everybody as well as any could, to within 0.1%.'],
  [{ areCircles: true, gap: 0.0042 }, 'Good circles: at least 99.5% of what the best ones could reach.'],
  [
    { areCircles: true, gap: 1 },
    'Good circles. Whether there are better ones could not be found out in time.',
  ],
  [
    { areCircles: true, areTeams: true, gap: 0.0042 },
    'Good project teams: at least 99.5% of what the best ones could reach.',
  ],
])('says how good it is: %o', async (said, sentence) => {
  await onScreen(round(said));
  await sees(sentence);
});

test.each([
  [{ covered: 0, total: 2 }, /No executive has somebody to meet yet\./],
  [{ covered: 1, total: 2 }, /1 of 2 executives has somebody to meet\./],
  [{ covered: 2, total: 3 }, /2 of 3 executives have somebody to meet\./],
  [{ covered: 1, total: 1 }, /The one executive with room has somebody to meet\./],
])('speaks of executives as one does: %o', async (said, sentence) => {
  await onScreen(round({ figures: figures(said) }));
  await sees(sentence);
});

test('says that a fresh look may help whoever is left without a mentor', async () => {
  await onScreen(round({ around: { pins: 0, kept: 1, bans: 0 }, figures: figures({ covered: 1 }) }));
  await sees(/^Pairs that stay may leave somebody else without a mentor\./);
});

test('where nobody can be introduced there is nothing to publish', async () => {
  await onScreen(round({ proposals: [], figures: figures({ covered: 0, total: 0 }) }));
  await sees('No introduction is possible yet.');
  await seesNo(button('Publish this round'));
});

test('is published once, after it was asked once more', async () => {
  const server = answers({ publishRound: undefined });
  await onScreen(round());
  await press('Publish this round');
  await says(/^4 people get an introduction and can say yes or not this time\./);
  await expect.element(button('Yes, introduce them')).toHaveFocus();
  expect(server.sent('publishRound')).toEqual([]);
  await press('Yes, introduce them');
  await expect
    .poll(() => server.sent('publishRound').map(({ params }) => params))
    .toEqual([{ cohort: 'pilot', round: '1' }]);
});

test('cannot be published twice at once', async () => {
  const server = answers({ publishRound: pending });
  await onScreen(round());
  await press('Publish this round');
  await press('Yes, introduce them');
  await button('Yes, introduce them').click({ force: true });
  expect(server.sent('publishRound').length).toBe(1);
});

test('nobody is told when that was not meant', async () => {
  const server = answers({});
  await onScreen(round());
  await press('Publish this round');
  await press('Cancel');
  await seesNo(alert());
  await sees(button('Publish this round'));
  expect(server.sent('publishRound')).toEqual([]);
});

test('a refusal is said beside the question', async () => {
  answers({ publishRound: problem(409, 'Somebody has left meanwhile. Please run it again.') });
  await onScreen(round());
  await press('Publish this round');
  await press('Yes, introduce them');
  await sees('Somebody has left meanwhile. Please run it again.');
  await sees(button('Yes, introduce them'));
});

test('two who were ruled out since keep it from being published', async () => {
  await onScreen(round({}, [aWish({ wish: 'ban', at: AFTER })]));
  await sees('You ruled out two people of this round. Run it again before you publish.');
  await expect.element(button('Publish this round')).toHaveAttribute('aria-disabled', 'true');
});

test('a wish that came after it is told, and holds nothing up', async () => {
  const meera = { person: 'meera', name: 'Meera Namoona' };
  await onScreen(round({}, [aWish({ mentor: meera, at: AFTER })]));
  await sees('Your newest wishes aren’t part of this round. Run it again if they should count.');
  await expect.element(button('Publish this round')).not.toHaveAttribute('aria-disabled', 'true');
});

test('once published it cannot be changed any more', async () => {
  await onScreen(round({ state: 'published' }));
  await sees('Published');
  await seesNo(button('Publish this round'));
  await seesNo(button('Keep these two: Aisha Specimen and Clara Exampleton'));
});
