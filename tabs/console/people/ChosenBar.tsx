import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAskAgain } from '../../api/roster.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';

/** People that were ticked, or everybody who was invited and has not joined. */
export type Chosen = readonly string[] | 'unanswered';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
  },
  count: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: tokens.spacingHorizontalS },
});

interface ChosenBarProps {
  cohort: string;
  chosen: Chosen;
  unanswered: number;
  onChange(chosen: Chosen): void;
}

/** What can be done with those who were chosen. */
export function ChosenBar({ cohort, chosen, unanswered, onChange }: ChosenBarProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const ask = useAskAgain(cohort);
  const { run, busy, trouble } = useAction();
  const [done, setDone] = useState('');
  const count = chosen === 'unanswered' ? unanswered : chosen.length;
  const send = async () => {
    await ask.mutateAsync(chosen === 'unanswered' ? chosen : [...chosen]);
    setDone(t('roster.asked'));
    onChange([]);
  };
  return (
    <>
      {count > 0 && (
        <div className={styles.bar} role="toolbar" aria-label={t('roster.bar')}>
          <span className={styles.count}>{t('roster.chosen', { count })}</span>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void run(send)}>
            {t('roster.again')}
          </Button>
          {chosen !== 'unanswered' && unanswered > count && (
            <Button appearance="subtle" onClick={() => onChange('unanswered')}>
              {t('roster.all', { count: unanswered })}
            </Button>
          )}
          <Button appearance="subtle" onClick={() => onChange([])}>
            {t('roster.none')}
          </Button>
        </div>
      )}
      <p role="status" className={page.said}>
        {count === 0 && done}
      </p>
      <Trouble text={trouble} />
    </>
  );
}
