import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingLookup } from '#api/contract/meetings.ts';
import { call } from '../api/call.ts';
import { Failed, Notice, Waiting } from '../parts/Notice.tsx';
import { OthersProvider } from '../parts/others.ts';
import type { Client } from '../teams.ts';
import { Claim } from './Claim.tsx';
import { Conversation } from './Conversation.tsx';

type Found = { state: 'looking' } | { state: 'failed'; problem: unknown } | MeetingLookup;

const LOOK_AGAIN_MS = 1_500;
/** Each pause is so much longer than the one before, up to the longest. */
const SLOWER = 1.2;
const LONGEST_PAUSE_MS = 15_000;

const Beside = lazy(() => import('./Beside.tsx'));
const GiveBack = lazy(() => import('./GiveBack.tsx'));

/**
 * What Turntable shows in a meeting: whose meeting it is decides everything. Only the side panel is in the meeting;
 * in its chat and its details we look up and prepare.
 */
export function Panel({ client }: { client: Client }) {
  const { t } = useTranslation('panel');
  const [found, setFound] = useState<Found>({ state: 'looking' });
  const where = { teamsMeeting: client.meetingId, teamsChat: client.chatId };
  const { teamsMeeting, teamsChat } = where;
  const { inSidePanel } = client;
  const [givingBack, setGivingBack] = useState(false);

  const find = useCallback(async () => {
    const ids = { teamsMeeting, teamsChat };
    const seen = await call('findMeeting', { query: ids });
    const isWaiting = inSidePanel && seen.state === 'yours' && !seen.occurrence;
    setFound(isWaiting ? await call('enterMeeting', { body: ids }) : seen);
  }, [teamsMeeting, teamsChat, inSidePanel]);
  const look = useCallback(() => {
    setFound({ state: 'looking' });
    find().catch((problem) => setFound({ state: 'failed', problem }));
  }, [find]);
  useEffect(() => {
    if (teamsMeeting || teamsChat) look();
  }, [look, teamsMeeting, teamsChat]);
  // Until somebody says whose meeting this is, the other one may say it at any moment; and Teams may be late.
  const isOpen =
    inSidePanel &&
    (found.state === 'unclaimed' ||
      found.state === 'elsewhere' ||
      (found.state === 'yours' && !found.occurrence));
  useEffect(() => {
    if (!isOpen) return;
    let timer: number;
    const again = (pauseMs: number) => {
      timer = window.setTimeout(() => {
        void find().catch(() => undefined);
        again(Math.min(pauseMs * SLOWER, LONGEST_PAUSE_MS));
      }, pauseMs);
    };
    again(LOOK_AGAIN_MS);
    return () => window.clearTimeout(timer);
  }, [isOpen, find]);

  if (givingBack && found.state === 'yours')
    return (
      <Suspense fallback={<Waiting />}>
        <GiveBack
          where={where}
          partners={found.partners}
          onKept={() => setGivingBack(false)}
          onDone={() => {
            setGivingBack(false);
            look();
          }}
        />
      </Suspense>
    );
  if (!teamsMeeting && !teamsChat) return <Notice title={t('before.title')} text={t('before.text')} />;
  switch (found.state) {
    case 'looking':
      return <Waiting />;
    case 'failed':
      return <Failed problem={found.problem} onRetry={look} />;
    case 'elsewhere':
      return <Notice title={t('elsewhere.title')} text={t('elsewhere.text')} />;
    case 'others':
      return <Notice isOthers title={t('others')} text={t('othersText')} />;
    case 'unclaimed':
      if (!inSidePanel) return <Notice title={t('before.title')} text={t('before.text')} />;
      return <Claim lookup={found} where={where} onClaimed={setFound} />;
    case 'yours':
      return (
        <OthersProvider value={found.partners}>
          {inSidePanel && found.occurrence ? (
            <Conversation {...found} onOver={look} onGiveBack={() => setGivingBack(true)} />
          ) : (
            <Suspense fallback={<Waiting />}>
              <Beside {...found} onGiveBack={() => setGivingBack(true)} />
            </Suspense>
          )}
        </OthersProvider>
      );
  }
}
