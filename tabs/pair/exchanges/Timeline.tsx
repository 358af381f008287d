import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MomentView } from '#api/contract/exchanges.ts';
import { useAlong, useTimeline } from '../../api/exchanges.ts';
import { useDates } from '../../parts/dates.ts';
import { usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import type { SpaceProps } from '../pairProps.ts';
import { byDay } from './days.ts';
import { type MarkName, RoundMark } from './Mark.tsx';
import { Remove } from './Remove.tsx';
import { saidHelp } from './saidHelp.ts';
import { KeptWords, Words } from './Words.tsx';

const SHOWN_FIRST = 30;

const useStyles = makeStyles({
  section: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
    // The line ends where it began.
    '& > div:last-child li:last-child::before': { display: 'none' },
  },
  line: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  moment: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalL,
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '13px',
      top: '32px',
      bottom: '4px',
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  what: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  /** Stands in the middle of its mark. */
  title: { margin: 0, paddingTop: '4px', lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  day: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  outline: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
});

/** One line of everything that happened between them, latest first. */
export function Timeline({ view, names }: SpaceProps) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const page = usePageStyles();
  const dates = useDates();
  const [show, setShow] = useState(SHOWN_FIRST);
  const timeline = useTimeline(view.pair, show);
  return (
    <section className={styles.section} aria-label={t('along.line')}>
      <h2 className={page.heading}>{t('along.line')}</h2>
      <Ready query={timeline}>
        {({ moments, hasMore }) => (
          <>
            {moments.every(({ kind }) => kind === 'signature') && (
              <p className={`${styles.outline} ${page.quiet}`}>{t('along.empty')}</p>
            )}
            {byDay(moments, dates.dayOf).map(({ day, at, moments: ofDay }) => (
              <div key={day}>
                <h3 className={styles.day}>{dates.day(at)}</h3>
                <ul className={styles.line}>
                  {ofDay.map((moment) => (
                    <Moment key={keyOf(moment)} moment={moment} view={view} names={names} />
                  ))}
                </ul>
              </div>
            ))}
            {hasMore && (
              <div>
                <Button
                  disabledFocusable={timeline.isPlaceholderData}
                  onClick={() => setShow(show + SHOWN_FIRST)}
                >
                  {t('along.earlier')}
                </Button>
              </div>
            )}
          </>
        )}
      </Ready>
    </section>
  );
}

function keyOf(moment: MomentView): string {
  switch (moment.kind) {
    case 'meeting':
      return moment.occurrence;
    case 'learning':
      return moment.learning.learning;
    case 'exchange':
      return moment.exchange.exchange;
    case 'signature':
      return `version ${moment.version}`;
  }
}

function Moment({ moment, view, names }: SpaceProps & { moment: MomentView }) {
  const { t } = useTranslation('tab');
  const { takeBack } = useAlong(view.pair);
  switch (moment.kind) {
    case 'meeting': {
      const way = moment.told ? moment.told.way : 'video';
      return (
        <Line mark={WAYS[way]} isMeeting title={t(`along.met_${way}`)}>
          {moment.words.map((said) => (
            <Words key={`${said.byFirstName} ${said.kind}`} said={said} names={names} />
          ))}
        </Line>
      );
    }
    case 'learning':
      return (
        <Line mark={moment.learning.kind}>
          <KeptWords learning={moment.learning} view={view} names={names} />
        </Line>
      );
    case 'exchange': {
      const said = saidHelp(t, moment.exchange);
      return (
        <Line mark="help" title={said}>
          {moment.exchange.isMine && (
            <Remove
              label={t('along.takeBack')}
              whole={t('along.takeBackThis', { text: said })}
              title={t('along.sureBackTitle')}
              text={t('along.sureBack', { names })}
              yes={t('along.yesBack')}
              no={t('along.no')}
              onRemove={() => takeBack(moment.exchange.exchange)}
            />
          )}
        </Line>
      );
    }
    case 'signature': {
      const key = moment.version === 1 ? 'along.signed' : 'along.signedAnew';
      return <Line mark="signature" title={t(key, { count: view.partners.length })} />;
    }
  }
}

const WAYS = { walk: 'walk', coffee: 'coffee', lunch: 'lunch', video: 'screen', '': 'talk' } as const;

interface LineProps {
  mark: MarkName;
  isMeeting?: boolean;
  title?: string;
  children?: ReactNode;
}

function Line({ mark, isMeeting = false, title, children }: LineProps) {
  const styles = useStyles();
  return (
    <li className={styles.moment}>
      <RoundMark name={mark} isMeeting={isMeeting} />
      <div className={styles.what}>
        {title && <p className={`${styles.title} ${isMeeting ? styles.strong : ''}`}>{title}</p>}
        {children}
      </div>
    </li>
  );
}
