import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Planning } from '#api/contract/meetings.ts';
import { usePlanning } from '../../api/meetings.ts';
import { useDates } from '../../parts/dates.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useSentence } from '../../parts/sentence.ts';
import { several } from '../../parts/several.ts';
import { useAction } from '../../parts/useAction.ts';
import { composeMeeting, openChatWith } from '../../teams.ts';
import { useForAssistant } from './ForAssistant.tsx';
import { Times } from './Times.tsx';
import { useAssistantText } from './useAssistantText.ts';

const useStyles = makeStyles({
  plan: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    overflowWrap: 'anywhere',
    '@media (max-width: 480px)': { flexDirection: 'column', alignItems: 'stretch' },
  },
});

interface PlanMeetingProps {
  pair: string;
  /** First names of the others, and of the reader. */
  names: string;
  me: string;
  kind: 'meeting' | 'firstChat';
  /** They have not met yet: how Turntable comes into the meeting is said. */
  isFirst?: boolean;
  size?: 'medium' | 'large';
  /** Label of the button that opens their chat instead; none without it. */
  write?: string;
}

/**
 * Finds a time with the partners: times at which all are at work, then the dialog that Teams has for it, filled in.
 * It comes from no calendar, so another time is always at hand.
 */
export function PlanMeeting(props: PlanMeetingProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const sentenceOf = useSentence();
  const planning = usePlanning(props.pair);
  if (planning.data) return <Plan {...props} planning={planning.data} />;
  if (!planning.isError)
    return (
      <p role="status" data-waiting className={page.quiet}>
        {t('plan.looking')}
      </p>
    );
  return (
    <div className={page.actions}>
      <Trouble text={sentenceOf(planning.error)} />
      <Button onClick={() => void planning.refetch()}>{t('plan.again')}</Button>
    </div>
  );
}

function Plan(props: PlanMeetingProps & { planning: Planning }) {
  const { planning, names, me, kind, isFirst = false, size = 'medium', write } = props;
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const page = usePageStyles();
  const dates = useDates();
  const { run, busy, trouble } = useAction();
  const [wanted, setWanted] = useState('');
  const chosen = planning.times.find(({ startsAt }) => startsAt === wanted) ?? planning.times[0];
  const subject = t(kind === 'firstChat' ? 'firstChat.subject' : 'pair.meetSubject', { me, names });
  const repeat =
    planning.rhythm === 'none'
      ? ''
      : t('plan.repeat', {
          rhythm: t(`agreement.rhythms.${planning.rhythm}`),
          ...several(planning.partners),
        });
  const attendees = planning.partners.map(({ mail }) => mail).filter(Boolean);
  const compose = (at?: Planning['times'][number]) =>
    void run(() =>
      composeMeeting({
        ...{ subject, attendees },
        content: [t(kind === 'firstChat' ? 'firstChat.content' : 'pair.meetText'), repeat].join(' ').trim(),
        ...(at && { startTime: at.startsAt, endTime: at.endsAt }),
      }),
    );
  const assistant = useForAssistant({
    text: useAssistantText(planning, { me, names, subject }),
    size,
  });
  return (
    <div className={styles.plan}>
      {chosen ? (
        <Times planning={planning} value={chosen.startsAt} onChoose={setWanted} />
      ) : (
        <p className={page.quiet}>{t('plan.none')}</p>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" size={size} disabledFocusable={busy} onClick={() => compose(chosen)}>
          {chosen ? t('plan.put', { day: dates.weekday(chosen.startsAt) }) : t('plan.find')}
        </Button>
        {chosen && (
          <Button appearance="subtle" size={size} disabledFocusable={busy} onClick={() => compose()}>
            {t('plan.another')}
          </Button>
        )}
        {assistant.button}
        {write && (
          <Button
            appearance="subtle"
            size={size}
            disabledFocusable={busy}
            onClick={() => void run(() => openChatWith(attendees))}
          >
            {write}
          </Button>
        )}
      </div>
      {assistant.below}
      <Trouble text={trouble} />
      {(repeat || isFirst) && (
        <p className={page.quiet}>{[repeat, isFirst ? t('plan.apps') : ''].join(' ').trim()}</p>
      )}
    </div>
  );
}
