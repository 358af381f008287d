import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView } from '#api/contract/announcements.ts';
import { useRetry } from '../../api/announcements.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import { Deliveries } from './Deliveries.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: '2px',
    height: '12px',
    borderRadius: tokens.borderRadiusCircular,
    overflow: 'hidden',
  },
  sent: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  unknown: { backgroundColor: tokens.colorPaletteYellowBackground3 },
  failed: { backgroundColor: tokens.colorPaletteRedBackground3 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  what: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
  count: { minWidth: '32px', textAlign: 'end', fontWeight: tokens.fontWeightSemibold },
  who: { flexBasis: '100%', minWidth: 0 },
});

const PARTS = ['sent', 'unknown', 'failed'] as const;
const LINES = [...PARTS, 'notMeant'] as const;
type Line = (typeof LINES)[number];

interface OutcomeProps {
  cohort: string;
  view: AnnouncementView;
}

/** Once it has come to its end one bar, and a line for each way it can end, with who they are; those it was never for are in no colour of failure. */
export function Outcome({ cohort, view }: OutcomeProps) {
  const { t } = useTranslation('console');
  const styles = useStyles();
  const [open, setOpen] = useState<Line>();
  const { counts } = view;
  return (
    <>
      {counts.onTheWay === 0 && PARTS.some((part) => counts[part] > 0) && (
        <div className={styles.bar} aria-hidden="true">
          {PARTS.map((part) => (
            <div key={part} className={styles[part]} style={{ flexGrow: counts[part] }} />
          ))}
        </div>
      )}
      <ul className={styles.list} aria-label={t('outcome.label', { title: view.title })}>
        {LINES.filter((line) => counts[line] > 0).map((line) => (
          <li key={line} className={styles.line}>
            <About line={line} count={counts[line]} />
            <Button
              size="small"
              aria-expanded={open === line}
              aria-label={t('outcome.whoLabel', { what: t(`outcome.${line}`) })}
              onClick={() => setOpen(open === line ? undefined : line)}
            >
              {t('outcome.who')}
            </Button>
            {open === line && (
              <div className={styles.who}>
                <Deliveries cohort={cohort} view={view} which={line} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {view.state === 'sent' && <Again cohort={cohort} view={view} />}
    </>
  );
}

function About({ line, count }: { line: Line; count: number }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <>
      <div className={styles.what}>
        <p className={mergeClasses(page.text, page.strong)}>{t(`outcome.${line}`)}</p>
        <p className={page.quiet}>{t(`outcome.about.${line}`)}</p>
      </div>
      <span className={styles.count}>{count}</span>
    </>
  );
}

/** Sending once more to those it did not reach, and what that means where nobody knows. */
function Again({ cohort, view }: OutcomeProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const retry = useRetry(cohort);
  const { run, busy, trouble } = useAction();
  const { unknown, failed } = view.counts;
  if (failed + unknown === 0) return null;
  return (
    <>
      {unknown > 0 && <p className={page.quiet}>{t('announcement.unclear', { count: unknown })}</p>}
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={() => void run(() => retry.mutateAsync(view.announcement))}>
          {t('announcement.again', { count: failed + unknown })}
        </Button>
      </div>
    </>
  );
}
