import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { JOTTING_MAX } from '#domain/meetings/jottings.ts';
import { Line, type Written } from '../parts/Line.tsx';
import { useLeaving } from '../parts/Unsaved.tsx';
import { useLineWords } from './useLineWords.ts';

const useStyles = makeStyles({
  jot: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { from: { opacity: 0, transform: 'translateY(8px)' } },
      animationDuration: tokens.durationNormal,
      animationTimingFunction: tokens.curveDecelerateMid,
    },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
});

interface JotProps {
  names: string;
  onKeep(written: Written): Promise<unknown>;
  onClose(): void;
}

/** A line under the question, for oneself unless it is shared. */
export default function Jot({ names, onKeep, onClose }: JotProps) {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  const words = useLineWords(names);
  const leave = useLeaving();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.jot} aria-label={t('jot.title')}>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {t('jot.title')}
      </h2>
      <Line words={words(t('jot.label'))} maxLength={JOTTING_MAX} onKeep={onKeep}>
        <Button appearance="subtle" onClick={() => leave(onClose)}>
          {t('jot.close')}
        </Button>
      </Line>
    </section>
  );
}
