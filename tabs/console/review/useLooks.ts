import { useTranslation } from 'react-i18next';
import { useDates } from '../../parts/dates.ts';
import { useFigures } from '../insights/useFigures.ts';
import { ASPECTS, LOOKS, type Look, standingOf } from './looks.ts';

type Cell = Look['cells'][number];

/** Figures of a review in the reader's words. */
export function useLooks(looks: readonly Look[]) {
  const { t } = useTranslation('console');
  const dates = useDates();
  const { value, step, who } = useFigures();
  const say = {
    joined: ({ count, of }: { count: number; of: number }) => t('insights.step.some', { count, of }),
    step,
    cell: (cell: Cell) =>
      cell.role === 'all' ? value(cell) : t('review.of', { who: who(cell.role), value: value(cell) }),
  };
  return {
    value,
    step,
    columns: LOOKS.map((name) => {
      const look = looks.find((one) => one.look === name);
      return { name, title: t(`review.look.${name}`), on: look ? dates.date(look.on) : t('review.notYet') };
    }),
    /** A row per aspect: its name, and what it says at the start, in the middle and at the end. */
    rows: ASPECTS.map((aspect) => ({
      aspect,
      title: t(`review.aspect.${aspect}`),
      cells: LOOKS.map((name) =>
        standingOf(
          looks.find((one) => one.look === name),
          aspect,
          say,
        ),
      ),
    })),
  };
}
