import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortView } from '#api/contract/cohorts.ts';
import { MUCH, type Much } from '#domain/cohorts/attributes/attributes.ts';
import { useDropAttribute, usePrefer } from '../../api/cohorts.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';

/** In what a round would rather have two differ, how much that counts, in words, and what is kept for it. */
export function Differ({ view }: { view: CohortView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [dropping, setDropping] = useState('');
  const prefer = usePrefer(view.cohort);
  const { run, busy, trouble } = useAction();
  if (dropping !== '') return <Drop cohort={view.cohort} name={dropping} onEnd={() => setDropping('')} />;
  const known = [
    { name: '', label: t('roster.department'), why: '' },
    ...view.attributes.map(({ name, why }) => ({ name, label: name, why })),
  ];
  const choose = (name: string, much: Much | '') => {
    const others = view.prefers.filter((one) => one.name !== name);
    const prefers = much === '' ? others : [...others, { name, much }];
    void run(() => prefer.mutateAsync({ prefers, etag: view.etag }));
  };
  return (
    <Card title={t('differ.title')}>
      <p className={page.text}>{t('differ.text')}</p>
      {known.map(({ name, label, why }) => (
        <div key={name}>
          <Field label={label} {...(why && { hint: t('differ.why', { why }) })}>
            <Select
              value={view.prefers.find((one) => one.name === name)?.much ?? ''}
              disabled={busy}
              onChange={(_, { value }) => choose(name, value as Much | '')}
            >
              <option value="">{t('differ.not')}</option>
              {MUCH.map((much) => (
                <option key={much} value={much}>
                  {t(`differ.${much}`)}
                </option>
              ))}
            </Select>
          </Field>
          {name !== '' && (
            <Button size="small" appearance="subtle" onClick={() => setDropping(name)}>
              {t('differ.drop', { name })}
            </Button>
          )}
        </div>
      ))}
      <Trouble text={trouble} />
    </Card>
  );
}

function Drop({ cohort, name, onEnd }: { cohort: string; name: string; onEnd(): void }) {
  const { t } = useTranslation('console');
  const drop = useDropAttribute(cohort);
  const { run, busy, trouble } = useAction();
  return (
    <Sure
      title={t('differ.dropTitle', { name })}
      text={t('differ.dropText')}
      yes={t('differ.dropYes')}
      no={t('differ.dropNo')}
      busy={busy}
      trouble={trouble}
      onYes={() =>
        void run(async () => {
          await drop.mutateAsync(name);
          onEnd();
        })
      }
      onNo={onEnd}
    />
  );
}
