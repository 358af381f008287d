import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Planning } from '#api/contract/meetings.ts';
import { useDates } from '../../parts/dates.ts';
import { FRAMELESS, OVER_ALL, UNSEEN } from '../../parts/fields.ts';

const useStyles = makeStyles({
  set: { ...FRAMELESS, width: '100%' },
  legend: UNSEEN,
  cards: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 560px)': { flexDirection: 'column' },
  },
  card: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':has(input:checked)': {
      backgroundColor: tokens.colorBrandBackground2,
      color: tokens.colorNeutralForeground1,
      borderTopColor: tokens.colorCompoundBrandStroke,
      borderRightColor: tokens.colorCompoundBrandStroke,
      borderBottomColor: tokens.colorCompoundBrandStroke,
      borderLeftColor: tokens.colorCompoundBrandStroke,
      boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    },
    ':has(input:focus-visible)': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
    },
    '@media (max-width: 560px)': {
      flexDirection: 'row',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      columnGap: tokens.spacingHorizontalM,
    },
  },
  input: OVER_ALL,
  mine: { fontWeight: tokens.fontWeightSemibold },
  theirs: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface TimesProps {
  planning: Pick<Planning, 'times' | 'partners'>;
  /** The start that is chosen. */
  value: string;
  onChoose(startsAt: string): void;
}

/** Proposed times as cards around real radio buttons, each by the clocks of all who would meet. */
export function Times({ planning, value, onChoose }: TimesProps) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const dates = useDates();
  const elsewhere = useElsewhere(planning.partners);
  const name = useId();
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{t('plan.times')}</legend>
      <div className={styles.cards}>
        {planning.times.map(({ startsAt }) => (
          <label key={startsAt} className={styles.card}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              checked={startsAt === value}
              onChange={() => onChoose(startsAt)}
            />
            <span className={styles.mine}>
              {t('plan.at', { day: dates.shortDay(startsAt), time: dates.time(startsAt) })}
            </span>
            {elsewhere(startsAt).map(({ names, time }) => (
              <span key={names} className={styles.theirs}>
                {t('plan.for', { names, time })}
              </span>
            ))}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What the clocks of the others show at a moment, where they show something else than the reader's own. */
export function useElsewhere(partners: Planning['partners']) {
  const dates = useDates();
  return (at: string): { names: string; time: string; timeZone: string }[] =>
    partners
      .map(({ firstName, timeZone }) => ({
        names: firstName,
        time: dates.timeIn(at, timeZone),
        timeZone,
      }))
      .filter(({ time }) => time !== dates.time(at));
}
