import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CAPACITY_MAX, LANGUAGES_MAX } from '#domain/profile/limits.ts';
import { MEETING_WAYS, REACH_WAYS } from '#domain/profile/profile.ts';
import { Choice, optionsOf } from '../parts/Choice.tsx';
import { useReader } from '../parts/Frame.tsx';
import { usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { Tags } from '../parts/Tags.tsx';
import { LANGUAGES } from './languages.ts';
import type { ProfilePartProps } from './profilePart.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0 },
  hint: { marginTop: tokens.spacingVerticalXS },
  tags: { margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}` },
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
      <Languages body={body} change={change} />
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

function Languages({ body, change }: ProfilePartProps) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const styles = useStyles();
  const page = usePageStyles();
  const names = useMemo(() => new Intl.DisplayNames(locale, { type: 'language' }), [locale]);
  const nameOf = (code: string) => names.of(code) ?? code;
  const isFull = body.languages.length >= LANGUAGES_MAX;
  const others = LANGUAGES.filter((code) => !body.languages.includes(code))
    .map((code) => ({ code, name: nameOf(code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <div>
      <h2 className={page.label}>{t('profile.languages')}</h2>
      <div className={styles.tags}>
        <Tags
          label={t('profile.languages')}
          tags={body.languages.map((code) => ({ id: code, label: nameOf(code) }))}
          onRemove={(code) => change({ languages: toggled(body.languages, code) })}
        />
      </div>
      <Field
        className={styles.field}
        label={t('profile.addLanguage')}
        hint={isFull ? t('profile.languagesFull', { max: LANGUAGES_MAX }) : null}
      >
        <Select
          value=""
          disabled={isFull}
          onChange={(_, { value }) => value && change({ languages: [...body.languages, value] })}
        >
          <option value="">{t('profile.chooseLanguage')}</option>
          {others.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
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
