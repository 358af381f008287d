import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView, WishView } from '#api/contract/rounds.ts';
import { useTakeBackWish } from '../../api/rounds.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import { PinForm } from './PinForm.tsx';
import { keyOfTwo, standingOf } from './reviewing.ts';
import { useRoundStyles } from './roundStyles.ts';

interface WishesProps {
  cohort: string;
  wishes: readonly WishView[];
  reviewed: RoundView | undefined;
}

/** What the champions asked of the next run: two to keep together, two to keep apart; each can be taken back. */
export function Wishes({ cohort, wishes, reviewed }: WishesProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useRoundStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card title={t('wishes.title')}>
      <p className={page.text}>{t('wishes.text')}</p>
      {wishes.length > 0 && (
        <ul className={styles.list} aria-label={t('wishes.title')}>
          {wishes.map((wish) => (
            <Wished key={keyOfTwo(wish)} cohort={cohort} wish={wish} reviewed={reviewed} />
          ))}
        </ul>
      )}
      {isOpen ? (
        <PinForm cohort={cohort} onDone={() => setIsOpen(false)} />
      ) : (
        <div className={page.actions}>
          <Button onClick={() => setIsOpen(true)}>{t('wishes.add')}</Button>
        </div>
      )}
    </Card>
  );
}

interface WishedProps extends Pick<WishesProps, 'cohort' | 'reviewed'> {
  wish: WishView;
}

function Wished({ cohort, wish, reviewed }: WishedProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useRoundStyles();
  const takeBack = useTakeBackWish(cohort);
  const { run, busy, trouble } = useAction();
  const names = { mentor: wish.mentor.name, executive: wish.executive.name };
  return (
    <li className={styles.item}>
      <div className={styles.two}>
        <div className={styles.names}>
          <p className={page.text}>{t(`wishes.${wish.wish}`, names)}</p>
          <p className={page.quiet}>{t(`wishes.standing.${wish.wish}.${standingOf(wish, reviewed)}`)}</p>
        </div>
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={t('wish.takeBackNames', names)}
          onClick={() => void run(() => takeBack.mutateAsync(wish))}
        >
          {t('wish.takeBack')}
        </Button>
      </div>
      <Trouble text={trouble} />
    </li>
  );
}
