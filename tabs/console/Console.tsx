import { useState } from 'react';
import console from '../words/en/console.json';
import { addWords } from '../words.ts';
import { CohortScreen } from './CohortScreen.tsx';
import { Cohorts } from './Cohorts.tsx';

await addWords('console', console);

/** The champion's console: her cohorts, then one of them. */
export default function Console({ canCreate }: { canCreate: boolean }) {
  const [cohort, setCohort] = useState('');
  if (cohort) return <CohortScreen key={cohort} cohort={cohort} onBack={() => setCohort('')} />;
  return <Cohorts canCreate={canCreate} onOpen={setCohort} />;
}
