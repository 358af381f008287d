import { useTranslation } from 'react-i18next';
import { useJottings } from '../../api/jottings.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import type { SpaceProps } from '../pairProps.ts';
import { Jotting } from './Jotting.tsx';

/** What was jotted down in the meetings: one's own lines, and those that are shared. */
export function Jottings({ view, names }: SpaceProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const query = useJottings(view.pair);
  return (
    <Ready query={query}>
      {({ jottings }) => (
        <Card title={t('jottings.title')}>
          {jottings.length === 0 && <p className={page.text}>{t('jottings.empty')}</p>}
          {jottings.map((jotting) => (
            <Jotting key={`${jotting.jotting} ${jotting.etag}`} {...{ jotting, names }} pair={view.pair} />
          ))}
        </Card>
      )}
    </Ready>
  );
}
