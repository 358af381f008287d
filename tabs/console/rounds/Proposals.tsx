import { Avatar, Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundView, WishView } from '#api/contract/rounds.ts';
import { firstOf, proposalPages } from '../../api/rounds.ts';
import { Points, usePageStyles } from '../../parts/Page.tsx';
import { Pages } from '../Pages.tsx';
import { Circle } from './Circle.tsx';
import { keyOfTwo } from './reviewing.ts';
import { useRoundStyles } from './roundStyles.ts';
import { Wish } from './Wish.tsx';

type Proposal = RoundView['proposals'][number];

interface ProposalsProps {
  cohort: string;
  round: RoundView;
  wishes: readonly WishView[];
}

/** Who would meet whom, and why; as long as it is under review, each two can be kept together or ruled out. */
export function Proposals({ cohort, round, wishes }: ProposalsProps) {
  const { t } = useTranslation('console');
  const wished = new Map(wishes.map((wish) => [keyOfTwo(wish), wish]));
  return (
    <Pages
      label={t('round.proposals')}
      count={round.counts.proposals}
      paging={proposalPages(cohort, round)}
      first={{ proposals: round.proposals, ...firstOf(round.proposals, round.counts.proposals) }}
      itemsOf={({ proposals }) => proposals}
    >
      {(proposal) =>
        round.areCircles ? (
          <Circle
            key={proposal.executive.person}
            cohort={cohort}
            proposal={proposal}
            isTeam={round.areTeams}
            wished={round.state === 'reviewed' ? wished : undefined}
          />
        ) : (
          <Two
            key={keyOfTwo(proposal)}
            cohort={cohort}
            proposal={proposal}
            wish={round.state === 'reviewed' ? (wished.get(keyOfTwo(proposal)) ?? 'none') : 'over'}
          />
        )
      }
    </Pages>
  );
}

interface TwoProps {
  cohort: string;
  proposal: Proposal;
  /** `over`: there is nothing to wish any more. */
  wish: WishView | 'none' | 'over';
}

function Two({ cohort, proposal, wish }: TwoProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useRoundStyles();
  const { executive, mentor, fit, reasons, state, isNew } = proposal;
  const names = { mentor: mentor.name, executive: executive.name };
  return (
    <li className={styles.item}>
      <div className={styles.two}>
        <span className={styles.faces} aria-hidden="true">
          <Avatar name={mentor.name} color="colorful" />
          <Avatar name={executive.name} color="colorful" />
        </span>
        <h3 className={`${page.heading} ${styles.names}`}>
          {t(state === 'introduced' ? 'round.introduced' : 'round.pair', names)}
        </h3>
        {isNew && (
          <Badge appearance="tint" color="success">
            {t('round.isNew')}
          </Badge>
        )}
        <Badge appearance="outline" color={state === 'noRoom' ? 'subtle' : 'informative'} size="large">
          {state === 'noRoom' ? t('round.noRoom') : t(`promises:fit.${fit}`)}
        </Badge>
      </div>
      <Points points={reasons} />
      {wish !== 'over' && <Wish cohort={cohort} two={proposal} wish={wish} />}
    </li>
  );
}
