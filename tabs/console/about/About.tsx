import type { CohortView } from '#api/contract/cohorts.ts';
import { Champions } from './Champions.tsx';
import { CohortCard } from './CohortCard.tsx';
import { Deeds } from './Deeds.tsx';
import { Sponsor } from './Sponsor.tsx';

/** What a cohort is, who runs and who backs it, and what was done in it. */
export function About({ view, onLeft }: { view: CohortView; onLeft(): void }) {
  return (
    <>
      <CohortCard key={view.etag} view={view} />
      <Champions cohort={view.cohort} name={view.name} onLeft={onLeft} />
      <Sponsor cohort={view.cohort} name={view.name} />
      <Deeds cohort={view.cohort} />
    </>
  );
}
