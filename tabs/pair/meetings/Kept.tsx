import { useTranslation } from 'react-i18next';
import { useKept } from '../../api/meetings.ts';
import { Card, Points, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import type { SpaceProps } from '../pairProps.ts';

/** The questions kept for later. */
export function Kept({ view }: SpaceProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const kept = useKept(view.pair);
  return (
    <Ready query={kept}>
      {({ kept: prompts }) => (
        <Card title={t('kept.title')}>
          {prompts.length > 0 ? (
            <Points points={prompts.map(({ text }) => text)} />
          ) : (
            <p className={page.text}>{t('kept.empty')}</p>
          )}
        </Card>
      )}
    </Ready>
  );
}
