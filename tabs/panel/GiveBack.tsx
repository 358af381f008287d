import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { useReader } from '../parts/Frame.tsx';
import { withReader } from '../parts/names.ts';
import { usePageStyles } from '../parts/Page.tsx';
import { Sure } from '../parts/Sure.tsx';
import { useAction } from '../parts/useAction.ts';

interface GiveBackProps {
  where: { teamsMeeting: string; teamsChat: string };
  partners: string[];
  onDone(): void;
  onKept(): void;
}

/** Asks once more before a meeting is given back that is not the pair's. */
export default function GiveBack({ where, partners, onDone, onKept }: GiveBackProps) {
  const { t } = useTranslation('panel');
  const { locale } = useReader();
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  return (
    <div className={page.page}>
      <Sure
        title={t('giveBack.title')}
        text={t('giveBack.text', withReader(locale, partners))}
        yes={t('giveBack.yes')}
        no={t('giveBack.no')}
        busy={busy}
        trouble={trouble}
        onYes={() => void run(() => call('giveBackMeeting', { query: where }).then(onDone))}
        onNo={onKept}
      />
    </div>
  );
}
