import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JottingView } from '#api/contract/jottings.ts';
import { JOTTING_MAX } from '#domain/meetings/jottings.ts';
import { useChangeJotting, useRemoveJotting } from '../../api/jottings.ts';
import { useDates } from '../../parts/dates.ts';
import { Line } from '../../parts/Line.tsx';
import { useOthers } from '../../parts/others.ts';
import { usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';

interface JottingProps {
  pair: string;
  names: string;
  jotting: JottingView;
}

/** One line that was jotted down; its writer words it anew, shares it, keeps it to themselves, or takes it away. */
export function Jotting({ pair, names, jotting }: JottingProps) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const page = usePageStyles();
  const dates = useDates();
  const { run, busy, trouble } = useAction();
  const [at, setAt] = useState<'' | 'change' | 'sure'>('');
  const change = useChangeJotting(pair, jotting.jotting);
  const remove = useRemoveJotting(pair, jotting.jotting);
  const { text, shared, etag, isMine, firstName } = jotting;
  const seen = (isShared: boolean) => t(isShared ? 'jottings.seenByAll' : 'jottings.seenByMe', others);

  if (at === 'sure')
    return (
      <Sure
        title={t('jottings.sure')}
        text={text}
        yes={t('jottings.remove')}
        no={t('jottings.keep')}
        busy={busy}
        trouble={trouble}
        onYes={() => void run(() => remove.mutateAsync(undefined))}
        onNo={() => setAt('')}
      />
    );
  if (at === 'change')
    return (
      <Line
        words={{
          label: t('jottings.label'),
          audience: t('jottings.audience'),
          onlyMe: t('jottings.onlyMe'),
          all: t('jottings.all', { names }),
          seen,
          keep: t('jottings.save'),
          keeping: t('jottings.saving'),
        }}
        start={{ text, shared }}
        maxLength={JOTTING_MAX}
        onKeep={async (written) => {
          await change.mutateAsync({ ...written, etag });
          setAt('');
        }}
      >
        <Button appearance="subtle" onClick={() => setAt('')}>
          {t('jottings.cancel')}
        </Button>
      </Line>
    );
  return (
    <div>
      <p className={page.text}>{text}</p>
      <p className={page.quiet}>
        {isMine ? dates.day(jotting.at) : t('jottings.by', { name: firstName, day: dates.day(jotting.at) })}
      </p>
      {isMine && (
        <>
          <SeenBy who={seen(shared)} />
          <div className={page.actions}>
            <Button appearance="subtle" onClick={() => setAt('change')}>
              {t('jottings.change')}
            </Button>
            <Button appearance="subtle" onClick={() => setAt('sure')}>
              {t('jottings.remove')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
