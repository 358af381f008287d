import { Avatar, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePageStyles } from '../parts/Page.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none', paddingBottom: 0 },
  },
  /** Where there is no room for both, the state stands under the name. */
  two: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    minHeight: '32px',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  who: { flexGrow: 1, flexBasis: '140px', minWidth: 0 },
});

interface MemberRowProps {
  name: string;
  about: ReactNode;
  /** How things stand with this person. */
  children: ReactNode;
  /** A place that nobody has: words stand where the name would. */
  isEmpty?: boolean;
}

/** One person of the cohort in a list. */
export function MemberRow({ name, about, children, isEmpty = false }: MemberRowProps) {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <Avatar
        {...(isEmpty ? {} : { name })}
        color={isEmpty ? 'neutral' : 'colorful'}
        size={32}
        aria-hidden="true"
      />
      <div className={styles.two}>
        <div className={styles.who}>
          <p className={page.text}>{name}</p>
          {about && <p className={page.quiet}>{about}</p>}
        </div>
        {children}
      </div>
    </li>
  );
}

/** A mail address that breaks behind its @ where it has to. */
export function Mail({ address }: { address: string }) {
  const [local, domain] = address.split('@');
  return domain === undefined ? (
    address
  ) : (
    <>
      {local}@<wbr />
      {domain}
    </>
  );
}
