import { Avatar, Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundView, WishView } from '#api/contract/rounds.ts';
import { Points, usePageStyles } from '../../parts/Page.tsx';
import { inWordsOf, keyOfTwo } from './reviewing.ts';
import { useRoundStyles } from './roundStyles.ts';
import { Wish } from './Wish.tsx';

const useStyles = makeStyles({
  faces: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  mentors: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  mentor: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

type Proposal = RoundView['proposals'][number];

interface CircleProps {
  cohort: string;
  proposal: Proposal;
  isTeam: boolean;
  /** By executive and mentor; undefined where there is nothing to wish any more. */
  wished: ReadonlyMap<string, WishView> | undefined;
}

/** One circle or project team: who would meet, how well each mentor suits, and what can be asked for each. */
export function Circle({ cohort, proposal, isTeam, wished }: CircleProps) {
  const { t, i18n } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const round = useRoundStyles();
  const { executive, mentor, beside, reasons, fit, state, isNew } = proposal;
  const mentors = [{ ...mentor, fit: proposal.fitOfFirst, reasons, state, isNew }, ...beside];
  const isOver = mentors.every((one) => one.state === 'introduced' || one.state === 'noRoom');
  const sitting = isOver ? mentors.filter((one) => one.state === 'introduced') : mentors;
  const listed = new Intl.ListFormat(i18n.language).format(sitting.map(({ name }) => name));
  const format = inWordsOf({ areTeams: isTeam });
  const names = { mentor: listed, executive: executive.name };
  return (
    <li className={round.item}>
      <div className={round.two}>
        <span className={styles.faces} aria-hidden="true">
          <Avatar name={executive.name} color="colorful" size={40} />
          <span className={round.faces}>
            {mentors.map(({ person, name }) => (
              <Avatar key={person} name={name} color="colorful" />
            ))}
          </span>
        </span>
        <h3 className={`${page.heading} ${round.names}`}>
          {sitting.length === 0
            ? t('round.circleOf', { executive: executive.name, ...format })
            : t(isOver ? 'round.circleIntroduced' : 'round.circle', names)}
        </h3>
        <Badge appearance="outline" color={sitting.length > 0 ? 'informative' : 'subtle'} size="large">
          {sitting.length > 0 ? t(`promises:fit.${fit}`) : t('round.noRoom')}
        </Badge>
      </div>
      <ul
        className={styles.mentors}
        aria-label={t('round.mentorsOf', { executive: executive.name, ...format })}
      >
        {mentors.map((one) => {
          const two = { executive, mentor: one };
          return (
            <li key={one.person} className={styles.mentor}>
              <div className={round.two}>
                <span className={page.text}>{one.name}</span>
                {one.isNew && (
                  <Badge appearance="tint" color="success">
                    {t('round.isNew')}
                  </Badge>
                )}
                <Badge appearance="outline" color={one.state === 'noRoom' ? 'subtle' : 'informative'}>
                  {one.state === 'noRoom' ? t('round.noRoom') : t(`promises:fit.${one.fit}`)}
                </Badge>
              </div>
              <Points points={one.reasons} />
              {wished && <Wish cohort={cohort} two={two} wish={wished.get(keyOfTwo(two)) ?? 'none'} />}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
