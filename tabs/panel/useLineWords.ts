import { useTranslation } from 'react-i18next';
import type { LineWords } from '../parts/Line.tsx';
import { useOthers } from '../parts/others.ts';

/** What stands around a line in the panel; `names` are the others' first names. */
export function useLineWords(names: string): (label: string) => LineWords {
  const { t } = useTranslation('panel');
  const others = useOthers(names);
  return (label) => ({
    label,
    audience: t('line.audience'),
    onlyMe: t('line.onlyMe'),
    all: t('line.all', { names }),
    seen: (shared) => (shared ? t('line.seenByAll', others) : t('line.seenByMe')),
    keep: t('line.keep'),
    keeping: t('line.keeping'),
  });
}
