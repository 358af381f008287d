import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useResumePair } from '../../api/parting.ts';
import { useDates } from '../../parts/dates.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import type { SpaceProps } from '../pairProps.ts';

/** The pair rests: who takes the break, until when, and the way back before that day. Nothing without a break. */
export function Resting({ view, names }: SpaceProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const { run, busy, trouble } = useAction();
  const resume = useResumePair(view);
  if (!view.pause) return null;
  const { until, isMine, byFirstName } = view.pause;
  const values = { names, day: dates.date(until), by: byFirstName, count: view.partners.length };
  return (
    <Card title={t(isMine ? 'parting.restMine' : 'parting.restTheirs', values)}>
      <p className={page.text}>{t('parting.restText', values)}</p>
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={() => void run(() => resume.mutateAsync(undefined))}>
          {t('parting.resume')}
        </Button>
      </div>
      <Trouble text={trouble} />
    </Card>
  );
}
