import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { usePageStyles } from '../parts/Page.tsx';
import { useFocusHere } from '../parts/useFocusHere.ts';
import { LEAVES, type Leaf, type Role } from './leaves.ts';
import { Rings } from './Rings.tsx';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    overflow: 'hidden',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXXL}`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    minWidth: 0,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalL },
  },
  said: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '58ch',
  },
  count: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    textWrap: 'balance',
    '@media (min-width: 640px)': { maxWidth: '24ch' },
    '@media (max-width: 320px)': {
      fontSize: tokens.fontSizeBase600,
      lineHeight: tokens.lineHeightBase600,
    },
  },
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: '24px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  question: {
    position: 'relative',
    boxSizing: 'border-box',
    maxWidth: '58ch',
    margin: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  asked: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: '24px' },
  caption: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  ways: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXL,
    maxWidth: '58ch',
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyleType: 'none',
  },
  way: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  sign: { flexShrink: 0, marginTop: '2px', fill: 'none', stroke: 'currentColor', strokeWidth: '1.4' },
  helps: { color: tokens.colorBrandForeground1 },
  hinders: { color: tokens.colorNeutralForeground3 },
});

interface LeafCardProps {
  role: Role;
  leaf: Leaf;
  /** It came by turning a page, so its heading is where reading goes on. */
  takesFocus: boolean;
  onTurn(leaf: Leaf): void;
  onDone(): void;
}

/** One page: three lines, a question to borrow, what helps and what hinders, and the way to the next. */
export function LeafCard({ role, leaf, takesFocus, onTurn, onDone }: LeafCardProps) {
  const { t } = useTranslation('primer');
  const styles = useStyles();
  const page = usePageStyles();
  const here = useFocusHere(takesFocus);
  const at = LEAVES.indexOf(leaf);
  const [before, after] = [LEAVES[at - 1], LEAVES[at + 1]];
  const lines = t(`${role}.${leaf}.lines`, { returnObjects: true }) as string[];
  return (
    <article className={styles.card} ref={here}>
      <Rings role={role} />
      <div className={styles.said}>
        <div>
          <p className={mergeClasses(page.quiet, styles.count)}>
            {t('of', { n: at + 1, all: LEAVES.length })}
          </p>
          <h2 className={styles.title}>{t(`${role}.${leaf}.title`)}</h2>
        </div>
        {lines.map((line) => (
          <p key={line} className={styles.line}>
            {line}
          </p>
        ))}
      </div>
      <figure className={styles.question}>
        <blockquote className={styles.asked}>“{t(`${role}.${leaf}.question`)}”</blockquote>
        <figcaption className={styles.caption}>{t('borrow')}</figcaption>
      </figure>
      <div className={styles.ways}>
        <Ways kind="helps" role={role} leaf={leaf} />
        <Ways kind="hinders" role={role} leaf={leaf} />
      </div>
      <div className={page.actions}>
        <Button appearance="primary" size="large" onClick={() => (after ? onTurn(after) : onDone())}>
          {after ? t('next', { short: t(`${role}.${after}.short`) }) : t('done')}
        </Button>
        {before && (
          <Button appearance="subtle" size="large" onClick={() => onTurn(before)}>
            {t('previous')}
          </Button>
        )}
      </div>
    </article>
  );
}

const SIGNS = { helps: 'M2.5 8.5 6 12l7.5-8', hinders: 'M3.5 3.5l9 9m0-9-9 9' } as const;

function Ways({ kind, role, leaf }: { kind: keyof typeof SIGNS; role: Role; leaf: Leaf }) {
  const { t } = useTranslation('primer');
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <div>
      <h3 className={page.heading}>{t(kind)}</h3>
      <ul className={styles.list}>
        {(t(`${role}.${leaf}.${kind}`, { returnObjects: true }) as string[]).map((way) => (
          <li key={way} className={styles.way}>
            <svg
              className={mergeClasses(styles.sign, styles[kind])}
              width="16"
              height="16"
              viewBox="0 0 16 16"
              aria-hidden="true"
            >
              <path d={SIGNS[kind]} strokeLinecap="round" />
            </svg>
            {way}
          </li>
        ))}
      </ul>
    </div>
  );
}
