import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCarryOn, usePartWays } from '../../api/closing.ts';
import { useDates } from '../../parts/dates.ts';
import { useOthers } from '../../parts/others.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { inTeam } from '../../parts/several.ts';
import { useAction } from '../../parts/useAction.ts';
import type { SpaceProps } from '../pairProps.ts';

/** Half a year is the usual next time; the day can be another one. */
const MONTHS = 6;

/** How it goes on: until a new day that all sign, with somebody new, or it is left here. Until then nothing changes. */
export function WaysOn({ view, names }: SpaceProps) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const page = usePageStyles();
  const { dayIn } = useDates();
  const { run, busy, trouble, setTrouble } = useAction();
  const carryOn = useCarryOn(view);
  const part = usePartWays(view.pair);
  const [day, setDay] = useState(() => dayIn(MONTHS, new Date().toISOString()));
  const [asked, setAsked] = useState<'' | 'new' | 'leave'>('');
  const way = view.leaves ? 'leave' : 'end';
  const values = {
    ...{ names, cohort: view.cohortName, count: view.partners.length },
    ...(view.leaves && inTeam(view)),
  };

  if (asked)
    return (
      <Sure
        title={t(`parting.${way}Title`, values)}
        text={t(`parting.${way}Text`, values)}
        yes={t(`parting.${way}Yes`)}
        no={t('parting.stay')}
        busy={busy}
        trouble={trouble}
        onYes={() => void run(() => part(asked === 'new'))}
        onNo={() => setAsked('')}
      />
    );
  return (
    <Card title={t('closing.onTitle')}>
      <p className={page.text}>{t('closing.onText')}</p>
      <Field label={t('closing.until')}>
        <Input
          type="date"
          value={day}
          min={dayIn(0, new Date().toISOString())}
          onChange={(_, { value }) => setDay(value)}
        />
      </Field>
      <div className={page.actions}>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => (day ? void run(() => carryOn(day)) : setTrouble(t('closing.needDay')))}
        >
          {t('closing.carryOn')}
        </Button>
      </div>
      <p className={page.quiet}>{t('closing.carryOnHint', others)}</p>
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={() => setAsked('new')}>
          {t('closing.somebodyNew')}
        </Button>
        <Button appearance="subtle" disabledFocusable={busy} onClick={() => setAsked('leave')}>
          {t('closing.leave')}
        </Button>
      </div>
      <SeenBy who={t('closing.onSeen', { names })} />
      <Trouble text={trouble} />
    </Card>
  );
}
