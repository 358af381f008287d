import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/me.ts';
import { usePair } from '../api/pairs.ts';
import { PartingButtons } from '../pair/parting/PartingButtons.tsx';
import { useReader } from '../parts/Frame.tsx';
import { namesIn } from '../parts/names.ts';
import { usePageStyles } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';

/** A break or an end for whoever has just raised a concern: an ordinary one, for each pair of that programme. */
export function AfterConcern({ me, cohort }: { me: Me; cohort: string }) {
  const { cohortName } = me.enrolments.find((one) => one.cohort === cohort) ?? {};
  const going = me.pairs.filter(
    (card) => card.cohortName === cohortName && (card.state === 'active' || card.state === 'paused'),
  );
  return going.map(({ pair }) => <OnePair key={pair} pair={pair} />);
}

function OnePair({ pair }: { pair: string }) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const page = usePageStyles();
  return (
    <Ready query={usePair(pair)}>
      {(view) => {
        const names = namesIn(
          locale,
          view.partners.map(({ firstName }) => firstName),
        );
        return (
          <div className={page.group}>
            <h3 className={page.heading}>{t('concern.afterTitle', { names })}</h3>
            <p className={page.quiet}>{t('concern.after')}</p>
            <div className={page.actions}>
              <PartingButtons view={view} names={names} say={(key) => t(`concern.${key}`)} />
            </div>
          </div>
        );
      }}
    </Ready>
  );
}
