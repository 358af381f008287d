import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PairProps } from '../pairProps.ts';
import { groupOf } from './document.ts';

const CALM = '@media (prefers-reduced-motion: reduce)';
const comes = (from: string) => ({
  animationName: { from: { transform: `translateX(${from})` }, to: { transform: 'translateX(0)' } },
  animationDuration: '400ms',
  animationTimingFunction: tokens.curveDecelerateMid,
  animationFillMode: 'backwards',
  [CALM]: { animationDuration: '0.01ms' },
});

const useStyles = makeStyles({
  moment: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    textAlign: 'center',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    outline: 'none',
  },
  text: { margin: 0, fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground2 },
  grooves: { fill: 'none', strokeWidth: '1.5', overflow: 'visible', maxInlineSize: '100%' },
  one: { color: tokens.colorPalettePumpkinBorderActive, ...comes('-24px') },
  other: { color: tokens.colorBrandStroke1, ...comes('24px') },
});

const RINGS = [68, 58, 48, 38, 28];
const APART = 62;

/** All have signed: the grooves of each slide together, and the space is open. */
export function Moment({ view, onOpen }: Pick<PairProps, 'view'> & { onOpen(): void }) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const people = [...view.partners, view].length;
  const width = 140 + (people - 1) * APART;
  return (
    <section className={styles.moment} aria-label={t('agreement.bothSigned', groupOf(view))}>
      <svg
        className={styles.grooves}
        width={width}
        height="140"
        viewBox={`0 0 ${width} 140`}
        aria-hidden="true"
      >
        {Array.from({ length: people }, (_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same number of sets, always in this order
          <g key={n} className={n % 2 === 0 ? styles.one : styles.other} stroke="currentColor">
            {RINGS.map((radius, ring) => (
              <circle key={radius} cx={70 + n * APART} cy="70" r={radius} opacity={0.25 + ring * 0.15} />
            ))}
          </g>
        ))}
      </svg>
      <h2 className={styles.title}>{t('agreement.bothSigned', groupOf(view))}</h2>
      <p className={styles.text}>{t('agreement.bothSignedText')}</p>
      <Button appearance="primary" size="large" onClick={onOpen}>
        {t('agreement.open')}
      </Button>
    </section>
  );
}
