import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useNewMatch } from '../../api/parting.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { useAction } from '../../parts/useAction.ts';
import type { PairProps } from '../pairProps.ts';

/** Somebody new, offered to both roles alike; an executive may look at once. It can be changed at any time. */
export function NewMatch({ view, onSearch }: Pick<PairProps, 'view' | 'onSearch'>) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  const ask = useNewMatch(view.pair);
  if (!view.former?.mayHaveNew) return null;
  const { wish, cohort } = view.former;
  const said = wish === 'somebodyNew' ? `${wish}_${view.role}` : (wish ?? 'text');
  const wished = (next: 'somebodyNew' | 'notNow') => () => void run(() => ask.mutateAsync(next));
  return (
    <Card title={t('parting.newTitle')}>
      <p className={page.text} role="status">
        {t(`parting.new.${said}`, { cohort: view.cohortName })}
      </p>
      <div className={page.actions}>
        {wish !== 'somebodyNew' && (
          <Button appearance="primary" disabledFocusable={busy} onClick={wished('somebodyNew')}>
            {t('parting.somebodyNew')}
          </Button>
        )}
        {wish === 'somebodyNew' && view.role === 'executive' && (
          <Button appearance="primary" onClick={() => onSearch(cohort)}>
            {t('parting.search')}
          </Button>
        )}
        {wish !== 'notNow' && (
          <Button disabledFocusable={busy} onClick={wished('notNow')}>
            {t('parting.notNow')}
          </Button>
        )}
      </div>
      <SeenBy who={t('parting.newSeen')} />
      <Trouble text={trouble} />
    </Card>
  );
}
