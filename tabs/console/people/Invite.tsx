import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '#api/contract/cohorts.ts';
import { useInvite } from '../../api/cohorts.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';

const LOST: readonly MemberView['delivery'][] = ['failed', 'unknown'];
const COMING: readonly MemberView['delivery'][] = ['queued', 'reserved'];

/** Asking everybody to join, and what became of it. */
export function Invite({ cohort, members }: { cohort: string; members: MemberView[] }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const invite = useInvite(cohort);
  const { run, busy, trouble } = useAction();
  const fresh = members.filter(({ state }) => state === 'imported');
  const lost = members.filter(
    ({ state, hasApp, delivery }) => state === 'invited' && hasApp && LOST.includes(delivery),
  );
  const unknown = lost.filter(({ delivery }) => delivery === 'unknown').length;
  const refused = lost.length - unknown;
  return (
    <Card title={t('invite.title')}>
      {fresh.length > 0 && <p className={page.text}>{t('invite.text')}</p>}
      <p role="status" className={`${page.text} ${page.said}`}>
        {fresh.length < members.length && <Result members={members} />}
      </p>
      {refused > 0 && <p className={page.text}>{t('invite.refused', { count: refused })}</p>}
      {unknown > 0 && <p className={page.text}>{t('invite.lost', { count: unknown })}</p>}
      <Trouble text={trouble} />
      {fresh.length + lost.length > 0 && (
        <div className={page.actions}>
          {fresh.length > 0 && (
            <Button
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void run(() => invite.mutateAsync([]))}
            >
              {busy ? t('invite.inviting') : t('invite.all', { count: fresh.length })}
            </Button>
          )}
          {lost.length > 0 && (
            <Button
              disabledFocusable={busy}
              onClick={() => void run(() => invite.mutateAsync(lost.map(({ person }) => person)))}
            >
              {t('invite.again', { count: lost.length })}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

/** How many have it, how many will, in one or more short sentences. */
function Result({ members }: { members: MemberView[] }) {
  const { t } = useTranslation('console');
  const asked = members.filter(({ state }) => state !== 'imported');
  const said = {
    arrived: asked.filter(({ delivery }) => delivery === 'sent').length,
    coming: asked.filter(({ hasApp, delivery }) => hasApp && COMING.includes(delivery)).length,
    waiting: asked.filter(({ hasApp }) => !hasApp).length,
  };
  return Object.entries(said)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => t(`invite.${what}`, { count }))
    .join(' ');
}
