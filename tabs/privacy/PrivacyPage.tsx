import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/me.ts';
import { useHeld } from '../api/me.ts';
import { Page } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';
import { ToConcern } from '../parts/ToConcern.tsx';
import { EraseCard } from './EraseCard.tsx';
import { HeldCard, TakeCard } from './HeldCard.tsx';
import { WhoSees } from './WhoSees.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    alignItems: 'start',
    '@media (min-width: 720px)': { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
});

interface PrivacyProps {
  me: Me;
  onBack(): void;
  onConcern(): void;
}

/** What is held about somebody, who sees it, and how to take it along or be rid of it. */
export default function PrivacyPage({ me, onBack, onConcern }: PrivacyProps) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const held = useHeld();
  const [only, second] = me.pairs.flatMap(({ partners }) => partners.map(({ firstName }) => firstName));
  const name = me.firstName;
  return (
    <Page
      title={name ? t('privacy.title', { name, context: 'named' }) : t('privacy.title')}
      lead={t('privacy.lead')}
      back={{ label: t('privacy.back'), go: onBack }}
      isWide
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <WhoSees partner={second === undefined ? (only ?? '') : ''} />
          <Ready query={held}>{(all) => <HeldCard held={all} />}</Ready>
        </div>
        <div className={styles.column}>
          {held.data && <TakeCard held={held.data} />}
          <EraseCard />
          <ToConcern onOpen={onConcern} />
        </div>
      </div>
    </Page>
  );
}
