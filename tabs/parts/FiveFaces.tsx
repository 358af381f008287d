import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import { FACES } from './faces.ts';
import { FRAMELESS, OVER_ALL } from './fields.ts';

const useStyles = makeStyles({
  set: FRAMELESS,
  legend: {
    padding: 0,
    marginBottom: tokens.spacingVerticalM,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    maxWidth: '480px',
  },
  face: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXS,
    minHeight: '72px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    /** Told by line and weight as well: in high contrast the colour is that of all the others. */
    ':has(input:checked)': {
      color: tokens.colorBrandForeground1,
      fontWeight: tokens.fontWeightSemibold,
      boxShadow: `inset 0 -2px ${tokens.colorCompoundBrandStroke}`,
      '& svg': { strokeWidth: '3.5' },
    },
    ':has(input:focus-visible)': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
    },
    ':has(input:disabled)': { cursor: 'default', color: tokens.colorNeutralForegroundDisabled },
  },
  input: OVER_ALL,
  word: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'center',
    '@media (max-width: 340px)': { fontSize: '11px' },
  },
  picture: { fill: 'none', stroke: 'currentColor', strokeWidth: '2', strokeLinecap: 'round' },
});

/** One face, as a drawing beside its word. */
export function FacePicture({ value, size = 40 }: { value: number; size?: number }) {
  const styles = useStyles();
  const face = FACES.find((one) => one.value === value);
  if (!face) return null;
  return (
    <svg className={styles.picture} width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="22" />
      <circle cx="17.5" cy="19.5" r="2" fill="currentColor" stroke="none" />
      <circle cx="30.5" cy="19.5" r="2" fill="currentColor" stroke="none" />
      <path d={face.mouth} fill={face.isOpen ? 'currentColor' : 'none'} strokeLinejoin="round" />
    </svg>
  );
}

interface FiveFacesProps {
  legend: string;
  /** The five words, from the least to the most. */
  words: readonly string[];
  value?: number | undefined;
  busy: boolean;
  /** A tap chooses, and that is all it takes. */
  onChoose(value: number): void;
}

/**
 * Five faces with five words around real radio buttons. Arrow keys only walk along them; a tap, the blank or Enter
 * chooses, so that nobody sends a face by passing it.
 */
export function FiveFaces({ legend, words, value, busy, onChoose }: FiveFacesProps) {
  const styles = useStyles();
  const name = useId();
  const isWalking = useRef(false);
  return (
    <fieldset className={styles.set} disabled={busy}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.row}>
        {FACES.map((face, n) => (
          <label key={face.value} className={styles.face}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              defaultChecked={value === face.value}
              onClick={() => {
                // Walking along with the arrows clicks as well.
                if (!isWalking.current) onChoose(face.value);
              }}
              onKeyDown={(event) => {
                isWalking.current = event.key.startsWith('Arrow');
                if (event.key !== ' ' && event.key !== 'Enter') return;
                event.preventDefault();
                onChoose(face.value);
              }}
              onKeyUp={() => {
                isWalking.current = false;
              }}
            />
            <FacePicture value={face.value} />
            <span className={styles.word}>{words[n]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
