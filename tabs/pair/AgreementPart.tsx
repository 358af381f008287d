import { useState } from 'react';
import type { AgreementBody } from '#api/contract.ts';
import { AgreementForm } from './AgreementForm.tsx';
import { AgreementText } from './AgreementText.tsx';
import type { PairProps } from './PairScreen.tsx';

const blank = (endsOn: string): AgreementBody => ({
  confidentiality: true,
  respectForTime: '',
  whatItIs: '',
  whatItIsNot: '',
  executiveWantsToLearn: '',
  howEachHelps: '',
  whereAndHow: '',
  rhythm: 'none',
  endsOn,
});

/** The agreement, read or written. Writing starts from the newest version, or from the draft we suggest. */
export function AgreementPart({ view, names }: Pick<PairProps, 'view' | 'names'>) {
  const [isWriting, setIsWriting] = useState(false);
  const { agreement } = view;
  if (agreement && !isWriting)
    return (
      <AgreementText view={view} agreement={agreement} names={names} onEdit={() => setIsWriting(true)} />
    );
  return (
    <AgreementForm
      view={view}
      names={names}
      start={agreement?.text ?? view.draft ?? blank('')}
      onDone={() => setIsWriting(false)}
    />
  );
}
