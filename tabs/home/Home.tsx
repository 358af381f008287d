import { Avatar, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Me, PairOnHome } from '#api/contract/me.ts';
import type { ProfileView } from '#api/contract/profile.ts';
import { useProfile } from '../api/profile.ts';
import { useSearches } from '../api/searches.ts';
import { useDates } from '../parts/dates.ts';
import { useReader } from '../parts/Frame.tsx';
import { Waiting } from '../parts/Notice.tsx';
import { namesIn } from '../parts/names.ts';
import { Card, Page, Trouble, usePageStyles } from '../parts/Page.tsx';
import type { Place } from '../parts/place.ts';
import { Ready } from '../parts/Ready.tsx';
import { useSentence } from '../parts/sentence.ts';
import { useAction } from '../parts/useAction.ts';
import { SearchEntry } from '../search/SearchEntry.tsx';
import { NextStep } from './NextStep.tsx';
import { isExecutive, nextStep, otherSearches } from './nextStep.ts';
import { openOurChat } from './openOurChat.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, minWidth: 0 },
  open: { flexShrink: 0, minWidth: 0 },
});

interface HomeProps {
  me: Me;
  go(place: Place): void;
}

/** What comes next, whom somebody meets, what they were invited to. */
export function Home({ me, go }: HomeProps) {
  const { t } = useTranslation('tab');
  const profile = useProfile();
  return (
    <Page title={me.firstName ? t('home.hello', { name: me.firstName }) : t('home.hello_nameless')}>
      <Ready query={profile}>{(known) => <Next me={me} profile={known} go={go} />}</Ready>
      {me.pairs.length > 0 && (
        <Card title={t('home.pairs')}>
          {me.pairs.map((card) => (
            <PairRow key={card.pair} card={card} go={go} />
          ))}
        </Card>
      )}
      {me.enrolments.length > 0 && (
        <Card title={t('home.invitations')}>
          {me.enrolments.map((one) => (
            <EnrolmentRow key={one.cohort} enrolment={one} go={go} />
          ))}
        </Card>
      )}
      {me.enrolments.length > 0 && <BotHint />}
    </Page>
  );
}

/** The next step, and below it the searches that aren't it. A search that cannot be read holds nothing up. */
function Next({ me, profile, go }: HomeProps & { profile: ProfileView }) {
  const query = useSearches(isExecutive(me));
  const sentenceOf = useSentence();
  if (query.isLoading) return <Waiting />;
  const searches = query.data ?? [];
  const step = nextStep(me, profile, searches);
  return (
    <>
      <NextStep step={step} go={go} />
      {otherSearches(me, profile, { step, searches }).map((search) => (
        <SearchEntry key={search.cohort} search={search} go={go} />
      ))}
      <Trouble text={query.isLoadingError ? sentenceOf(query.error) : ''} />
    </>
  );
}

function PairRow({ card, go }: { card: PairOnHome; go(place: Place): void }) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const dates = useDates();
  const styles = useStyles();
  const page = usePageStyles();
  const names = namesIn(
    locale,
    card.partners.map(({ firstName }) => firstName),
  );
  const isStill = card.state === 'paused' || card.state === 'ended';
  const isForDraft = card.state === 'active' && card.next === 'wait';
  const { meeting } = card;
  const stage = meeting && card.next === 'meet' ? `stage.${meeting.stage}` : card.next;
  const state = isStill ? card.state : isForDraft ? 'waitForDraft' : stage;
  const at = meeting?.at;
  const when = { moment: at ? dates.moment(at) : '', day: at ? dates.day(at) : '' };
  return (
    <div className={styles.row}>
      <Avatar name={names} color="colorful" size={40} aria-hidden="true" />
      <div className={styles.words}>
        <h3 className={page.heading}>{names}</h3>
        <p className={page.quiet}>
          {t(`home.state.${state}`, { names, ...when })} · {card.cohortName}
        </p>
      </div>
      <Button
        className={styles.open}
        aria-label={`${t('home.open')}: ${names}`}
        onClick={() => go({ at: 'pair', pair: card.pair })}
      >
        {t('home.open')}
      </Button>
    </div>
  );
}

function EnrolmentRow({ enrolment, go }: { enrolment: Me['enrolments'][number]; go(place: Place): void }) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <h3 className={page.heading}>{enrolment.cohortName}</h3>
        <p className={page.quiet}>{t(`home.enrolment.${enrolment.state}`)}</p>
      </div>
      <Button
        className={styles.open}
        aria-label={`${t('home.open')}: ${enrolment.cohortName}`}
        onClick={() => go({ at: 'invitation', cohort: enrolment.cohort })}
      >
        {t('home.open')}
      </Button>
    </div>
  );
}

function BotHint() {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  return (
    <div className={page.actions}>
      <p className={page.quiet}>{t('home.botHint')}</p>
      <Button appearance="subtle" disabledFocusable={busy} onClick={() => void run(openOurChat)}>
        {t('home.bot')}
      </Button>
      <Trouble text={trouble} />
    </div>
  );
}
