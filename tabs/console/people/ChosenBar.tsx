import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '#api/contract/roster/people.ts';
import { useAskAgain } from '../../api/roster.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import { MoveTo } from './MoveTo.tsx';

/** People that were ticked, or everybody who was invited and has not joined. */
export type Chosen = readonly PersonView[] | 'unanswered';

/** Who of them an invitation can reach once more. */
const askable = (chosen: readonly PersonView[]): string[] =>
  chosen.filter(({ standing, hasApp }) => standing === 'invited' && hasApp).map(({ person }) => person);

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
  const [isMoving, setIsMoving] = useState(false);
  const isAll = chosen === 'unanswered';
  const count = isAll ? unanswered : chosen.length;
  const again = isAll ? chosen : askable(chosen);
  const finish = (said: string) => {
    setDone(said);
    setIsMoving(false);
    onChange([]);
  };
  const send = async () => {
    await ask.mutateAsync(again);
    finish(t('roster.asked'));
  };
  return (
    <>
      {count > 0 && (
        <div className={styles.bar} role="toolbar" aria-label={t('roster.bar')}>
          <span className={styles.count}>{t('roster.chosen', { count })}</span>
          {again.length > 0 && (
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void run(send)}>
              {t('roster.again')}
            </Button>
          )}
          <Button onClick={() => setIsMoving(true)}>{t('roster.move.button')}</Button>
          {!isAll && unanswered > count && (
            <Button appearance="subtle" onClick={() => onChange('unanswered')}>
              {t('roster.all', { count: unanswered })}
            </Button>
          )}
          <Button appearance="subtle" onClick={() => onChange([])}>
            {t('roster.none')}
          </Button>
        </div>
      )}
      {isMoving && (
        <MoveTo
          cohort={cohort}
          members={isAll ? chosen : chosen.map(({ person }) => person)}
          onMoved={finish}
          onClose={() => setIsMoving(false)}
        />
      )}
      <p role="status" className={page.said}>
        {count === 0 && done}
      </p>
      <Trouble text={trouble} />
    </>
  );
}
