import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProfileBody } from '#api/contract/profile.ts';
import { STRENGTHS } from '#domain/profile/limits.ts';
import { Choice } from '../parts/Choice.tsx';
import type { ProfilePartProps } from './profilePart.ts';
import { TopicField } from './TopicField.tsx';

type Offer = ProfileBody['offers'][number];

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  offer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none', paddingBottom: tokens.spacingVerticalXS },
  },
});

/** What somebody could help with, and how well they know it. */
export function Offers({ body, change }: ProfilePartProps) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const { offers } = body;
  const grade = (id: string, strength: Offer['strength']) =>
    change({ offers: offers.map((offer) => (offer.id === id ? { ...offer, strength } : offer)) });
  const remove = (id: string) => change({ offers: offers.filter((offer) => offer.id !== id) });
  return (
    <TopicField
      label={t('profile.offers')}
      hint={t('profile.hint.offers')}
      topics={offers}
      onChange={(next) => change({ offers: next })}
      enter={(topic): Offer => ({ ...topic, strength: 0 })}
    >
      <ul className={styles.list}>
        {offers.map((offer) => (
          <li key={offer.id} className={styles.offer}>
            <Choice<Offer['strength']>
              legend={t('profile.strength', { topic: offer.label })}
              options={STRENGTHS.map((value) => ({ value, label: t(`profile.strengths.${value}`) }))}
              value={offer.strength}
              onChoose={(strength) => grade(offer.id, strength)}
            />
            <Button
              appearance="subtle"
              aria-label={t('profile.remove', { topic: offer.label })}
              onClick={() => remove(offer.id)}
            >
              {t('profile.take')}
            </Button>
          </li>
        ))}
      </ul>
    </TopicField>
  );
}
