import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { usePlanning } from '../api/meetings.ts';
import { usePairPhotos } from '../api/photos.ts';
import { Crossing } from '../parts/Crossing.tsx';
import { useDates } from '../parts/dates.ts';
import { Trouble, usePageStyles } from '../parts/Page.tsx';
import { useAction } from '../parts/useAction.ts';
import { callThem, openChatWith } from '../teams.ts';
import { useElsewhere } from './meetings/Times.tsx';
import type { SpaceProps } from './pairProps.ts';

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalS} 0 0`,
  },
  fact: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  clock: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  way: { minWidth: '64px' },
  /** Above it stands the way back, which no ring may cross. */
  picture: { '@media (min-width: 720px)': { marginBlockEnd: `calc(-1 * ${tokens.spacingVerticalM})` } },
});

/** The two faces of a pair in their grooves. */
export function SpaceFaces({ view }: Pick<SpaceProps, 'view'>) {
  const styles = useStyles();
  const { role, partners, myFirstName } = view;
  const { data: photos } = usePairPhotos(view);
  const roleOf = (firstName: string) =>
    role === 'mentor' && view.executives.includes(firstName) ? ('executive' as const) : ('mentor' as const);
  const people = [
    ...partners.map(({ firstName }, n) => ({
      firstName,
      role: roleOf(firstName),
      photo: photos?.partners[n],
    })),
    { firstName: myFirstName, role, photo: photos?.mine },
  ];
  return <Crossing people={people} size={72} className={styles.picture} />;
}

/** When they met last, and when they meet next on the clocks of all. */
export function SpaceFacts({ view }: Pick<SpaceProps, 'view'>) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const page = usePageStyles();
  const dates = useDates();
  const { data: planning } = usePlanning(view.pair);
  const elsewhere = useElsewhere(planning?.partners ?? []);
  const { last = null, next = null } = view.meeting ?? {};
  const way = last?.way ? t(`pair.lastWay.${last.way}`) : '';
  return (
    <dl className={styles.facts}>
      {last && (
        <div>
          <dt className={page.quiet}>{t('pair.last')}</dt>
          <dd className={styles.fact}>{[dates.shortDay(last.at), way].filter(Boolean).join(', ')}</dd>
        </div>
      )}
      <div>
        <dt className={page.quiet}>{t('pair.nextTime')}</dt>
        <dd className={styles.fact}>
          {next ? t('plan.at', { day: dates.shortDay(next), time: dates.time(next) }) : t('pair.notBooked')}
          {next &&
            elsewhere(next).map((one) => (
              <span key={one.names} className={styles.clock}>
                {' · '}
                {t('plan.for', one)}
              </span>
            ))}
        </dd>
      </div>
    </dl>
  );
}

/** Ways to the partners that are always at hand: their chat, a call, and that they met away from Teams. */
export function SpaceActions({ view, names, onMet }: SpaceProps & { onMet(): void }) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const { run, busy, trouble } = useAction();
  const mails = view.partnerMails;
  return (
    <>
      {mails.length > 0 && (
        <>
          <Button
            className={styles.way}
            aria-label={t('pair.chatWith', { names })}
            disabledFocusable={busy}
            onClick={() => void run(() => openChatWith(mails))}
          >
            {t('pair.chat')}
          </Button>
          <Button
            className={styles.way}
            aria-label={t('pair.callThem', { names })}
            disabledFocusable={busy}
            onClick={() => void run(() => callThem(mails))}
          >
            {t('pair.call')}
          </Button>
        </>
      )}
      <Button className={styles.way} onClick={onMet}>
        {t('met.button')}
      </Button>
      <Trouble text={trouble} />
    </>
  );
}
