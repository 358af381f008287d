import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COHORT_KINDS, COHORT_NAME_MAX, type CohortKind } from '#domain/cohorts/cohort.ts';
import { useCreateCohort } from '../api/cohorts.ts';
import { useTweaks } from '../api/insights.ts';
import { Choice } from '../parts/Choice.tsx';
import { useDates } from '../parts/dates.ts';
import { Card, Page, Trouble, usePageStyles } from '../parts/Page.tsx';
import { useUnsaved } from '../parts/Unsaved.tsx';
import { useAction } from '../parts/useAction.ts';
import { type CohortShape, Shape } from './Shape.tsx';
import { Spoken } from './Spoken.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
});

interface CohortFormProps {
  /** The moment of the server. */
  now: string;
  onCreated(cohort: string): void;
  onCancel(): void;
}

/** A pilot of half a year, unless the champion says otherwise. */
const MONTHS = 6;

/** A new cohort: a name, what it is, from when until when. */
export function CohortForm({ now, onCreated, onCancel }: CohortFormProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const { dayIn } = useDates();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<CohortKind>('pilot');
  const [startsOn, setStartsOn] = useState(() => dayIn(0, now));
  const [endsOn, setEndsOn] = useState(() => dayIn(MONTHS, now));
  const [shape, setShape] = useState<CohortShape>({ circle: null, fitFloor: 0 });
  const [languages, setLanguages] = useState<string[]>([]);
  const [isMade, setIsMade] = useState(false);
  useUnsaved(name !== '' && !isMade);
  const [dropped, setDropped] = useState<string[]>([]);
  // What the newest review of this champion wants changed; she may leave some of it out.
  const carried = useTweaks().data?.reviews[0];
  const tweaks = carried?.tweaks.filter((tweak) => !dropped.includes(tweak)) ?? [];
  const create = useCreateCohort();
  const { run, busy, trouble, setTrouble } = useAction();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return setTrouble(t('cohortForm.needName'));
    if (!startsOn || !endsOn || endsOn <= startsOn) return setTrouble(t('cohortForm.needDates'));
    void run(async () => {
      const asked = { name: name.trim(), kind, startsOn, endsOn, languages, ...shape };
      const made = await create.mutateAsync({ ...asked, ...(tweaks.length > 0 && { tweaks }) });
      setIsMade(true);
      onCreated(made.cohort);
    });
  };

  return (
    <Page title={t('cohortForm.title')} lead={t('cohortForm.lead')} back={{ label: t('back'), go: onCancel }}>
      <Card>
        <form className={styles.form} onSubmit={submit} noValidate>
          <Field
            label={{ children: t('cohortForm.name'), weight: 'semibold' }}
            hint={t('cohortForm.nameHint')}
          >
            <Input value={name} maxLength={COHORT_NAME_MAX} onChange={(_, { value }) => setName(value)} />
          </Field>
          <Choice
            legend={t('cohortForm.kind')}
            options={COHORT_KINDS.map((value) => ({ value, label: t(`cohortForm.${value}`) }))}
            value={kind}
            onChoose={(value) => setKind(value)}
          />
          <div className={styles.days}>
            <Field label={{ children: t('cohortForm.startsOn'), weight: 'semibold' }}>
              <Input type="date" value={startsOn} onChange={(_, { value }) => setStartsOn(value)} />
            </Field>
            <Field label={{ children: t('cohortForm.endsOn'), weight: 'semibold' }}>
              <Input type="date" value={endsOn} onChange={(_, { value }) => setEndsOn(value)} />
            </Field>
          </div>
          <Shape shape={shape} onChange={setShape} />
          <Spoken languages={languages} onChange={setLanguages} />
          {carried && (
            <Choice
              legend={t('cohortForm.tweaks', { name: carried.cohort })}
              options={carried.tweaks.map((tweak) => ({ value: tweak, label: tweak }))}
              value={tweaks}
              onChoose={(tweak) =>
                setDropped(
                  dropped.includes(tweak) ? dropped.filter((one) => one !== tweak) : [...dropped, tweak],
                )
              }
            />
          )}
          <Trouble text={trouble} />
          <div className={page.actions}>
            <Button appearance="primary" type="submit" disabledFocusable={busy}>
              {t('cohortForm.create')}
            </Button>
            <Button onClick={onCancel}>{t('cancel')}</Button>
          </div>
        </form>
      </Card>
    </Page>
  );
}
