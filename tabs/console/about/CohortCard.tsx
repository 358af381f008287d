import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortView } from '#api/contract/cohorts.ts';
import { COHORT_NAME_MAX } from '#domain/cohorts/cohort.ts';
import { useChangeCohort } from '../../api/champions.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import { type CohortShape, Shape } from '../Shape.tsx';
import { Spoken } from '../Spoken.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
});

/** Name and days of a cohort, to change. */
export function CohortCard({ view }: { view: CohortView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const [name, setName] = useState(view.name);
  const [startsOn, setStartsOn] = useState<string>(view.startsOn);
  const [endsOn, setEndsOn] = useState<string>(view.endsOn);
  const [shape, setShape] = useState<CohortShape>({ circle: view.circle, fitFloor: view.fitFloor });
  const [languages, setLanguages] = useState<string[]>(view.languages);
  const change = useChangeCohort(view.cohort);
  const { run, busy, trouble, setTrouble } = useAction();
  const hasShape = (one: CohortShape) => JSON.stringify([one.circle, one.fitFloor]);
  const isChanged =
    name.trim() !== view.name ||
    startsOn !== view.startsOn ||
    endsOn !== view.endsOn ||
    languages.join() !== view.languages.join() ||
    hasShape(shape) !== hasShape(view);
  useUnsaved(isChanged && !change.isSuccess);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return setTrouble(t('cohortForm.needName'));
    if (!startsOn || !endsOn || endsOn <= startsOn) return setTrouble(t('cohortForm.needDates'));
    const body = { name: name.trim(), startsOn, endsOn, languages, ...shape };
    void run(() => change.mutateAsync({ body, etag: view.etag }));
  };
  return (
    <Card title={t('about.title')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field label={t('cohortForm.name')}>
          <Input value={name} maxLength={COHORT_NAME_MAX} onChange={(_, { value }) => setName(value)} />
        </Field>
        <div className={styles.days}>
          <Field label={t('cohortForm.startsOn')}>
            <Input type="date" value={startsOn} onChange={(_, { value }) => setStartsOn(value)} />
          </Field>
          <Field label={t('cohortForm.endsOn')}>
            <Input type="date" value={endsOn} onChange={(_, { value }) => setEndsOn(value)} />
          </Field>
        </div>
        {view.isOpen ? (
          <Shape shape={shape} onChange={setShape} />
        ) : (
          <p className={page.quiet}>{t('shape.fixed')}</p>
        )}
        <Spoken languages={languages} onChange={setLanguages} />
        <p className={page.quiet}>{t('about.hint')}</p>
        <Trouble text={trouble} />
        <div className={page.actions}>
          <Button type="submit" disabledFocusable={busy || !isChanged}>
            {t('about.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
