import { Button, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Walk } from './Changes.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center' },
  arrow: {
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: '1.5',
    ':dir(rtl)': { transform: 'scaleX(-1)' },
  },
});

const BACK = 'M10 3 5 8l5 5';
const ON = 'm6 3 5 5-5 5';

/** "Change 1 of 2", and the way to the one before and the next. */
export function Step({ walk: { at, count, go } }: { walk: Walk }) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const arrow = (path: string) => (
    <svg className={styles.arrow} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
  return (
    <div className={styles.row}>
      <Button
        appearance="subtle"
        icon={arrow(BACK)}
        aria-label={t('agreement.previous')}
        onClick={() => go(-1)}
      />
      <span role="status">{t('agreement.change', { at: Math.max(at, 1), count })}</span>
      <Button appearance="subtle" icon={arrow(ON)} aria-label={t('agreement.next')} onClick={() => go(1)} />
    </div>
  );
}
