import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/me.ts';
import { useReader } from '../parts/Frame.tsx';
import { namesIn } from '../parts/names.ts';
import { Page, usePageStyles } from '../parts/Page.tsx';
import type { Place } from '../parts/place.ts';
import { ToConcern } from '../parts/ToConcern.tsx';
import primer from '../words/en/primer.json';
import { addWords } from '../words.ts';
import { Chooser } from './Chooser.tsx';
import { LeafCard } from './LeafCard.tsx';
import { type Bookmarks, LEAVES, type Leaf, type Role, roleOf } from './leaves.ts';

await addWords('primer', primer);

const useStyles = makeStyles({
  book: {
    display: 'grid',
    gridTemplateColumns: '240px minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 760px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: tokens.spacingVerticalM,
    },
  },
  skip: {
    minWidth: 0,
    marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalM})`,
    '@media (max-width: 480px)': { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  },
  foot: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  other: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

interface PrimerProps {
  me: Me;
  /** The pair it was opened for, which it leads back to. */
  pair?: string;
  bookmarks: Bookmarks;
  onTurn(bookmarks: Bookmarks): void;
  go(place: Place): void;
}

/** Five short pages for each role before the first conversation. Nothing of how it is read goes anywhere. */
export default function Primer({ me, pair, bookmarks, onTurn, go }: PrimerProps) {
  const { t } = useTranslation('primer');
  const styles = useStyles();
  const page = usePageStyles();
  const { card, names } = useWhom(me, pair);
  const [role, setRole] = useState(roleOf(me, pair));
  /** Who comes here begins at its title; who turns a page, at that page. */
  const [hasTurned, setHasTurned] = useState(false);
  const leaf = bookmarks[role];
  const other: Role = role === 'mentor' ? 'executive' : 'mentor';
  const turn = (next: Leaf) => {
    setHasTurned(true);
    onTurn({ ...bookmarks, [role]: next });
  };
  const leave = () => go(card ? { at: 'pair', pair: card.pair } : { at: 'home' });
  return (
    <Page
      title={t('title', names ? { names, context: 'named' } : {})}
      lead={t(`lead.${role}`)}
      back={{ label: card ? t('toSpace') : t('tab:nav.back'), go: leave }}
      actions={
        <Button className={styles.skip} appearance="subtle" onClick={leave}>
          {t('skip')}
        </Button>
      }
      isWide
    >
      <div className={styles.book}>
        <Chooser role={role} chosen={leaf} onChoose={turn} />
        <LeafCard
          key={`${role} ${leaf}`}
          {...{ role, leaf, takesFocus: hasTurned }}
          onTurn={turn}
          onDone={leave}
        />
      </div>
      <div className={styles.foot}>
        {leaf === LEAVES.at(-1) && <ToConcern onOpen={() => go({ at: 'concern' })} />}
        <p className={page.quiet}>{t('kept')}</p>
        <Button
          className={styles.other}
          appearance="subtle"
          onClick={() => {
            setHasTurned(true);
            setRole(other);
          }}
        >
          {t(`other.${other}`)}
        </Button>
      </div>
    </Page>
  );
}

/** The own pair it was opened for, and whom somebody is about to meet there; no names once it has ended. */
function useWhom({ pairs }: Me, pair?: string) {
  const { locale } = useReader();
  const card = pairs.find((one) => one.pair === pair);
  const partners = card && card.state !== 'ended' ? card.partners : [];
  const names = namesIn(
    locale,
    partners.map(({ firstName }) => firstName),
  );
  return { card, names };
}
