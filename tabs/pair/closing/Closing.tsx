import { useTranslation } from 'react-i18next';
import { useClosing } from '../../api/closing.ts';
import { useFreshSpace } from '../../api/pairs.ts';
import { useDates } from '../../parts/dates.ts';
import { useOthers } from '../../parts/others.ts';
import { Page } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { AgreementPart } from '../agreement/AgreementPart.tsx';
import type { PairProps } from '../pairProps.ts';
import { LookBack } from './LookBack.tsx';
import { SayClosing } from './SayClosing.tsx';
import { WaysOn } from './WaysOn.tsx';

/** The end of the time they agreed on: what was, what each takes along, and how it goes on. */
export function Closing({ view, names, onBack }: Pick<PairProps, 'view' | 'names'> & { onBack(): void }) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const dates = useDates();
  const query = useClosing(view.pair);
  // Once all have signed a later day, their time is not over any more.
  useFreshSpace(view.pair, view.spaceVersion);
  /** A later day has been proposed, by whoever: it waits for signatures. */
  const isToSign = view.next === 'signAgreement' || view.next === 'waitForSignature';
  return (
    <Ready query={query}>
      {(closing) => (
        <Page
          title={t('closing.title', others)}
          lead={t(closing.isDue ? 'closing.lead' : 'closing.leadEarly', { day: dates.date(closing.endsOn) })}
          back={{ label: t('closing.back'), go: onBack }}
        >
          <LookBack closing={closing} view={view} names={names} />
          {closing.isDue && <SayClosing key={closing.seq} {...{ closing, view, names }} />}
          {isToSign && <AgreementPart view={view} names={names} />}
          {closing.isDue && !isToSign && <WaysOn view={view} names={names} />}
        </Page>
      )}
    </Ready>
  );
}
