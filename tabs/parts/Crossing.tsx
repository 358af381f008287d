import { Avatar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { faceOf } from './face.ts';

/** Somebody of a pair as the picture shows them: a first name, whether they learn or lead, a photo in base64. */
export interface Faced {
  firstName: string;
  role: 'executive' | 'mentor';
  photo?: string | undefined;
}

const useStyles = makeStyles({
  picture: { pointerEvents: 'none' },
  box: { position: 'relative', display: 'block', flexShrink: 0, maxWidth: '100%' },
  rings: { position: 'absolute', inset: 0, width: '100%', height: '100%', overflow: 'visible', fill: 'none' },
  executive: { color: tokens.colorBrandStroke1, stroke: 'currentColor' },
  mentor: { color: tokens.colorPalettePumpkinBorderActive, stroke: 'currentColor' },
  faces: { position: 'absolute', inset: 0, display: 'flex', alignItems: 'center', justifyContent: 'center' },
});

const RINGS = [0.62, 0.76, 0.9, 1.04, 1.18];

/** As large as is wanted for two, and so small that many fit a side panel. */
const sizeFor = (people: number, wanted: 64 | 72): 32 | 40 | 48 | 64 | 72 =>
  people < 3 ? wanted : people === 3 ? 48 : people === 4 ? 40 : 32;

interface CrossingProps {
  people: readonly Faced[];
  /** Of one face where there are two, in CSS pixels. */
  size: 64 | 72;
  className?: string;
}

/** The faces of a pair side by side, each in their own grooves, which cross. Decoration: the names stand beside it. */
export function Crossing({ people, size: wanted, className }: CrossingProps) {
  const styles = useStyles();
  const size = sizeFor(people.length, wanted);
  const apart = size * 0.92;
  const room = size * 0.7;
  const width = apart * (people.length - 1) + size + room * 2;
  const height = size + room * 2;
  const isRtl = document.documentElement.dir === 'rtl';
  const faces = people.map((one, n) => ({
    ...one,
    isFirst: n === 0,
    x: room + size / 2 + apart * (isRtl ? people.length - 1 - n : n),
  }));
  return (
    <div className={mergeClasses(styles.picture, className)} aria-hidden="true">
      <div className={styles.box} style={{ width, height }}>
        <svg className={styles.rings} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {faces.map(({ role, x }) => (
            <g key={x} className={styles[role]}>
              {RINGS.map((radius, ring) => (
                <circle
                  key={radius}
                  cx={x}
                  cy={height / 2}
                  r={size * radius}
                  strokeWidth="1.5"
                  opacity={0.7 - ring * 0.12}
                />
              ))}
            </g>
          ))}
        </svg>
        <div className={styles.faces}>
          {faces.map(({ firstName, photo, isFirst, x }) => (
            <Avatar
              key={x}
              name={firstName}
              color="colorful"
              size={size}
              {...faceOf(photo)}
              style={{ marginInlineStart: isFirst ? 0 : apart - size }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
