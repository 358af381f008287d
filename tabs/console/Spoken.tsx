import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../parts/LanguageChoice.tsx';
import { usePageStyles } from '../parts/Page.tsx';

interface SpokenProps {
  languages: readonly string[];
  onChange(languages: string[]): void;
}

/** In which languages people of a cohort may meet. */
export function Spoken({ languages, onChange }: SpokenProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  return (
    <div>
      <LanguageChoice
        label={t('shape.languages')}
        none={t('shape.anyLanguage')}
        languages={languages}
        onChange={onChange}
      />
      {languages.length > 0 && <p className={page.quiet}>{t('shape.languagesHint')}</p>}
    </div>
  );
}
