import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  moves: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  two: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS },
  hinted: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  filling: { minWidth: 0, flexGrow: 1 },
  hint: {
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export type SimpleMove = 'another' | 'pass' | 'keep';

interface MovesProps {
  busy: boolean;
  isKept: boolean;
  onMove(move: SimpleMove): void;
}

/** What can be done with the question, and under the two ways on when to take which. */
export function Moves({ busy, isKept, onMove }: MovesProps) {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.moves}>
      <div className={styles.hinted}>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={busy}
          aria-describedby={`${id}-another`}
          onClick={() => onMove('another')}
        >
          {t('live.another')}
        </Button>
        <span id={`${id}-another`} className={styles.hint}>
          {t('live.anotherHint')}
        </span>
      </div>
      <div className={styles.two}>
        <div className={styles.hinted}>
          <Button
            className={styles.filling}
            disabledFocusable={busy}
            aria-describedby={`${id}-pass`}
            onClick={() => onMove('pass')}
          >
            {t('live.pass')}
          </Button>
          <span id={`${id}-pass`} className={styles.hint}>
            {t('live.passHint')}
          </span>
        </div>
        <div className={styles.hinted}>
          <Button
            className={styles.filling}
            disabledFocusable={busy || isKept}
            aria-describedby={`${id}-keep`}
            onClick={() => onMove('keep')}
          >
            {isKept ? t('live.kept') : t('live.keep')}
          </Button>
          <span id={`${id}-keep`} className={styles.hint}>
            {t('live.keepHint')}
          </span>
        </div>
      </div>
    </div>
  );
}
