import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PairView } from '#api/contract/pairs.ts';
import { call } from '../api/call.ts';
import { useDates } from '../parts/dates.ts';
import { Card, Trouble, usePageStyles } from '../parts/Page.tsx';
import { useAction } from '../parts/useAction.ts';
import { composeMeeting } from '../teams.ts';
import { sameHourLater } from './sameHourLater.ts';

interface Known {
  view: PairView;
  /** When the meeting was that has just been. */
  startedAt: string;
  /** When they meet next; empty while that is open. */
  next: string;
}

async function readNext(pair: string, occurrence: string): Promise<Known | undefined> {
  const asked = { params: { pair } };
  const [view, found] = await Promise.all([call('pair', asked), call('meetings', asked)]);
  const meetings = found?.meetings ?? [];
  const startedAt = meetings.find((one) => one.occurrence === occurrence)?.startedAt;
  const next = meetings.findLast(({ state }) => state === 'planned')?.startedAt ?? '';
  return view && startedAt ? { view, startedAt, next } : undefined;
}

interface NextTimeProps {
  pair: string;
  occurrence: string;
  names: string;
}

/** After the face the next date: the one that stands, or the same hour after the time they agreed on. */
export default function NextTime({ pair, occurrence, names }: NextTimeProps) {
  const { t } = useTranslation('panel');
  const page = usePageStyles();
  const dates = useDates();
  const { run, busy, trouble } = useAction();
  const [known, setKnown] = useState<Known>();
  // It is an offer: where it cannot be read, nothing is missing.
  useEffect(() => void readNext(pair, occurrence).then(setKnown, () => undefined), [pair, occurrence]);
  if (!known) return null;
  const { view, startedAt, next } = known;
  if (next)
    return (
      <Card title={t('nextTime.title')}>
        <p className={page.text}>{dates.moment(next)}</p>
      </Card>
    );
  const { startTime, endTime } = sameHourLater(startedAt, view.agreement?.text.rhythm ?? 'none', Date.now());
  const plan = (times: { startTime: string; endTime: string }) => () =>
    void run(() =>
      composeMeeting({
        subject: t('nextTime.subject', { me: view.myFirstName, names }),
        content: t('nextTime.content'),
        attendees: view.partnerMails,
        ...times,
      }),
    );
  return (
    <Card title={t('nextTime.title')}>
      <p className={page.text}>{t('nextTime.open', { when: dates.moment(startTime) })}</p>
      <div className={page.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={plan({ startTime, endTime })}>
          {t('nextTime.suits')}
        </Button>
      </div>
      <p className={page.quiet}>{t('nextTime.another')}</p>
      <Trouble text={trouble} />
    </Card>
  );
}
