import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView } from '#api/contract/announcements.ts';
import { UNDO_SECONDS } from '#domain/announcements/announcement.ts';
import { useCallOff } from '../../api/announcements.ts';
import { useDates } from '../../parts/dates.ts';
import { MarkedText } from '../../parts/MarkedText.tsx';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import { useWhom } from './useWhom.ts';

const RADIUS = 24;
const ROUND = 2 * Math.PI * RADIUS;
const SECOND_MS = 1_000;

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  words: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
  ring: { flexShrink: 0, fill: 'none' },
  track: { stroke: tokens.colorNeutralStroke2 },
  left: { stroke: tokens.colorBrandStroke1 },
  number: {
    fill: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontFamily: tokens.fontFamilyBase,
  },
});

interface WaitingProps {
  cohort: string;
  view: AnnouncementView;
  /** When this was read, by this clock: the server says how long it still waits. */
  readAtMs: number;
  onChange(): void;
  onUndone(wasSoon: boolean): void;
}

/** What nobody has yet: for some seconds a ring that runs down and Undo, or the day it is for. */
export function Waiting({ cohort, view, readAtMs, onChange, onUndone }: WaitingProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  const whom = useWhom();
  const callOff = useCallOff(cohort);
  const { run, busy, trouble } = useAction();
  const { waitsMs } = view;
  const left = useSecondsLeft(waitsMs === undefined ? undefined : readAtMs + waitsMs);
  const isSoon = left !== undefined && left <= UNDO_SECONDS;
  const said = () => {
    if (isSoon) return left > 0 ? t('waiting.soon', { count: left }) : t('waiting.now');
    return view.sendAt ? t('waiting.on', { when: dates.moment(view.sendAt) }) : t('waiting.open');
  };
  const undo = async () => {
    if (await run(() => callOff.mutateAsync(view.announcement))) onUndone(isSoon);
  };
  return (
    <Card title={view.title}>
      <div className={styles.row}>
        {isSoon && <Ring seconds={left} />}
        <div className={styles.words}>
          <p className={`${page.text} ${page.strong}`}>{said()}</p>
          <p className={page.quiet}>{t('waiting.nobody', { whom: whom(view) })}</p>
        </div>
        {isSoon ? (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void undo()}>
            {t('waiting.undo')}
          </Button>
        ) : (
          <div className={page.actions}>
            <Button disabledFocusable={busy} onClick={onChange}>
              {t('waiting.change')}
            </Button>
            <Button appearance="subtle" disabledFocusable={busy} onClick={() => void undo()}>
              {t('waiting.callOff')}
            </Button>
          </div>
        )}
      </div>
      {!isSoon && <MarkedText lines={view.lines} />}
      <Trouble text={trouble} />
    </Card>
  );
}

function useSecondsLeft(untilMs: number | undefined): number | undefined {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), SECOND_MS / 4);
    return () => clearInterval(timer);
  }, []);
  return untilMs === undefined ? undefined : Math.max(0, Math.ceil((untilMs - nowMs) / SECOND_MS));
}

/** The words beside it say the same. */
function Ring({ seconds }: { seconds: number }) {
  const styles = useStyles();
  const part = Math.min(1, seconds / UNDO_SECONDS);
  return (
    <svg className={styles.ring} width="56" height="56" viewBox="0 0 56 56" aria-hidden="true">
      <circle className={styles.track} cx="28" cy="28" r={RADIUS} strokeWidth="4" />
      <circle
        className={styles.left}
        cx="28"
        cy="28"
        r={RADIUS}
        strokeWidth="4"
        strokeLinecap="round"
        strokeDasharray={`${part * ROUND} ${ROUND}`}
        transform="rotate(-90 28 28)"
      />
      <text className={styles.number} x="28" y="34" textAnchor="middle">
        {seconds}
      </text>
    </svg>
  );
}
