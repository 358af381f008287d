import { useTranslation } from 'react-i18next';
import { useDates } from '../../parts/dates.ts';
import { useOthers } from '../../parts/others.ts';
import { Card, Page, Points, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { several, severalIn } from '../../parts/several.ts';
import type { PairProps } from '../pairProps.ts';
import { Answers } from './Answers.tsx';
import { FirstChat } from './FirstChat.tsx';
import { ToSearch } from './ToSearch.tsx';

/** Two people who might meet. Once answered, only the own answer shows. */
export function Introduction(props: PairProps) {
  const { view, names, onBack } = props;
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const way = view.isFirstChat ? 'firstChat' : view.asked;
  const who = {
    names,
    ...several(view.partners),
    executive: view.role === 'executive' ? t('introduction.you') : view.executives.join(),
  };
  const what = { ...who, ...severalIn(view) };
  return (
    <Page
      title={t(`introduction.title.${way}`, who)}
      lead={view.isFirstChat ? t('introduction.lead', others) : t(`introduction.role.${view.role}`, what)}
      back={{ label: t('nav.back'), go: onBack }}
    >
      {view.isFirstChat && <FirstChat {...props} />}
      {view.reasons.length > 0 && (
        <Card title={t('introduction.why', what)}>
          <Points points={view.reasons} />
        </Card>
      )}
      {!view.isFirstChat && <Answer {...props} />}
      <Card title={t('introduction.nextTitle')}>
        <Points points={t(`introduction.next.${way}`, { returnObjects: true, ...what }) as string[]} />
      </Card>
    </Page>
  );
}

function Answer(props: PairProps) {
  const { view, names } = props;
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  if (view.myAnswer !== 'none') return <Answered {...props} />;
  return (
    <div className={page.group}>
      <Answers view={view} names={names} offered={['yes', 'meetFirst']} />
      <p className={page.quiet}>{t('introduction.firstChatIs')}</p>
      {view.answerBy && (
        <p className={page.quiet}>{t('introduction.until', { when: dates.moment(view.answerBy) })}</p>
      )}
      <SeenBy who={t('introduction.seen')} />
    </div>
  );
}

function Answered({ view, names, onSearch }: PairProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const when = view.hearBy ? dates.moment(view.hearBy) : '';
  const said = view.asked === 'me' ? 'asked' : view.myAnswer === 'meetFirst' ? 'saidMeetFirst' : 'saidYes';
  return (
    <div role="status">
      <Card title={t(`introduction.${said}`, { names })}>
        <p className={page.text}>
          {t(`introduction.${said}Text`, { when, names, ...several(view.partners) })}
        </p>
        {view.asked === 'me' ? (
          <ToSearch pair={view.pair} onSearch={onSearch} />
        ) : (
          <SeenBy who={t('introduction.seen')} />
        )}
      </Card>
    </div>
  );
}
