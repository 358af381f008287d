/** An arrow that points to where one came from, in either direction of reading. */
export function BackArrow() {
  const isRtl = document.documentElement.dir === 'rtl';
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={isRtl ? 'M6 3l5 5-5 5' : 'M10 3 5 8l5 5'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
