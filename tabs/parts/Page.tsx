import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { BackArrow } from './BackArrow.tsx';
import { useLeaving } from './Unsaved.tsx';
import { useTitle } from './useTitle.ts';

/** As wide as a screen of the tab is at most; the navigation is as wide. */
export const FRAME = '960px';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: FRAME,
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXXL}`,
  },
  /** Begins where the navigation begins, and is no wider than can be read. */
  narrow: {
    paddingInlineEnd: `max(${tokens.spacingHorizontalL}, calc(min(100%, ${FRAME}) - 704px))`,
  },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  topLine: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
  titles: { flexGrow: 1, flexBasis: '200px', minWidth: 0 },
  ends: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  /** The arrow stands under the title, not its button's edge. */
  back: {
    alignSelf: 'flex-start',
    padding: 0,
    minWidth: 0,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalSNudge})`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  lead: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    minWidth: 0,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  label: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  text: {
    margin: 0,
    lineHeight: tokens.lineHeightBase400,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    listStyleType: 'disc',
    paddingInlineStart: tokens.spacingHorizontalXL,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  /** What is said after something was done; takes no room before. */
  said: { margin: 0, ':empty': { marginTop: `calc(-1 * ${tokens.spacingVerticalM})` } },
  trouble: { margin: 0, color: tokens.colorPaletteRedForeground1 },
});

/** The looks that every screen of the personal tab shares, named by what they are for. */
export const usePageStyles = useStyles;

interface PageProps {
  title: string;
  lead?: ReactNode;
  back?: { label: string; go(): void };
  /** Stands beside the title, at the end of its line. */
  menu?: ReactNode;
  /** Before the title, and what stands under it. */
  picture?: ReactNode;
  facts?: ReactNode;
  /** What can be done at any time, before the menu. */
  actions?: ReactNode;
  /** Takes the whole frame: cards beside each other, no long text. */
  isWide?: boolean;
  children: ReactNode;
}

/** One screen: a title, what it is about, and cards. */
export function Page(props: PageProps) {
  const { title, lead, back, menu, picture, facts, actions, isWide = false, children } = props;
  const styles = useStyles();
  const leave = useLeaving();
  useTitle(title);
  return (
    <div className={mergeClasses(styles.page, !isWide && styles.narrow)}>
      <header className={styles.head}>
        {back && (
          <Button
            className={styles.back}
            appearance="transparent"
            icon={<BackArrow />}
            onClick={() => leave(back.go)}
          >
            {back.label}
          </Button>
        )}
        <div className={styles.topLine}>
          {picture}
          <div className={styles.titles}>
            <h1 className={styles.title}>{title}</h1>
            {facts}
          </div>
          {(actions || menu) && (
            <div className={styles.ends}>
              {actions}
              {menu}
            </div>
          )}
        </div>
        {lead && <p className={styles.lead}>{lead}</p>}
      </header>
      {children}
    </div>
  );
}

/** A card of a page. With a title it is a landmark of its own. */
export function Card({ title, children }: { title?: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label={title}>
      {title && <h2 className={styles.heading}>{title}</h2>}
      {children}
    </section>
  );
}

/** Short sentences under each other. */
export function Points({ points }: { points: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}

/** What went wrong with what was just tried; empty says nothing. */
export function Trouble({ text }: { text: string }) {
  const styles = useStyles();
  return text ? (
    <p role="alert" className={styles.trouble}>
      {text}
    </p>
  ) : null;
}
