import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CohortView } from '#api/contract/cohorts.ts';
import { MUCH, type Much } from '#domain/cohorts/attributes/attributes.ts';
import { usePrefer } from '../../api/cohorts.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';

/** In what a round would rather have two differ, and how much that counts, in words. */
export function Differ({ view }: { view: CohortView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const prefer = usePrefer(view.cohort);
  const { run, busy, trouble } = useAction();
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
        <Field key={name} label={label} {...(why && { hint: t('differ.why', { why }) })}>
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
      ))}
      <Trouble text={trouble} />
    </Card>
  );
}
