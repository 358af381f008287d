import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FURTHEST_DAYS } from '#domain/announcements/announcement.ts';
import { Choice } from '../../parts/Choice.tsx';
import { cityOf, useDates } from '../../parts/dates.ts';
import { useReader } from '../../parts/Frame.tsx';
import { usePageStyles } from '../../parts/Page.tsx';
import type { Draft } from './draft.ts';

const DAY_MS = 24 * 3_600_000;

const useStyles = makeStyles({
  two: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface WhenProps {
  draft: Draft;
  onChange(part: Partial<Draft>): void;
}

/** Now, or at a minute in the writer's own time. */
export function When({ draft: { day, time }, onChange }: WhenProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const { dayOf } = useDates();
  const { timeZone } = useReader();
  const tomorrow = dayOf(Date.now() + DAY_MS);
  return (
    <>
      <Choice
        legend={t('announce.when')}
        options={[
          { value: 'now', label: t('announce.now') },
          { value: 'later', label: t('announce.later') },
        ]}
        value={day === '' ? 'now' : 'later'}
        onChoose={(when) => onChange({ day: when === 'now' ? '' : day || tomorrow })}
      />
      {day !== '' && (
        <div className={styles.two}>
          <Field label={{ children: t('announce.day'), weight: 'semibold' }}>
            <Input
              type="date"
              min={dayOf(Date.now())}
              max={dayOf(Date.now() + FURTHEST_DAYS * DAY_MS)}
              value={day}
              onChange={(_, { value }) => onChange({ day: value || tomorrow })}
            />
          </Field>
          <Field label={{ children: t('announce.time'), weight: 'semibold' }}>
            <Input type="time" value={time} onChange={(_, { value }) => onChange({ time: value || time })} />
          </Field>
        </div>
      )}
      <p className={page.quiet}>
        {day === '' ? t('announce.nowHint') : t('announce.laterHint', { city: cityOf(timeZone) })}
      </p>
    </>
  );
}
