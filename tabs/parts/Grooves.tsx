import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  grooves: { color: tokens.colorBrandStroke1, fill: 'none', stroke: 'currentColor', display: 'block' },
});

/** The house mark: the grooves of a turntable. Decoration only. */
export function Grooves({ className, size = 160 }: { className?: string; size?: number }) {
  const styles = useStyles();
  return (
    <svg
      className={mergeClasses(styles.grooves, className)}
      width={size}
      height={size}
      viewBox="0 0 160 160"
      aria-hidden="true"
    >
      {[76, 64, 52, 40, 28].map((radius, index) => (
        <circle key={radius} cx="80" cy="80" r={radius} strokeWidth="1.5" opacity={0.25 + index * 0.12} />
      ))}
      <circle cx="80" cy="80" r="14" strokeWidth="3" />
      <circle cx="80" cy="80" r="3" fill="currentColor" />
    </svg>
  );
}
