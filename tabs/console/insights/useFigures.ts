import { useTranslation } from 'react-i18next';
import { useReader } from '../../parts/Frame.tsx';
import type { Cell, StepShown, Who } from './figures.ts';

const isScale = (of: Cell['of']): boolean => of === 'began' || of === 'now';

/** Published figures in the reader's words. */
export function useFigures() {
  const { t } = useTranslation('console');
  const { locale } = useReader();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' });
  const monthIn = (options: Intl.DateTimeFormatOptions, month: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${month}-01`));
  const long = { month: 'long', year: 'numeric' } as const;
  /** `November 2026`, or from one month to another. */
  const months = ({ from, to }: Pick<Cell, 'from' | 'to'>): string =>
    from === to
      ? monthIn(long, to)
      : new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...long }).formatRange(
          new Date(`${from}-01`),
          new Date(`${to}-01`),
        );
  /** `80%`, `80% or more`, `3.5 of 5`. */
  const value = ({ of, value: said, edge }: Pick<Cell, 'of' | 'value' | 'edge'>): string => {
    const plain = isScale(of)
      ? t('insights.ofFive', { value: number.format(said) })
      : percent.format(said / 100);
    return edge ? t(`insights.${edge}`, { value: plain }) : plain;
  };
  return {
    percent: (part: number) => percent.format(part),
    value,
    months,
    shortMonth: (month: string) => monthIn({ month: 'short' }, month),
    who: (who: Who) => t(`insights.who.${who}`),
    /** `10 of 15`, or *a few of 15*. */
    step: ({ reads, count, of }: StepShown): string => t(`insights.step.${reads}`, { count, of }),
    /** `80% of executives and 60% of mentors`. */
    parts: (cells: readonly Cell[]): string =>
      listed.format(cells.map((cell) => t(`insights.part.${cell.role}`, { value: value(cell) }))),
  };
}
