import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kept, MeetingView } from '#api/contract/meetings.ts';
import { call } from '../api/call.ts';
import { useDates } from '../parts/dates.ts';
import { useReader } from '../parts/Frame.tsx';
import { Failed, Waiting } from '../parts/Notice.tsx';
import { namesIn } from '../parts/names.ts';
import { Card, Page, Points, usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';

interface BesideProps {
  pair: string;
  partners: string[];
  onGiveBack(): void;
}

interface Known {
  kept: Kept['kept'];
  meetings: MeetingView[];
}

/** Before and after the meeting, in its chat and its details: when the two meet, and what they kept for it. */
export default function Beside({ pair, partners, onGiveBack }: BesideProps) {
  const { t } = useTranslation('panel');
  const { locale } = useReader();
  const page = usePageStyles();
  const dates = useDates();
  const [known, setKnown] = useState<Known>();
  const [failed, setFailed] = useState<unknown>();
  const read = useCallback(() => {
    setFailed(undefined);
    const asked = { params: { pair } };
    Promise.all([call('kept', asked), call('meetings', asked)]).then(
      ([kept, meetings]) => setKnown({ kept: kept?.kept ?? [], meetings: meetings?.meetings ?? [] }),
      setFailed,
    );
  }, [pair]);
  useEffect(read, [read]);

  if (failed) return <Failed problem={failed} onRetry={read} />;
  if (!known) return <Waiting />;
  const names = namesIn(locale, partners);
  const { kept, meetings } = known;
  const next = meetings.findLast(({ state }) => state === 'open');
  const last = meetings.find(({ state }) => state === 'ended');
  return (
    <Page title={t('beside.title', { names })} lead={t('beside.lead')}>
      <Card title={t('beside.when')}>
        <p className={page.text}>
          {next ? t('beside.next', { when: dates.moment(next.startedAt) }) : t('beside.noNext')}
        </p>
        {last && <p className={page.quiet}>{t('beside.last', { when: dates.day(last.startedAt) })}</p>}
      </Card>
      <Card title={t('kept.title')}>
        {kept.length > 0 ? (
          <Points points={kept.map(({ text }) => text)} />
        ) : (
          <p className={page.text}>{t('beside.nothingKept')}</p>
        )}
      </Card>
      <div className={page.actions}>
        <Button appearance="subtle" onClick={onGiveBack}>
          {t('giveBack.open')}
        </Button>
      </div>
      <SeenBy who={t('live.privacy', { names })} />
    </Page>
  );
}
