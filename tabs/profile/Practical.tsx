import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CAPACITY_MAX } from '#domain/profile/limits.ts';
import { MEETING_WAYS, REACH_WAYS } from '#domain/profile/profile.ts';
import { Choice, optionsOf } from '../parts/Choice.tsx';
import { LanguageChoice } from '../parts/LanguageChoice.tsx';
import { usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import type { ProfilePartProps } from './profilePart.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0 },
  hint: { marginTop: tokens.spacingVerticalXS },
});

const ROOM = optionsOf(Array.from({ length: CAPACITY_MAX }, (_, n) => n + 1));

const toggled = <Value,>(list: readonly Value[], value: Value): Value[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value];

/** How somebody likes to meet: ways, languages, time zone, room. */
export function Practical({ body, change }: ProfilePartProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <div className={styles.column}>
      <Choice
        legend={t('profile.meets')}
        options={MEETING_WAYS.map((value) => ({ value, label: t(`profile.meetWays.${value}`) }))}
        value={body.meets}
        onChoose={(way) => change({ meets: toggled(body.meets, way) })}
      />
      <div>
        <Choice
          legend={t('profile.reach')}
          options={REACH_WAYS.map((value) => ({ value, label: t(`profile.reachWays.${value}`) }))}
          value={body.reach}
          onChoose={(way) => change({ reach: toggled(body.reach, way) })}
        />
        <SeenBy who={t('profile.reachSeen')} />
      </div>
      <LanguageChoice
        label={t('profile.languages')}
        languages={body.languages}
        onChange={(languages) => change({ languages })}
      />
      <TimeZone body={body} change={change} />
      <div>
        <Choice
          legend={t('profile.capacity')}
          options={ROOM}
          value={body.capacity}
          onChoose={(capacity) => change({ capacity })}
        />
        <p className={`${page.quiet} ${styles.hint}`}>{t('profile.capacityHint')}</p>
      </div>
    </div>
  );
}

function TimeZone({ body, change }: ProfilePartProps) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const zones = useMemo(
    () => [...new Set([body.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])],
    [body.timeZone],
  );
  return (
    <Field className={styles.field} label={{ children: t('profile.timeZone'), weight: 'semibold' }}>
      <Select
        className={styles.select}
        value={body.timeZone}
        onChange={(_, { value }) => change({ timeZone: value })}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </Select>
    </Field>
  );
}
