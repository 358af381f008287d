import { useTranslation } from 'react-i18next';
import type { RoundView } from '#api/contract/rounds.ts';
import { firstOf, leftOutPages } from '../../api/rounds.ts';
import { usePageStyles } from '../../parts/Page.tsx';
import { Pages } from '../Pages.tsx';
import { useRoundStyles } from './roundStyles.ts';

/** Who is left out of a round, and why. */
export function LeftOut({ cohort, round }: { cohort: string; round: RoundView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useRoundStyles();
  const { leftOut, counts } = round;
  if (counts.leftOut === 0) return <p className={page.quiet}>{t('round.nobodyLeftOut')}</p>;
  return (
    <section className={page.group} aria-label={t('round.leftOut')}>
      <h3 className={page.heading}>{t('round.leftOut')}</h3>
      <Pages
        label={t('round.leftOut')}
        count={counts.leftOut}
        paging={leftOutPages(cohort, round)}
        first={{ leftOut, ...firstOf(leftOut, counts.leftOut) }}
        itemsOf={(page) => page.leftOut}
      >
        {({ person, name, role, reason }) => (
          <li key={`${person} ${role}`} className={styles.item}>
            <div>
              <p className={page.text}>
                {name} · {t(`role.${role}`)}
              </p>
              <p className={page.quiet}>{reason}</p>
            </div>
          </li>
        )}
      </Pages>
    </section>
  );
}
