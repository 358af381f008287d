import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { BackArrow } from '../parts/BackArrow.tsx';
import { UNSEEN } from '../parts/fields.ts';
import { usePageStyles } from '../parts/Page.tsx';

const useStyles = makeStyles({
  tile: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '44px',
    minWidth: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within:has(:focus-visible)': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
    },
    '@media (max-width: 320px)': { paddingInline: tokens.spacingHorizontalM, flexWrap: 'wrap' },
  },
  words: { flexGrow: 1, flexBasis: '140px', minWidth: 0 },
  /** The whole tile is what can be pressed. */
  open: {
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    outlineStyle: 'none',
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 'inherit' },
  },
  hidden: UNSEEN,
  arrow: { flexShrink: 0, display: 'flex', transform: 'scaleX(-1)', color: tokens.colorNeutralForeground3 },
  line: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface TileProps {
  title: string;
  /** Short lines under it; empty ones are left out. */
  lines: readonly string[];
  /** A face, at the start. */
  face?: ReactNode;
  /** A small picture at the end. */
  picture?: ReactNode;
  onOpen(): void;
}

/** A card that leads somewhere as a whole. */
export function Tile({ title, lines, face, picture, onOpen }: TileProps) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const page = usePageStyles();
  const about = useId();
  return (
    <article className={styles.tile}>
      {face}
      <div className={styles.words}>
        <h2 className={page.heading}>
          <button type="button" className={styles.open} aria-describedby={about} onClick={onOpen}>
            <span className={styles.hidden}>{t('home.open')}: </span>
            {title}
          </button>
        </h2>
        <div id={about}>
          {lines
            .filter((line) => line !== '')
            .map((line) => (
              <p key={line} className={`${page.quiet} ${styles.line}`}>
                {line}
              </p>
            ))}
        </div>
      </div>
      {picture ?? (
        <span className={styles.arrow}>
          <BackArrow />
        </span>
      )}
    </article>
  );
}
