import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CohortView } from '#api/contract/cohorts.ts';
import { usePageStyles } from '../parts/Page.tsx';
import { type Part, whatNext } from './whatNext.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  words: { flexGrow: 1, flexBasis: '220px', minWidth: 0 },
});

interface WhatNextProps {
  view: CohortView;
  /** The part on screen: nobody is led to where they are. */
  part: Part;
  onGo(part: Part): void;
}

/** What comes next for the champion, and the way there. */
export function WhatNext({ view, part, onGo }: WhatNextProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const next = whatNext(view);
  const to = next.part;
  const said = { count: next.count, ...(next.context ? { context: next.context } : {}) };
  return (
    <section className={styles.row} aria-label={t('next.label')}>
      <div className={styles.words}>
        <h2 className={page.heading}>{t(`next.${next.kind}.title`, said)}</h2>
        <p className={page.text}>{t(`next.${next.kind}.text`, said)}</p>
      </div>
      {to && to !== part && <Button onClick={() => onGo(to)}>{t(`next.go.${to}`)}</Button>}
    </section>
  );
}
