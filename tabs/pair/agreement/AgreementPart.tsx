import { useEffect, useState } from 'react';
import type { AgreementBody } from '#api/contract/agreement.ts';
import type { PairProps } from '../pairProps.ts';
import { Reading } from './Reading.tsx';
import { Writing } from './Writing.tsx';

const blank: AgreementBody = {
  respectForTime: '',
  whatItIs: '',
  whatItIsNot: '',
  executiveWantsToLearn: '',
  howEachHelps: '',
  whereAndHow: '',
  rhythm: 'none',
  endsOn: '',
};

interface AgreementPartProps extends Pick<PairProps, 'view' | 'names'> {
  /** Told when somebody starts and stops writing. */
  onWriting?(isWriting: boolean): void;
}

/**
 * The agreement, read or written. Writing starts from the newest version, or from the draft we suggest, and goes
 * on whatever the partner does meanwhile.
 */
export function AgreementPart({ view, names, onWriting }: AgreementPartProps) {
  const { agreement } = view;
  const [isWriting, setIsWriting] = useState(!agreement);
  useEffect(() => onWriting?.(isWriting), [onWriting, isWriting]);
  if (agreement && !isWriting)
    return <Reading view={view} agreement={agreement} names={names} onEdit={() => setIsWriting(true)} />;
  return (
    <Writing
      view={view}
      names={names}
      start={agreement?.text ?? view.draft ?? blank}
      onDone={() => setIsWriting(false)}
    />
  );
}
