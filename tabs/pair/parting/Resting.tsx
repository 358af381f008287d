import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useResumePair } from '../../api/parting.ts';
import { useDates } from '../../parts/dates.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';
import type { SpaceProps } from '../pairProps.ts';

/**
 * The pair rests: who takes the break, until when, and the way back before that day. Whoever would end somebody else's
 * break is asked once more. Nothing without a break.
 */
export function Resting({ view, names }: SpaceProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const { run, busy, trouble } = useAction();
  const resume = useResumePair(view);
  const [isAsked, setIsAsked] = useState(false);
  if (!view.pause) return null;
  const { until, isMine, byFirstName } = view.pause;
  const values = { names, day: dates.date(until), by: byFirstName, count: view.partners.length };
  const start = () => void run(() => resume.mutateAsync(undefined));
  if (isAsked)
    return (
      <Sure
        title={t('parting.resumeSure', values)}
        text={t('parting.resumeText', values)}
        yes={t('parting.resume')}
        no={t('parting.stay')}
        busy={busy}
        trouble={trouble}
        onYes={start}
        onNo={() => setIsAsked(false)}
      />
    );
  return (
    <Card title={t(isMine ? 'parting.restMine' : 'parting.restTheirs', values)}>
      <p className={page.text}>{t('parting.restText', values)}</p>
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={isMine ? start : () => setIsAsked(true)}>
          {t('parting.resume')}
        </Button>
      </div>
      <Trouble text={trouble} />
    </Card>
  );
}
