import type { CohortView } from '#api/contract/cohorts.ts';
import type { RunningRound } from '#api/contract/rounds.ts';
import { useRounds, useRunningRound, useWishes } from '../../api/rounds.ts';
import { Ready } from '../../parts/Ready.tsx';
import { Differ } from './Differ.tsx';
import { Round } from './Round.tsx';
import { RunCard } from './RunCard.tsx';
import { Wishes } from './Wishes.tsx';

/** Matching: run, look at who would meet whom and why, steer, publish. Nobody is told before. */
export function Rounds({ view }: { view: CohortView }) {
  const running = useRunningRound(view.cohort);
  return <Ready query={running}>{(now) => <Inside view={view} now={now} />}</Ready>;
}

const FEWEST_TO_PAIR = 2;

function Inside({ view, now }: { view: CohortView; now: RunningRound }) {
  const rounds = useRounds(view.cohort, now.version);
  const wishes = useWishes(view.cohort).data?.wishes ?? [];
  return (
    <Ready query={rounds}>
      {({ rounds: list }) => {
        const reviewed = list.find(({ state }) => state === 'reviewed');
        return (
          <>
            <RunCard view={view} running={now.running} reviewed={reviewed} />
            {view.counts.joined >= FEWEST_TO_PAIR && <Differ view={view} />}
            {view.counts.joined >= FEWEST_TO_PAIR && (
              <Wishes cohort={view.cohort} wishes={wishes} reviewed={reviewed} />
            )}
            {list.map((round) => (
              <Round
                key={round.round}
                cohort={view.cohort}
                round={round}
                wishes={wishes}
                isRunning={now.running !== null}
              />
            ))}
          </>
        );
      }}
    </Ready>
  );
}
