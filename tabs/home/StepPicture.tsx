import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Crossing, type Faced } from '../parts/Crossing.tsx';

/** What a step looks like: two who are together, two days that overlap, a page to sign, a record that was played. */
export type Sight = 'together' | 'days' | 'page' | 'played' | 'alone';

const useStyles = makeStyles({
  picture: { display: 'block', fill: 'none', width: '100%', maxWidth: '264px', height: 'auto' },
  executive: { color: tokens.colorBrandStroke1, stroke: 'currentColor' },
  mentor: { color: tokens.colorPalettePumpkinBorderActive, stroke: 'currentColor' },
  quiet: { color: tokens.colorNeutralStroke1, stroke: 'currentColor' },
  sheet: { fill: tokens.colorNeutralBackground1, color: tokens.colorNeutralStroke1, stroke: 'currentColor' },
  line: { color: tokens.colorNeutralForeground3, stroke: 'currentColor' },
  full: { fill: 'currentColor' },
});

interface StepPictureProps {
  sight: Sight;
  people: readonly Faced[];
  className?: string;
}

/** The picture beside a step; decoration, all it says stands in the words. */
export function StepPicture({ sight, people, className }: StepPictureProps) {
  if (sight === 'together' && people.length > 0)
    return <Crossing people={people} size={64} {...(className && { className })} />;
  return <Drawn sight={sight} {...(className && { className })} />;
}

function Drawn({ sight, className }: { sight: Sight; className?: string }) {
  const styles = useStyles();
  return (
    <svg viewBox="0 0 264 240" aria-hidden="true" className={mergeClasses(styles.picture, className)}>
      <Rings isPlayed={sight === 'played'} isDashed={sight === 'alone'} />
      {sight === 'days' && <Days />}
      {sight === 'page' && <Sheet />}
      {sight === 'played' && <Arm />}
    </svg>
  );
}

const CENTRE = { cx: 132, cy: 120 };

function Rings({ isPlayed, isDashed }: { isPlayed: boolean; isDashed: boolean }) {
  const styles = useStyles();
  return (
    <g className={isPlayed || isDashed ? styles.executive : styles.quiet}>
      {[30, 46, 62, 78, 94, 110].map((r, n) => (
        <circle
          key={r}
          {...CENTRE}
          r={r}
          strokeWidth="1.5"
          opacity={0.8 - n * 0.11}
          {...(isDashed && { strokeDasharray: '3 6' })}
        />
      ))}
      <g className={styles.executive}>
        <circle {...CENTRE} r="14" strokeWidth="3" />
        <circle {...CENTRE} r="3" fill="currentColor" stroke="none" />
      </g>
    </g>
  );
}

/** Two working days round the clock, and where they meet. */
function Days() {
  const styles = useStyles();
  return (
    <>
      <path
        d="M132 120 24 90A112 112 0 0 1 46 48Z"
        className={mergeClasses(styles.executive, styles.full)}
        stroke="none"
        opacity="0.16"
      />
      <path d="M41 144A94 94 0 1 1 179 201" className={styles.mentor} strokeWidth="5" strokeLinecap="round" />
      <path
        d="M57 100A78 78 0 1 1 132 198"
        className={styles.executive}
        strokeWidth="5"
        strokeLinecap="round"
      />
    </>
  );
}

function Sheet() {
  const styles = useStyles();
  return (
    <>
      <rect x="66" y="24" width="132" height="184" rx="8" className={styles.sheet} strokeWidth="1.5" />
      <path d="M86 52H150" className={styles.line} strokeWidth="7" strokeLinecap="round" />
      <path
        d="M86 76H178M86 90H170M86 104H156M86 126H178M86 140H162"
        className={styles.quiet}
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path d="M84 190H126M140 190H182" className={styles.line} strokeWidth="1.5" />
      <path
        d="M87 184C92 164 96 170 96 182C102 164 106 172 106 180C112 172 114 178 122 176"
        className={styles.mentor}
        strokeWidth="2"
        strokeLinecap="round"
      />
      <circle
        cx="161"
        cy="176"
        r="12"
        className={styles.executive}
        strokeWidth="1.5"
        strokeDasharray="2.5 3.5"
      />
    </>
  );
}

function Arm() {
  const styles = useStyles();
  return (
    <g className={styles.mentor}>
      <circle cx="238" cy="30" r="14" strokeWidth="4" />
      <path d="M237 44 224 122 186 166" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round" />
      <path d="M188 162 176 176" strokeWidth="12" strokeLinecap="round" />
    </g>
  );
}
