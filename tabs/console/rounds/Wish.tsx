import { Badge, Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { WishView } from '#api/contract/rounds.ts';
import { useTakeBackWish, useWish } from '../../api/rounds.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';

interface WishProps {
  cohort: string;
  two: Pick<WishView, 'executive' | 'mentor'>;
  wish: WishView | 'none';
}

/** What can be asked of the next run for two people, or what was. */
export function Wish({ cohort, two, wish }: WishProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  const add = useWish(cohort);
  const takeBack = useTakeBackWish(cohort);
  const names = { mentor: two.mentor.name, executive: two.executive.name };
  const ask = (kind: 'pin' | 'ban') =>
    void run(() =>
      add.mutateAsync({
        executive: two.executive.person,
        mentor: two.mentor.person,
        wish: kind,
      }),
    );
  return (
    <>
      <Trouble text={trouble} />
      <div className={page.actions}>
        {wish === 'none' ? (
          (['pin', 'ban'] as const).map((kind) => (
            <Button
              key={kind}
              size="small"
              disabledFocusable={busy}
              aria-label={t(`wish.${kind}Names`, names)}
              onClick={() => ask(kind)}
            >
              {t(`wish.${kind}`)}
            </Button>
          ))
        ) : (
          <>
            <Badge appearance="tint" color={wish.wish === 'pin' ? 'brand' : 'severe'} size="large">
              {t(`wish.is.${wish.wish}`)}
            </Badge>
            <Button
              size="small"
              appearance="subtle"
              disabledFocusable={busy}
              aria-label={t('wish.takeBackNames', names)}
              onClick={() => void run(() => takeBack.mutateAsync(wish))}
            >
              {t('wish.takeBack')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
