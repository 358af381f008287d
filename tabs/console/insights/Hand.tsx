import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import type { Shown } from './figures.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke2,
    lineHeight: tokens.lineHeightBase400,
  },
});

const NEEDS = ['met', 'signed'] as const;

/** Executives without a first meeting or without ground rules, as far as it may be said, and a kind word to all. */
export function Hand({ hand, onWrite }: { hand: Shown['hand']; onWrite(): void }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  if (NEEDS.every((need) => hand[need] === null)) return null;
  return (
    <Card title={t('hand.title')}>
      <p className={page.quiet}>{t('hand.promise')}</p>
      {NEEDS.map((need) => {
        const gap = hand[need];
        if (!gap) return null;
        const title = t(`hand.${need}.${gap.reads}`, { count: gap.count });
        return <Need key={need} title={title} words={t(`hand.${need}.words`)} onWrite={onWrite} />;
      })}
    </Card>
  );
}

function Need({ title, words, onWrite }: { title: string; words: string; onWrite(): void }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const [said, setSaid] = useState<'' | 'copied' | 'byHand'>('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words);
      setSaid('copied');
    } catch {
      // A frame may not always write to the clipboard; then people do.
      setSaid('byHand');
    }
  };
  return (
    <div className={styles.row}>
      <p className={`${page.text} ${page.strong}`}>{title}</p>
      <blockquote className={styles.words}>{words}</blockquote>
      <div className={page.actions}>
        <Button aria-label={t('hand.copyThis', { what: title })} onClick={() => void copy()}>
          {t('hand.copy')}
        </Button>
        <Button appearance="subtle" aria-label={t('hand.writeThis', { what: title })} onClick={onWrite}>
          {t('hand.write')}
        </Button>
      </div>
      <p role="status" className={`${page.quiet} ${page.said}`}>
        {said && t(`hand.${said}`)}
      </p>
    </div>
  );
}
