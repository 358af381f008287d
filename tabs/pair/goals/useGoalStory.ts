import { useTranslation } from 'react-i18next';
import type { GoalView } from '#api/contract/goals.ts';
import { useDates } from '../../parts/dates.ts';

/** Of how many wordings a line tells besides the first; all of them stand in the list. */
const TOLD = 2;

/** How a goal began, what it became and how it ended, as one line: "Started as “Film” in March; became “Film alone” in May". */
export function useGoalStory() {
  const { t } = useTranslation('tab');
  const dates = useDates();
  return ({ history }: Pick<GoalView, 'history'>): string => {
    const [first] = history;
    if (!first) return '';
    const changed = history.filter(({ text }, n) => n > 0 && text !== history[n - 1]?.text);
    const turned = history.findLast(({ state }, n) => n > 0 && state !== history[n - 1]?.state);
    const told = (key: 'started' | 'became', { text, at }: { text: string; at: string }) =>
      t(`goals.${key}`, { text, month: dates.month(at) });
    return [
      changed.length > 0 ? told('started', first) : t('goals.since', { month: dates.month(first.at) }),
      ...changed.slice(-TOLD).map((one) => told('became', one)),
      ...(turned ? [t(`goals.closed.${turned.state}`, { month: dates.month(turned.at) })] : []),
    ].join('; ');
  };
}
