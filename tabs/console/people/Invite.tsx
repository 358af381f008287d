import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Members } from '#api/contract/cohorts.ts';
import { useInvite } from '../../api/cohorts.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';

type Counts = Members['counts'];

/** Asking everybody to join, and what became of it. */
export function Invite({ cohort, counts }: { cohort: string; counts: Counts }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const invite = useInvite(cohort);
  const { run, busy, trouble } = useAction();
  const { everybody, fresh, refused, unknown } = counts;
  const lost = refused + unknown;
  return (
    <Card title={t('invite.title')}>
      {fresh > 0 && <p className={page.text}>{t('invite.text')}</p>}
      <p role="status" className={`${page.text} ${page.said}`}>
        {fresh < everybody && <Result counts={counts} />}
      </p>
      {refused > 0 && <p className={page.text}>{t('invite.refused', { count: refused })}</p>}
      {unknown > 0 && <p className={page.text}>{t('invite.lost', { count: unknown })}</p>}
      <Trouble text={trouble} />
      {fresh + lost > 0 && (
        <div className={page.actions}>
          {fresh > 0 && (
            <Button
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void run(() => invite.mutateAsync('fresh'))}
            >
              {busy ? t('invite.inviting') : t('invite.all', { count: fresh })}
            </Button>
          )}
          {lost > 0 && (
            <Button disabledFocusable={busy} onClick={() => void run(() => invite.mutateAsync('lost'))}>
              {t('invite.again', { count: lost })}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

/** How many have it, how many will, in one or more short sentences. */
function Result({ counts: { arrived, coming, waiting } }: { counts: Counts }) {
  const { t } = useTranslation('console');
  return Object.entries({ arrived, coming, waiting })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => t(`invite.${what}`, { count }))
    .join(' ');
}
