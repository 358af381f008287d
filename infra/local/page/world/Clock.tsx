import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { useNow, writeTime } from '../state/useNow.ts';
import { t } from '../words.ts';

const HOUR_MS = 3_600_000;
const JUMPS = [
  { name: 'hour', ms: HOUR_MS },
  { name: 'day', ms: 24 * HOUR_MS },
  { name: 'week', ms: 7 * 24 * HOUR_MS },
] as const;

const useStyles = makeStyles({
  clock: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  now: {
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    marginInlineEnd: tokens.spacingHorizontalXS,
  },
  jump: { minWidth: 0, whiteSpace: 'nowrap' },
});

/** The product's date and time, and buttons that move it on for everybody. */
export const Clock = () => {
  const styles = useStyles();
  const { world, tell, attempt } = useLocalTeams();
  const [busy, setBusy] = useState(false);
  const now = useNow();

  const jump = async (ms: number): Promise<void> => {
    setBusy(true);
    const clock = await attempt(() => local.advance(ms));
    if (clock) tell({ kind: 'clock', clock });
    setBusy(false);
  };

  return (
    <div className={styles.clock} role="group" aria-label={t('clock.label')}>
      <Text className={styles.now}>
        <time dateTime={new Date(now).toISOString()}>
          {world.clock &&
            writeTime(now, {
              weekday: 'short',
              day: 'numeric',
              month: 'short',
              hour: '2-digit',
              minute: '2-digit',
            })}
        </time>
      </Text>
      {JUMPS.map(({ name, ms }) => (
        <Button
          key={name}
          size="small"
          className={styles.jump}
          disabledFocusable={busy}
          onClick={() => void jump(ms)}
        >
          {t(`clock.${name}`)}
        </Button>
      ))}
    </div>
  );
};
