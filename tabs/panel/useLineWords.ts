import { useTranslation } from 'react-i18next';
import type { LineWords } from '../parts/Line.tsx';

/** What stands around a line in the panel; `names` are the others' first names. */
export function useLineWords(names: string): (label: string) => LineWords {
  const { t } = useTranslation('panel');
  return (label) => ({
    label,
    audience: t('line.audience'),
    onlyMe: t('line.onlyMe'),
    all: t('line.all', { names }),
    seen: (shared) => (shared ? t('line.seenByAll', { names }) : t('line.seenByMe')),
    keep: t('line.keep'),
    keeping: t('line.keeping'),
  });
}
