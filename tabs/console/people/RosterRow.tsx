import { Avatar, Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '#api/contract/roster/people.ts';
import type { Standing } from '#domain/roster/standing.ts';
import { useAskAgain } from '../../api/roster.ts';
import { useDates } from '../../parts/dates.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '32px 32px minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr) minmax(112px, auto)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '52px',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 52px',
    '@media (max-width: 719px)': {
      gridTemplateColumns: '32px 32px minmax(0, 1fr)',
      alignItems: 'start',
      rowGap: tokens.spacingVerticalXS,
      '& > *': { gridColumnStart: 3 },
      '& > :nth-child(1)': { gridColumnStart: 1 },
      '& > :nth-child(2)': { gridColumnStart: 2, gridRowStart: 1 },
      '& > :nth-child(3)': { gridRowStart: 1 },
    },
  },
  chosen: { backgroundColor: tokens.colorBrandBackground2 },
  name: {
    minWidth: 0,
    maxWidth: '100%',
    padding: 0,
    border: 'none',
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  blocks: { display: 'flex', gap: '2px', marginBottom: '2px' },
  block: {
    width: '18px',
    height: '6px',
    borderRadius: tokens.borderRadiusSmall,
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground5,
  },
  full: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    border: `1px solid ${tokens.colorCompoundBrandBackground}`,
    forcedColorAdjust: 'none',
  },
});

interface RosterRowProps {
  cohort: string;
  one: PersonView;
  isChosen: boolean;
  onChoose(): void;
  onOpen(): void;
}

/** One person: who it is, how far they are in words and blocks, and at most one thing to do. */
export function RosterRow({ cohort, one, isChosen, onChoose, onOpen }: RosterRowProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const ask = useAskAgain(cohort);
  const { run, busy, trouble } = useAction();
  const { name, role, department, location } = one;
  return (
    <li className={mergeClasses(styles.row, isChosen && styles.chosen)}>
      <span>
        <Checkbox checked={isChosen} onChange={onChoose} aria-label={t('roster.choose', { name })} />
      </span>
      <Avatar name={name} color="colorful" idForColor={one.person} size={32} aria-hidden="true" />
      <div>
        <Button className={styles.name} appearance="transparent" onClick={onOpen}>
          {name}
        </Button>
        <p className={page.quiet}>{t(`role.${role}`)}</p>
      </div>
      <div>
        <p className={page.text}>{department}</p>
        <p className={page.quiet}>{location}</p>
      </div>
      <HowFar one={one} />
      <div>
        {one.canAskAgain && (
          <Button
            size="small"
            aria-label={t('roster.againFor', { name })}
            disabledFocusable={busy}
            onClick={() => void run(() => ask.mutateAsync([one.person]))}
          >
            {t('roster.again')}
          </Button>
        )}
        <Trouble text={trouble} />
      </div>
    </li>
  );
}

const STEPS: readonly Standing[] = ['invited', 'joined', 'introduced', 'paired'];

function HowFar({ one: { standing, hasApp, isLost, dates, awayUntil } }: { one: PersonView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const { shortDay } = useDates();
  const steps = STEPS.indexOf(standing) + 1;
  const day = dates.invited ? shortDay(dates.invited) : '';
  const word = () => {
    if (!hasApp && (standing === 'imported' || standing === 'invited')) return t('roster.how.noApp');
    if (standing !== 'invited') return t(`roster.how.${standing}`);
    if (isLost) return t('roster.how.lost');
    return day ? t('roster.how.invitedOn', { day }) : t('roster.how.invited');
  };
  return (
    <div>
      <div className={styles.blocks} aria-hidden="true">
        {STEPS.map((step, n) => (
          <span key={step} className={mergeClasses(styles.block, n < steps && styles.full)} />
        ))}
      </div>
      <span className={page.text}>{word()}</span>
      {awayUntil && <p className={page.quiet}>{t('roster.how.away', { day: shortDay(awayUntil) })}</p>}
    </div>
  );
}
