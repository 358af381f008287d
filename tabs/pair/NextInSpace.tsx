import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useDates } from '../parts/dates.ts';
import { useOthers } from '../parts/others.ts';
import { Card, usePageStyles } from '../parts/Page.tsx';
import { ToClosing } from './closing/ToClosing.tsx';
import { PlanMeeting } from './meetings/PlanMeeting.tsx';
import type { SpaceProps } from './pairProps.ts';

interface NextInSpaceProps extends SpaceProps {
  onPart(part: 'meetings' | 'agreement'): void;
  onClosing(): void;
}

/** What comes next between the two, as Home says it: one card, and none where a time is booked or the pair rests. */
export function NextInSpace({ view, names, onPart, onClosing }: NextInSpaceProps) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const page = usePageStyles();
  const dates = useDates();
  const { stage = 'never', at = null, isSure = true } = view.meeting ?? {};
  if (stage === 'now')
    return (
      <Card title={t('step.meetNow.title', others)}>
        <p className={page.text}>{t('step.meetNow.text')}</p>
      </Card>
    );
  if (stage === 'after')
    return (
      <Card title={t('step.sayHow.title', { names, ...(!isSure && { context: 'unsure' }) })}>
        <p className={page.text}>{t('pair.metOn', { day: at ? dates.day(at) : '' })}</p>
        <div className={page.actions}>
          <Button appearance="primary" onClick={() => onPart('meetings')}>
            {t('meetings.give')}
          </Button>
        </div>
      </Card>
    );
  if (view.next === 'close') return <ToClosing names={names} onOpen={onClosing} />;
  if (view.next === 'signAgreement')
    return (
      <Card title={t('pair.toSign')}>
        <div className={page.actions}>
          <Button appearance="primary" onClick={() => onPart('agreement')}>
            {t('step.signAgreement.go')}
          </Button>
        </div>
      </Card>
    );
  if (view.state === 'paused' || stage === 'booked' || stage === 'soon' || view.meeting?.next) return null;
  return (
    <Card title={t(stage === 'never' ? 'step.meet.title' : 'pair.again', { names })}>
      <PlanMeeting
        pair={view.pair}
        names={names}
        me={view.myFirstName}
        kind="meeting"
        isFirst={stage === 'never'}
      />
    </Card>
  );
}
