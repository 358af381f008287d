import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  mark: { flexShrink: 0, display: 'block', color: tokens.colorBrandBackground },
});

/** The product's mark: a turning table for two. Decoration. */
export const BotAvatar = ({ size = 28 }: { size?: number }) => (
  <svg aria-hidden className={useStyles().mark} width={size} height={size} viewBox="0 0 32 32">
    <rect width="32" height="32" rx="9" fill="currentColor" />
    <circle
      cx="16"
      cy="16"
      r="9.5"
      fill="none"
      stroke="#fff"
      strokeWidth="2.2"
      strokeDasharray="21.8 8"
      strokeLinecap="round"
      transform="rotate(-38 16 16)"
    />
    <circle cx="16" cy="16" r="3" fill="#fff" />
  </svg>
);
