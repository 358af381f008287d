import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';

/** Signed in well, but only later: the server says why. */
const CLOCK = 'urn:turntable:clock';

/** Says what went wrong in one sentence for people: the server's own, or ours when it could not answer. */
export function useSentence(): (problem: unknown) => string {
  const { t } = useTranslation('panel');
  return (problem) => {
    if (!(problem instanceof ApiProblem)) return t('trouble.unexpected');
    if (problem.status === 0) return t('trouble.offline');
    if (problem.status === 401 && problem.type !== CLOCK) return t('trouble.signIn');
    const first = problem.problems[0];
    if (first) return `${problem.message} (${first.where}: ${first.what})`;
    return problem.message || t('trouble.unexpected');
  };
}
