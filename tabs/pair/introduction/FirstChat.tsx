import { useTranslation } from 'react-i18next';
import { useDates } from '../../parts/dates.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { PlanMeeting } from '../meetings/PlanMeeting.tsx';
import type { PairProps } from '../pairProps.ts';
import { Answers } from './Answers.tsx';
import { ToSearch } from './ToSearch.tsx';

/** Both would like to meet: plan a first chat, then decide. The other's answer never shows. */
export function FirstChat(props: PairProps) {
  const { view, names } = props;
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const mails = view.partnerMails;
  return (
    <>
      <Card title={t('firstChat.plan')}>
        <p className={page.text}>{t('firstChat.planText')}</p>
        {mails.length > 0 && (
          <PlanMeeting
            pair={view.pair}
            names={names}
            me={view.myFirstName}
            kind="firstChat"
            write={t('firstChat.write', { names })}
          />
        )}
      </Card>
      <Deciding {...props} />
    </>
  );
}

function Deciding({ view, names, onSearch }: PairProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const isYes = view.myAnswer === 'yes';
  const at = isYes ? view.hearBy : view.answerBy;
  const when = at ? dates.moment(at) : '';
  return (
    <Card title={t(isYes ? 'introduction.saidYes' : 'firstChat.decide')}>
      <p className={page.text} role="status">
        {t(isYes ? 'firstChat.saidYesText' : 'firstChat.decideText', { when })}
      </p>
      <Answers view={view} names={names} offered={isYes ? [] : ['yes']} isQuiet />
      {view.asked === 'me' && <ToSearch pair={view.pair} onSearch={onSearch} />}
      <SeenBy who={t('introduction.seen')} />
    </Card>
  );
}
