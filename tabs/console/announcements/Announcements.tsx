import { Badge, Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView } from '#api/contract/announcements.ts';
import { useAnnouncements, useRetry, useStop } from '../../api/announcements.ts';
import { useDates } from '../../parts/dates.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';
import { AnnouncementForm } from './AnnouncementForm.tsx';
import { Deliveries } from './Deliveries.tsx';
import { InName } from './InName.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { padding: `${tokens.spacingVerticalS} 0` },
  reply: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
});

/** What was announced, what became of it for each person, and what came back. */
export function Announcements({ cohort, name }: { cohort: string; name: string }) {
  return (
    <>
      <AnnouncementForm cohort={cohort} cohortName={name} />
      <InName cohort={cohort} />
      <AnnouncementPage cohort={cohort} before="" />
    </>
  );
}

/** So many at a time; those before are read when they are asked for. */
function AnnouncementPage({ cohort, before }: { cohort: string; before: string }) {
  const { t } = useTranslation('console');
  const query = useAnnouncements(cohort, before);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Ready query={query}>
      {({ announcements, more }) => (
        <>
          {announcements
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .map((one) => (
              <Announcement key={one.announcement} cohort={cohort} view={one} />
            ))}
          {more && !isOpen && (
            <div>
              <Button onClick={() => setIsOpen(true)}>{t('announcement.earlier')}</Button>
            </div>
          )}
          {more && isOpen && <AnnouncementPage cohort={cohort} before={more} />}
        </>
      )}
    </Ready>
  );
}

function Announcement({ cohort, view }: { cohort: string; view: AnnouncementView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  const [isOpen, setIsOpen] = useState(false);
  const { meant, notMeant, sent } = view.counts;
  return (
    <Card title={view.title}>
      <p className={page.quiet}>
        {dates.moment(view.at)} · {t(`audience.${view.audience}`)}
      </p>
      <p className={page.text}>{view.text}</p>
      <div className={page.actions}>
        <Badge appearance="tint" color={sent === meant ? 'success' : 'informative'} size="large">
          {t('announcement.sent', { sent, of: meant })}
        </Badge>
        <Button appearance="subtle" aria-expanded={isOpen} onClick={() => setIsOpen((open) => !open)}>
          {t('announcement.who')}
        </Button>
      </div>
      {view.state === 'stopped' ? (
        <p className={page.text}>{t('announcement.stopped')}</p>
      ) : (
        <Progress cohort={cohort} view={view} />
      )}
      {notMeant > 0 && view.state !== 'stopped' && (
        <p className={page.quiet}>{t('announcement.notFor', { count: notMeant })}</p>
      )}
      {isOpen && <Deliveries cohort={cohort} view={view} />}
      <Again cohort={cohort} view={view} />
      {view.replies.length > 0 && (
        <section aria-label={t('announcement.replies')}>
          <h3 className={page.heading}>{t('announcement.replies')}</h3>
          <ul className={styles.list}>
            {view.replies.map(({ name, text, at }) => (
              <li key={`${at} ${name}`} className={styles.row}>
                <blockquote className={styles.reply}>
                  <p className={page.text}>{text}</p>
                  <p className={page.quiet}>
                    {name} · {dates.moment(at)}
                  </p>
                </blockquote>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

/** How far it has come, while it goes on, who gets it in the morning, and a way to stop it for all of them. */
function Progress({ cohort, view }: { cohort: string; view: AnnouncementView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [isAsked, setIsAsked] = useState(false);
  const stop = useStop(cohort);
  const { run, busy, trouble } = useAction();
  const { title, counts, announcement } = view;
  const { meant, onTheWay, quiet } = counts;
  return (
    <>
      {onTheWay > 0 && (
        <>
          <ProgressBar
            aria-label={t('announcement.progress', { title })}
            value={meant - onTheWay}
            max={meant}
            thickness="large"
          />
          <p className={page.quiet}>{t('announcement.onTheWay', { count: onTheWay })}</p>
        </>
      )}
      {quiet > 0 && <p className={page.quiet}>{t('announcement.quiet', { count: quiet })}</p>}
      {onTheWay + quiet > 0 && !isAsked && (
        <div className={page.actions}>
          <Button onClick={() => setIsAsked(true)}>{t('announcement.stop')}</Button>
        </div>
      )}
      {isAsked && (
        <Sure
          title={t('announcement.stopSure')}
          text={t('announcement.stopText')}
          yes={t('announcement.stopYes')}
          no={t('announcement.stopNo')}
          busy={busy}
          trouble={trouble}
          onYes={() => void run(() => stop.mutateAsync(announcement))}
          onNo={() => setIsAsked(false)}
        />
      )}
    </>
  );
}

/** Sending once more to those it did not reach, and what that means where nobody knows. */
function Again({ cohort, view }: { cohort: string; view: AnnouncementView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const retry = useRetry(cohort);
  const { run, busy, trouble } = useAction();
  const unclear = view.counts.unknown;
  const lost = view.counts.failed + unclear;
  if (lost === 0 || view.state === 'stopped') return null;
  return (
    <>
      {unclear > 0 && <p className={page.quiet}>{t('announcement.unclear', { count: unclear })}</p>}
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={() => void run(() => retry.mutateAsync(view.announcement))}>
          {t('announcement.again', { count: lost })}
        </Button>
      </div>
    </>
  );
}
