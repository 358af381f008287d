import { useTranslation } from 'react-i18next';
import type { RoundView } from '#api/contract/rounds.ts';
import { usePageStyles } from '../../parts/Page.tsx';
import { Paged } from './Paged.tsx';
import { useRoundStyles } from './roundStyles.ts';

/** Who is left out of a round, and why. */
export function LeftOut({ round }: { round: RoundView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useRoundStyles();
  if (round.leftOut.length === 0) return <p className={page.quiet}>{t('round.nobodyLeftOut')}</p>;
  return (
    <section className={page.group} aria-label={t('round.leftOut')}>
      <h3 className={page.heading}>{t('round.leftOut')}</h3>
      <Paged label={t('round.leftOut')} items={round.leftOut} nameOf={({ name }) => name}>
        {({ person, name, role, reason }) => (
          <li key={person} className={styles.item}>
            <div>
              <p className={page.text}>
                {name} · {t(`role.${role}`)}
              </p>
              <p className={page.quiet}>{reason}</p>
            </div>
          </li>
        )}
      </Paged>
    </section>
  );
}
