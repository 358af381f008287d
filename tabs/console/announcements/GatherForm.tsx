import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GATHERING_MINUTES, LINE_MAX, PLACE_MAX } from '#domain/gatherings/gathering.ts';
import { useCallGathering } from '../../api/gatherings.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  when: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
});

const EMPTY = { day: '', time: '', place: '', line: '', minutes: '60' };

/** Day, time and place of a gathering, by the clock of whoever calls it. */
export function GatherForm({ cohort }: { cohort: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const [said, setSaid] = useState(EMPTY);
  const call = useCallGathering(cohort);
  const { run, busy, trouble, setTrouble } = useAction();
  const { day, time, place, line, minutes } = said;
  useUnsaved(place !== '' || line !== '');
  const change = (part: Partial<typeof EMPTY>) => setSaid((known) => ({ ...known, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!day || !time || !place.trim()) return setTrouble(t('gatherings.need'));
    void run(async () => {
      const lasts = GATHERING_MINUTES.find((one) => String(one) === minutes) ?? 60;
      const startsAt = new Date(`${day}T${time}`).toISOString();
      await call.mutateAsync({ startsAt, minutes: lasts, place: place.trim(), line });
      setSaid(EMPTY);
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.when}>
        <Field label={t('gatherings.day')}>
          <Input type="date" value={day} onChange={(_, { value }) => change({ day: value })} />
        </Field>
        <Field label={t('gatherings.time')}>
          <Input type="time" value={time} onChange={(_, { value }) => change({ time: value })} />
        </Field>
      </div>
      <Choice
        legend={t('gatherings.minutes')}
        options={GATHERING_MINUTES.map((one) => ({
          value: String(one),
          label: t('gatherings.min', { count: one }),
        }))}
        value={minutes}
        onChoose={(value) => change({ minutes: value })}
      />
      <Field label={t('gatherings.place')}>
        <Input value={place} maxLength={PLACE_MAX} onChange={(_, { value }) => change({ place: value })} />
      </Field>
      <Field label={t('gatherings.line')}>
        <Textarea value={line} maxLength={LINE_MAX} onChange={(_, { value }) => change({ line: value })} />
      </Field>
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button type="submit" disabledFocusable={busy}>
          {t('gatherings.call')}
        </Button>
      </div>
      <p role="status" className={`${page.quiet} ${page.said}`}>
        {call.isSuccess && day === '' && t('gatherings.called')}
      </p>
    </form>
  );
}
