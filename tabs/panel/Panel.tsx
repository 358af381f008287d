import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingLookup } from '#api/contract/meetings.ts';
import { call } from '../api/call.ts';
import { Failed, Notice, Waiting } from '../parts/Notice.tsx';
import type { Client } from '../teams.ts';
import { Claim } from './Claim.tsx';
import { Conversation } from './Conversation.tsx';

type Found = { state: 'looking' } | { state: 'failed'; problem: unknown } | MeetingLookup;

const LOOK_AGAIN_MS = 1_500;

/** What the panel in a meeting shows: whose meeting it is decides everything. */
export function Panel({ client }: { client: Client }) {
  const { t } = useTranslation('panel');
  const [found, setFound] = useState<Found>({ state: 'looking' });
  const where = { teamsMeeting: client.meetingId, teamsChat: client.chatId };
  const { teamsMeeting, teamsChat } = where;

  const find = useCallback(
    () => call('findMeeting', { query: { teamsMeeting, teamsChat } }).then(setFound),
    [teamsMeeting, teamsChat],
  );
  const look = useCallback(() => {
    setFound({ state: 'looking' });
    find().catch((problem) => setFound({ state: 'failed', problem }));
  }, [find]);
  useEffect(() => {
    if (teamsMeeting) look();
  }, [look, teamsMeeting]);
  // Until somebody says whose meeting this is, the other one may say it at any moment.
  const isOpen = found.state === 'unclaimed';
  useEffect(() => {
    if (!isOpen) return;
    const again = setInterval(() => void find().catch(() => undefined), LOOK_AGAIN_MS);
    return () => clearInterval(again);
  }, [isOpen, find]);

  if (!teamsMeeting) return <Notice title={t('before.title')} text={t('before.text')} />;
  switch (found.state) {
    case 'looking':
      return <Waiting />;
    case 'failed':
      return <Failed problem={found.problem} onRetry={look} />;
    case 'unclaimed':
      return <Claim lookup={found} where={where} onClaimed={setFound} />;
    case 'others':
      return <Notice title={t('others')} text={t('othersText')} />;
    case 'yours':
      return <Conversation pair={found.pair} occurrence={found.occurrence} partners={found.partners} />;
  }
}
