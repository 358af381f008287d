import type { CohortView } from '#api/contract/cohorts.ts';
import type { Standing } from '#domain/roster/standing.ts';
import { useFlow } from '../../api/roster.ts';
import { Ready } from '../../parts/Ready.tsx';
import type { Part } from '../whatNext.ts';
import { Alone } from './Alone.tsx';
import { Flow } from './Flow.tsx';

interface OverviewProps {
  view: CohortView;
  onGo(part: Part): void;
  onPeople(standing: Standing): void;
}

/** How far everybody is, and who has nobody yet. */
export function Overview({ view, onGo, onPeople }: OverviewProps) {
  const flow = useFlow(view.cohort);
  return (
    <Ready query={flow}>
      {(seen) => (
        <>
          <Flow view={seen} onPeople={onPeople} onInsights={() => onGo('insights')} />
          <Alone alone={seen.alone} onRound={() => onGo('rounds')} onAll={() => onPeople('joined')} />
        </>
      )}
    </Ready>
  );
}
