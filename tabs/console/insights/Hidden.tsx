import { useTranslation } from 'react-i18next';
import { Card, Points, usePageStyles } from '../../parts/Page.tsx';
import { latestOf, type Opinion, type Shown, type Who } from './figures.ts';

const SPOKEN: readonly Opinion[] = ['worthTheHour', 'candid', 'balanced', 'began', 'now'];

/** What is not shown, and why; no number says how near it is. */
export function Hidden({ view, who }: { view: Shown; who: Who }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const { cells, waiting, needed } = view;
  const named = (of: Opinion) => t(`insights.figure.${of}`);
  const together = SPOKEN.filter((of) => latestOf(cells, of).some(({ role }) => role === 'all'));
  const points = [
    ...(waiting.length > 0
      ? [t('hidden.waiting', { count: waiting.length, needed, what: waiting.map(named).join(', ') })]
      : []),
    ...(together.length > 0
      ? [t('hidden.together', { count: together.length, needed, what: together.map(named).join(', ') })]
      : []),
    ...(who === 'all' ? [] : [t('hidden.filtered')]),
  ];
  return (
    <Card title={t('hidden.title')}>
      {points.length > 0 ? <Points points={points} /> : <p className={page.text}>{t('hidden.nothing')}</p>}
      <details>
        <summary>{t('hidden.how')}</summary>
        <Points points={[t('hidden.five'), t('hidden.once'), t('hidden.rounded'), t('hidden.words')]} />
      </details>
    </Card>
  );
}
