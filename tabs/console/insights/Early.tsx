import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Outline } from './Outline.tsx';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  drawing: {
    display: 'block',
    width: '100%',
    height: '72px',
    fill: 'none',
    stroke: tokens.colorNeutralStroke1,
    strokeWidth: '2px',
    strokeDasharray: '6 6',
  },
});

/** Nothing can be said yet: the page itself, dashed, without a number. */
export function Early({ needed }: { needed: number }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const drawing = (path: string) => (
    <svg className={styles.drawing} viewBox="0 0 240 72" preserveAspectRatio="xMinYMid" aria-hidden="true">
      <path d={path} vectorEffect="non-scaling-stroke" />
    </svg>
  );
  return (
    <>
      <Card title={t('insights.tooFewTitle')}>
        <p className={page.text}>{t('insights.tooFew', { needed })}</p>
        <p className={page.quiet}>{t('insights.whyFive')}</p>
      </Card>
      <Outline title={t('insights.figure.worthTheHour')}>
        {drawing('M4 60 60 48 120 52 180 28 236 14M4 48 60 40 120 44 180 34 236 22')}
      </Outline>
      <div className={styles.grid}>
        <Outline title={t('insights.figure.candid')}>{drawing('M4 14H200V28H4ZM4 44H160V58H4Z')}</Outline>
        <Outline title={t('insights.confidence.title')}>
          {drawing('M30 20a8 8 0 1 1-.1 0M46 28H150M166 20a8 8 0 1 1-.1 0')}
        </Outline>
      </div>
    </>
  );
}
