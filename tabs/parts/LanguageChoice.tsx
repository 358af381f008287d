import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES_MAX } from '#domain/profile/limits.ts';
import { useReader } from './Frame.tsx';
import { LANGUAGES } from './languages.ts';
import { usePageStyles } from './Page.tsx';
import { Tags } from './Tags.tsx';

const useStyles = makeStyles({
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  tags: { margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}` },
});

interface LanguageChoiceProps {
  label: string;
  /** What it means that none is chosen, where that may be. */
  none?: string;
  languages: readonly string[];
  onChange(languages: string[]): void;
}

/** Several languages, called by their names in the reader's own. */
export function LanguageChoice({ label, none, languages, onChange }: LanguageChoiceProps) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const styles = useStyles();
  const page = usePageStyles();
  const names = useMemo(() => new Intl.DisplayNames(locale, { type: 'language' }), [locale]);
  const nameOf = (code: string) => names.of(code) ?? code;
  const isFull = languages.length >= LANGUAGES_MAX;
  const others = LANGUAGES.filter((code) => !languages.includes(code))
    .map((code) => ({ code, name: nameOf(code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <div>
      <h2 className={page.label}>{label}</h2>
      <div className={styles.tags}>
        <Tags
          label={label}
          tags={languages.map((code) => ({ id: code, label: nameOf(code) }))}
          onRemove={(code) => onChange(languages.filter((one) => one !== code))}
        />
        {none && languages.length === 0 && <p className={page.quiet}>{none}</p>}
      </div>
      <Field
        className={styles.field}
        label={t('profile.addLanguage')}
        hint={isFull ? t('profile.languagesFull', { max: LANGUAGES_MAX }) : null}
      >
        <Select
          value=""
          disabled={isFull}
          onChange={(_, { value }) => value && onChange([...languages, value])}
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
