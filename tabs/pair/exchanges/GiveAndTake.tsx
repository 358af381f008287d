import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BalanceView, Exchanges } from '#api/contract/exchanges.ts';
import { useAlong, useExchanges } from '../../api/exchanges.ts';
import { useOthers } from '../../parts/others.ts';
import { Card, Points, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import type { SpaceProps } from '../pairProps.ts';
import { HelpForm } from './HelpForm.tsx';
import { Scales } from './Scales.tsx';
import { saidHelp } from './saidHelp.ts';

const useStyles = makeStyles({
  said: { margin: 0, textAlign: 'center', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  helps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: `${tokens.spacingVerticalM} 0 0`,
    listStyleType: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});

/** Whether give and take lean, as a beam and a sentence, never a number; the last helps, and ways to give back. */
export function GiveAndTake({ view, names }: SpaceProps) {
  const { t } = useTranslation('tab');
  const exchanges = useExchanges(view.pair);
  return (
    <Card title={t('scales.title')}>
      <Ready query={exchanges}>{(seen) => <Seen seen={seen} view={view} names={names} />}</Ready>
    </Card>
  );
}

function Seen({ seen, view, names }: SpaceProps & { seen: Exchanges }) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const styles = useStyles();
  const page = usePageStyles();
  const { note } = useAlong(view.pair);
  const [open, setOpen] = useState<'' | 'note' | 'ideas'>('');
  const { balance, partners, helps, ideas } = seen;
  const partner = balance.state === 'leans' ? balance.partner : (partners[0]?.firstName ?? '');
  if (open === 'note')
    return <HelpForm partners={partners} names={names} onSave={note} onDone={() => setOpen('')} />;
  return (
    <>
      <Scales balance={balance} role={view.role} me={view.myFirstName} partner={partner} />
      <p className={styles.said}>
        <Sentence balance={balance} count={partners.length} />
      </p>
      {helps.length > 0 && (
        <ul className={styles.helps} aria-label={t('scales.last')}>
          {helps.map((help) => (
            <li key={help.exchange}>{saidHelp(t, help)}</li>
          ))}
        </ul>
      )}
      <div className={page.actions}>
        <Button onClick={() => setOpen('note')}>{t('scales.note')}</Button>
        {balance.state === 'leans' && ideas.length > 0 && (
          <Button aria-expanded={open === 'ideas'} onClick={() => setOpen(open === 'ideas' ? '' : 'ideas')}>
            {t(balance.iGaveMore ? 'scales.ideasTheirs' : 'scales.ideasMine', { name: partner })}
          </Button>
        )}
      </div>
      {balance.state === 'leans' && open === 'ideas' && (
        <div className={page.group}>
          <p className={page.quiet}>
            {t(balance.iGaveMore ? 'scales.ideasTheirsLead' : 'scales.ideasMineLead', { name: partner })}
          </p>
          <Points points={ideas} />
        </div>
      )}
      <SeenBy who={t('scales.seen', others)} />
    </>
  );
}

function Sentence({ balance, count }: { balance: BalanceView; count: number }) {
  const { t } = useTranslation('tab');
  if (balance.state === 'tooSoon') return t('scales.tooSoon', { count });
  if (balance.state !== 'leans') return t(`scales.${balance.state}`);
  const side = balance.iGaveMore ? 'fromMe' : 'toMe';
  return t(balance.isClear ? `scales.${side}Clear` : `scales.${side}`, { name: balance.partner });
}
