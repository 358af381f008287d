import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalView } from '#api/contract/goals.ts';
import { useAddGoal, useChangeGoal, useGoals } from '../../api/goals.ts';
import { useDates } from '../../parts/dates.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import type { SpaceProps } from '../pairProps.ts';
import { Confidence } from './Confidence.tsx';
import { GoalForm } from './GoalForm.tsx';
import { useFeeling } from './useFeeling.ts';
import { useGoalStory } from './useGoalStory.ts';

type Role = SpaceProps['view']['role'];

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  goal: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
  },
  words: { flexGrow: 1, flexBasis: '200px', minWidth: 0 },
  history: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    listStyleType: 'none',
  },
});

/** What the two aim at. Everybody changes their own; the earlier words are kept. */
export function Goals({ view }: SpaceProps) {
  const goals = useGoals(view.pair);
  return (
    <Ready query={goals}>
      {({ goals: list }) => <GoalList pair={view.pair} mine={view.role} goals={list} />}
    </Ready>
  );
}

function GoalList({ pair, mine, goals }: { pair: string; mine: Role; goals: readonly GoalView[] }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const [isAdding, setIsAdding] = useState(false);
  const add = useAddGoal(pair);
  return (
    <div className={styles.column}>
      <p className={page.quiet}>{goals.length > 0 ? t('goals.lead') : t('goals.empty')}</p>
      {goals.map((goal) => (
        <Goal key={goal.goal} pair={pair} goal={goal} mine={mine} />
      ))}
      {isAdding ? (
        <Card title={t('goals.add')}>
          <GoalForm onSave={(body) => add.mutateAsync(body)} onDone={() => setIsAdding(false)} />
        </Card>
      ) : (
        <div>
          <Button appearance={goals.length > 0 ? 'secondary' : 'primary'} onClick={() => setIsAdding(true)}>
            {t('goals.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Goal({ pair, goal, mine }: { pair: string; goal: GoalView; mine: Role }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const feeling = useFeeling();
  const story = useGoalStory();
  const began = goal.history[0]?.confidence ?? goal.confidence;
  const ownerRole = goal.isMine ? mine : mine === 'executive' ? 'mentor' : 'executive';
  const [isChanging, setIsChanging] = useState(false);
  const change = useChangeGoal(pair, goal.goal);
  const owner = goal.isMine ? t('goals.yours') : t('goals.of', { name: goal.ownerFirstName });
  if (isChanging)
    return (
      <Card title={t('goals.changeThis', { text: goal.text })}>
        <GoalForm
          goal={goal}
          onSave={(body, etag) => change.mutateAsync({ body, etag })}
          onDone={() => setIsChanging(false)}
        />
      </Card>
    );
  return (
    <Card>
      <div className={styles.goal}>
        <div className={styles.words}>
          <h2 className={page.heading}>{goal.text}</h2>
          <p className={page.quiet}>
            {owner} · {t(`goals.states.${goal.state}`)} · {feeling(began, goal.confidence)}
          </p>
          <p className={page.quiet}>{story(goal)}.</p>
        </div>
        <Confidence began={began} now={goal.confidence} owner={ownerRole} />
      </div>
      <History goal={goal}>
        {goal.isMine && (
          <Button aria-label={t('goals.changeThis', { text: goal.text })} onClick={() => setIsChanging(true)}>
            {t('goals.change')}
          </Button>
        )}
      </History>
    </Card>
  );
}

/** The earlier wordings, opened by a button beside the others. */
function History({ goal, children }: { goal: GoalView; children: ReactNode }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  const feeling = useFeeling();
  const [isOpen, setIsOpen] = useState(false);
  const earlier = goal.history.slice(0, -1).toReversed();
  if (earlier.length === 0 && !goal.isMine) return null;
  return (
    <>
      <div className={page.actions}>
        {children}
        {earlier.length > 0 && (
          <Button appearance="subtle" aria-expanded={isOpen} onClick={() => setIsOpen((open) => !open)}>
            {t('goals.history', { count: earlier.length })}
          </Button>
        )}
      </div>
      {isOpen && (
        <ol className={styles.history} aria-label={t('goals.historyOf', { text: goal.text })}>
          {earlier.map((one) => (
            <li key={one.at}>
              <p className={page.text}>{one.text}</p>
              <p className={page.quiet}>
                {dates.day(one.at)} · {feeling(one.confidence, one.confidence)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
