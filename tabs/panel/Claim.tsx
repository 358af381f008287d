import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingLookup } from '#api/contract/meetings.ts';
import { call } from '../api/call.ts';
import { useReader } from '../parts/Frame.tsx';
import { Notice } from '../parts/Notice.tsx';
import { namesIn } from '../parts/names.ts';
import { useSentence } from '../parts/sentence.ts';

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: '100%',
    marginTop: tokens.spacingVerticalS,
  },
  trouble: { margin: 0, color: tokens.colorPaletteRedForeground1 },
});

interface ClaimProps {
  lookup: Extract<MeetingLookup, { state: 'unclaimed' }>;
  where: { teamsMeeting: string; teamsChat: string };
  onClaimed(found: MeetingLookup): void;
}

/** Nobody has said whose meeting this is yet: one of the two does, once. */
export function Claim({ lookup, where, onClaimed }: ClaimProps) {
  const { t } = useTranslation('panel');
  const { locale } = useReader();
  const styles = useStyles();
  const sentenceOf = useSentence();
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);

  async function claim(pair: string) {
    setBusy(true);
    setTrouble('');
    try {
      onClaimed(await call('claimMeeting', { body: { ...where, pair } }));
    } catch (problem) {
      setTrouble(sentenceOf(problem));
      setBusy(false);
    }
  }

  const [only, ...rest] = lookup.pairs;
  if (!only)
    return lookup.agreementMissing ? (
      <Notice title={t('claim.missingTitle')} text={t('claim.missing')} />
    ) : (
      <Notice title={t('claim.noPairTitle')} text={t('claim.noPair')} />
    );
  const several = rest.length > 0;
  const question = t('claim.question', { names: namesIn(locale, only.partners) });
  return (
    <Notice title={several ? t('claim.which') : question} text={t('claim.why')}>
      <div className={styles.buttons}>
        {lookup.pairs.map(({ pair, partners }) => (
          <Button
            key={pair}
            appearance={several ? 'secondary' : 'primary'}
            size="large"
            disabledFocusable={busy}
            onClick={() => claim(pair)}
          >
            {several ? t('claim.with', { names: namesIn(locale, partners) }) : t('claim.yes')}
          </Button>
        ))}
      </div>
      {trouble && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
    </Notice>
  );
}
