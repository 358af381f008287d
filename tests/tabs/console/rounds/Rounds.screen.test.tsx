import { expect, test } from 'vitest';
import { Rounds } from '#tabs/console/rounds/Rounds.tsx';
import { answers, type CohortView, pending, problem, type RoundView } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, heading, press, region, says, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { aCohort, aProposal, aRound, aWish, counts } from '../given.ts';

const rounds = (said: Partial<CohortView> = {}) => <Rounds view={aCohort(said)} />;
const given = (...list: RoundView[]) => ({
  runningRound: { running: null, version: '1' },
  rounds: { rounds: list },
  wishes: { wishes: [] },
});
const first = () => region('Round 1');

waitsAndTriesAgain({
  reads: 'runningRound',
  part: () => rounds(),
  given: given(aRound()),
  there: first,
});

test('asks for a moment, and says why, when the rounds themselves cannot be read', async () => {
  const server = answers({ ...given(aRound()), rounds: pending });
  await onScreen(rounds());
  await expect.poll(() => server.sent('rounds').length).toBeGreaterThan(0);
  await sees('One moment…');
  answers({ ...given(aRound()), rounds: problem(500, 'We have trouble just now.') });
  await onScreen(rounds());
  await says('We have trouble just now.');
});

test('before the first round there is one to run', async () => {
  answers(given());
  await onScreen(rounds());
  await sees(button('Run a round'));
  await sees(heading('Your wishes'));
  await seesNo(first());
});

test('there is nothing to wish as long as there are no two to pair', async () => {
  answers(given());
  await onScreen(rounds({ counts: counts({ joined: 1 }) }));
  await sees(button('Run a round'));
  await seesNo(heading('Your wishes'));
});

test('the round under review is what wishes are held against', async () => {
  answers({ ...given(aRound(), aRound({ round: 2, state: 'discarded' })), wishes: { wishes: [aWish()] } });
  await onScreen(rounds());
  await sees(region('Your wishes').getByText('They are together in this round.'));
  await sees(first().getByText('Ready to review'));
  await sees(region('Round 2').getByText('Set aside'));
});

test('wishes that cannot be read hold nothing up', async () => {
  answers({ ...given(aRound()), wishes: problem(500) });
  await onScreen(rounds());
  await sees(first());
});

test('a run on its way is shown, and the round under review waits for it', async () => {
  const running = { phase: 'compare' as const, part: 40, by: 'Noor Prøve', cancelAsked: false };
  answers({ ...given(aRound()), runningRound: { running, version: '1' } });
  await onScreen(rounds());
  await sees('Comparing everybody with everybody…');
  await expect.element(button('Publish this round')).toHaveAttribute('aria-disabled', 'true');
});

test('runs a round with one request, and shows what it found', async () => {
  const server = answers({ ...given(), runRound: aRound() });
  await onScreen(rounds());
  await sees(button('Run a round'));
  server.now(given(aRound()));
  server.now({ runningRound: { running: null, version: '2' } });
  await press('Run a round');
  await sees(first());
  expect(server.sent('runRound').map(({ body }) => body)).toEqual([{ fresh: false }]);
});

test('fits a side panel', async () => {
  const mentor = { person: 'aisha', name: 'Wolfeschlegelsteinhausenbergerdorff' };
  answers({
    ...given(aRound({ proposals: [aProposal({ mentor })] })),
    wishes: { wishes: [aWish({ mentor })] },
  });
  await onScreen(rounds(), { widthPx: NARROW_PX });
  await sees(first());
  await expectFits();
});
