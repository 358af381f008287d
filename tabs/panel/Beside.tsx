import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Curiosities } from '#api/contract/jottings.ts';
import type { Kept, MeetingView } from '#api/contract/meetings.ts';
import { CURIOSITY_MAX } from '#domain/meetings/curiosity.ts';
import { call } from '../api/call.ts';
import { useDates } from '../parts/dates.ts';
import { useReader } from '../parts/Frame.tsx';
import { Grooves } from '../parts/Grooves.tsx';
import { Line, type Written } from '../parts/Line.tsx';
import { Failed, Waiting } from '../parts/Notice.tsx';
import { namesIn } from '../parts/names.ts';
import { Card, Page, Points, usePageStyles } from '../parts/Page.tsx';
import { useLineWords } from './useLineWords.ts';

const useStyles = makeStyles({
  all: { position: 'relative', overflow: 'hidden' },
  grooves: {
    position: 'absolute',
    top: '-70px',
    insetInlineEnd: '-90px',
    opacity: 0.35,
    pointerEvents: 'none',
  },
  body: { position: 'relative' },
  when: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface BesideProps {
  pair: string;
  partners: string[];
  onGiveBack(): void;
}

interface Known {
  kept: Kept['kept'];
  meetings: MeetingView[];
  curious: Curiosities;
}

async function readAll(pair: string): Promise<Known> {
  const asked = { params: { pair } };
  const [kept, meetings, curious] = await Promise.all([
    call('kept', asked),
    call('meetings', asked),
    call('curiosity', asked),
  ]);
  return {
    kept: kept?.kept ?? [],
    meetings: meetings?.meetings ?? [],
    curious: curious ?? { mine: null, seq: 0, others: [] },
  };
}

/**
 * Before and after the meeting, in its chat and its details: what each is curious about, when they meet, and what they
 * kept for it.
 */
export default function Beside({ pair, partners, onGiveBack }: BesideProps) {
  const { t } = useTranslation('panel');
  const { locale } = useReader();
  const styles = useStyles();
  const page = usePageStyles();
  const dates = useDates();
  const [known, setKnown] = useState<Known>();
  const [failed, setFailed] = useState<unknown>();
  const read = useCallback(() => {
    setFailed(undefined);
    readAll(pair).then(setKnown, setFailed);
  }, [pair]);
  useEffect(read, [read]);

  if (failed) return <Failed problem={failed} onRetry={read} />;
  if (!known) return <Waiting />;
  const names = namesIn(locale, partners);
  const { kept, meetings, curious } = known;
  const next = meetings.findLast(({ state }) => state === 'planned' || state === 'open');
  const last = meetings.find(({ state }) => state === 'ended');
  return (
    <div className={styles.all}>
      <Grooves className={styles.grooves} size={240} />
      <div className={styles.body}>
        <Page
          title={t('curious.title')}
          lead={
            <>
              <span className={styles.when}>
                {next ? t('beside.next', { when: dates.moment(next.startedAt) }) : t('beside.noNext')}
              </span>
              <br />
              {t('curious.lead', { names })}
            </>
          }
        >
          <Curious
            key={curious.seq}
            {...{ pair, names, curious }}
            onKept={(now) => setKnown({ ...known, curious: now })}
          />
          <Card title={t('kept.title')}>
            {kept.length > 0 ? (
              <Points points={kept.map(({ text }) => text)} />
            ) : (
              <p className={page.text}>{t('beside.nothingKept')}</p>
            )}
            <p className={page.quiet}>{t('beside.inTheMeeting')}</p>
          </Card>
          {last && <p className={page.quiet}>{t('beside.last', { when: dates.day(last.startedAt) })}</p>}
          <div className={page.actions}>
            <Button appearance="subtle" onClick={onGiveBack}>
              {t('giveBack.open')}
            </Button>
          </div>
        </Page>
      </div>
    </div>
  );
}

interface CuriousProps {
  pair: string;
  names: string;
  curious: Curiosities;
  onKept(now: Curiosities): void;
}

/** One line that waits for the meeting, and what the others wonder who share it. */
function Curious({ pair, names, curious, onKept }: CuriousProps) {
  const { t } = useTranslation('panel');
  const page = usePageStyles();
  const words = useLineWords(names);
  const { mine, seq, others } = curious;
  const keep = async (body: Written) =>
    onKept(await call('saveCuriosity', { params: { pair }, body, etag: String(seq) }));
  return (
    <Card>
      <Line
        words={words(t('curious.label'))}
        {...(mine && { start: mine })}
        canBeEmpty={mine !== null}
        maxLength={CURIOSITY_MAX}
        onKeep={keep}
      />
      <p role="status" className={page.quiet}>
        {mine ? t('curious.kept') : ''}
      </p>
      {others.map(({ firstName: name, text }) => (
        <div key={`${name} ${text}`}>
          <p className={page.quiet}>{t('curious.other', { name })}</p>
          <p className={page.text}>{text}</p>
        </div>
      ))}
    </Card>
  );
}
