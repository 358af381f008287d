import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    alignItems: 'stretch',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXL,
    overflow: 'hidden',
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    '@media (min-width: 800px)': { minHeight: '232px' },
    '@media (max-width: 640px)': {
      flexDirection: 'column-reverse',
      gap: 0,
      padding: tokens.spacingHorizontalL,
    },
  },
  said: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minWidth: 0,
  },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  caption: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    textWrap: 'balance',
    '@media (min-width: 321px) and (max-width: 640px)': {
      fontSize: tokens.fontSizeHero700,
      lineHeight: tokens.lineHeightHero700,
    },
    '@media (max-width: 320px)': {
      fontSize: tokens.fontSizeBase600,
      lineHeight: tokens.lineHeightBase600,
    },
  },
  lead: {
    margin: 0,
    maxWidth: '58ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: '24px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  picture: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '264px',
    maxWidth: '100%',
    marginBlock: `calc(-1 * ${tokens.spacingVerticalL})`,
    '@media (min-width: 641px) and (max-width: 880px)': { width: '200px' },
    '@media (max-width: 640px)': { width: '100%', height: '120px', overflow: 'hidden', marginBlock: 0 },
  },
});

interface HeroProps {
  caption: string;
  title: string;
  lead?: string;
  picture: ReactNode;
  children: ReactNode;
}

/** The one clear thing to do next: what it is, why, and how; beside it a picture. */
export function Hero({ caption, title, lead, picture, children }: HeroProps) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label={t('step.label')}>
      <div className={styles.said}>
        <div className={styles.words}>
          <p className={styles.caption}>{caption}</p>
          <h2 className={styles.title}>{title}</h2>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </div>
      <div className={styles.picture}>{picture}</div>
    </section>
  );
}
