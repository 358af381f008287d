import { Button, Field, Input } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingTold } from '#api/contract/meetings.ts';
import { useFeedback, useTellMeeting } from '../../api/meetings.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useDates } from '../../parts/dates.ts';
import { Waiting } from '../../parts/Notice.tsx';
import { useOthers } from '../../parts/others.ts';
import { Card } from '../../parts/Page.tsx';
import { useFocusHere } from '../../parts/useFocusHere.ts';
import type { SpaceProps } from '../pairProps.ts';

const Feedback = lazy(() => import('../../parts/Feedback.tsx'));

const WAYS = ['walk', 'coffee', 'lunch', 'video'] as const;
const DAYS = ['today', 'yesterday', 'other'] as const;
const DAY_MS = 86_400_000;

/** *We met*: how, when, and a face. The last tap notes the meeting and says how it was. */
export function WeMet({ view, names, onDone }: SpaceProps & { onDone(): void }) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const here = useFocusHere();
  return (
    <div ref={here}>
      <Card title={t('met.title', others)}>
        <ThreeTaps view={view} names={names} onDone={onDone} />
      </Card>
    </div>
  );
}

function ThreeTaps({ view, names, onDone }: SpaceProps & { onDone(): void }) {
  const { t } = useTranslation('tab');
  const dates = useDates();
  const today = dates.dayOf(Date.now());
  const [way, setWay] = useState<MeetingTold['way'] | undefined>();
  const [when, setWhen] = useState<(typeof DAYS)[number] | undefined>();
  const [other, setOther] = useState('');
  const [made, setMade] = useState('');
  const tell = useTellMeeting(view.pair);
  const { give, change, add } = useFeedback(view.pair, made);
  const day = { today, yesterday: dates.dayOf(Date.now() - DAY_MS), other }[when ?? 'other'];
  return (
    <>
      {!made && (
        <>
          <Choice<(typeof WAYS)[number]>
            legend={t('met.way')}
            options={WAYS.map((value) => ({ value, label: t(`met.ways.${value}`) }))}
            value={way || undefined}
            onChoose={(value) => setWay(value)}
          />
          <Choice<(typeof DAYS)[number]>
            legend={t('met.when')}
            options={DAYS.map((value) => ({
              value,
              label: t(`met.days.${value}`),
            }))}
            value={when}
            onChoose={(value) => setWhen(value)}
          />
          {when === 'other' && (
            <Field label={t('met.day')}>
              <Input type="date" max={today} value={other} onChange={(_, { value }) => setOther(value)} />
            </Field>
          )}
        </>
      )}
      {day && (
        <Suspense fallback={<Waiting />}>
          <Feedback
            names={names}
            me={view.myFirstName}
            backLabel={t('met.back')}
            onBack={onDone}
            onGive={async (worthTheHour) => {
              const { occurrence } = await tell({ day, way: way ?? '' });
              const given = await give(worthTheHour, occurrence);
              setMade(occurrence);
              return given;
            }}
            onChange={change}
            onAdd={add}
          />
        </Suspense>
      )}
      {!day && (
        <div>
          <Button appearance="subtle" onClick={onDone}>
            {t('met.back')}
          </Button>
        </div>
      )}
    </>
  );
}
