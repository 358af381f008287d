import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CohortView } from '#api/contract/cohorts.ts';

const useStyles = makeStyles({
  counts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(96px, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  count: {
    display: 'flex',
    flexDirection: 'column-reverse',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  what: { color: tokens.colorNeutralForeground3 },
});

const COUNTED = ['members', 'joined', 'introduced', 'paired'] as const;

/** How many there are, have joined, are introduced and meet. */
export function Counts({ counts }: { counts: CohortView['counts'] }) {
  const { t } = useTranslation('console');
  const styles = useStyles();
  return (
    <dl className={styles.counts}>
      {COUNTED.map((name) => (
        <div key={name} className={styles.count}>
          <dt className={styles.what}>{t(`counts.${name}`, { count: counts[name] })}</dt>
          <dd className={styles.figure}>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
