import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useEffect, useId, useState } from 'react';
import type { LocalPerson } from '#local/contract.ts';
import financePilot from '../../finance-pilot.csv?url';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { useView } from '../state/ViewProvider.tsx';
import { t } from '../words.ts';
import { goneOn, reachedStep } from './progress.ts';
import { castOf, namesOf, STEPS, viewOf } from './steps.ts';

/** A phone, or a window at 200 %. */
const NARROW = '@media (max-width: 800px)';

const useStyles = makeStyles({
  guide: {
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    flexShrink: 0,
  },
  now: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    [NARROW]: {
      flexWrap: 'wrap',
      gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
      paddingInlineStart: tokens.spacingHorizontalS,
    },
  },
  /** Where there is little room, under the rest and as wide as the page. */
  sentence: {
    flexGrow: 1,
    minWidth: 0,
    [NARROW]: {
      order: 1,
      flexBasis: '100%',
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
    },
  },
  count: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', color: tokens.colorBrandForeground2 },
  buttons: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    [NARROW]: { flexShrink: 1, flexWrap: 'wrap', marginInlineStart: 'auto' },
    '& button, & a': { [NARROW]: { minWidth: 0 } },
  },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    display: 'grid',
    maxHeight: '40vh',
    overflowY: 'auto',
    gap: tokens.spacingVerticalXXS,
    gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
  },
  step: {
    width: '100%',
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
  },
  present: { fontWeight: tokens.fontWeightSemibold },
  number: { display: 'inline-block', minWidth: '24px', fontVariantNumeric: 'tabular-nums' },
});

/** How far the story has come, as the page sees it. */
const useReached = (people: LocalPerson[]): number => {
  const { world } = useLocalTeams();
  const cast = castOf(people);
  const chatOf = (person: LocalPerson | undefined) => world.chats[person?.chatId ?? ''] ?? [];
  const { contact, mentor, executive } = cast;
  const step = reachedStep({
    ...{
      contact: chatOf(contact),
      mentor: chatOf(mentor),
      executive: chatOf(executive),
      meetings: world.meetings,
    },
  });
  return STEPS.findIndex(({ name }) => name === step);
};

/** What to do first, and then: one line, opening into the whole story. It goes along with what happens. */
export const Guide = ({ people }: { people: LocalPerson[] }) => {
  const styles = useStyles();
  const id = useId();
  const { view, change } = useView();
  const [open, setOpen] = useState(false);
  const reached = useReached(people);
  const [farthest, setFarthest] = useState(view.step);
  useEffect(() => {
    const next = goneOn({ farthest, shown: view.step }, reached);
    setFarthest(next.farthest);
    if (next.shown !== view.step) change({ step: next.shown });
  }, [reached, farthest, view.step, change]);
  const at = Math.min(view.step, STEPS.length - 1);
  const names = namesOf(people);
  const go = (step: number): void => change(viewOf(step, people));

  return (
    <nav className={styles.guide} aria-label={t('story.label')}>
      <div className={styles.now}>
        <Text size={200} weight="semibold" className={styles.count}>
          {t('story.count', { at: at + 1, of: STEPS.length })}
        </Text>
        <Text className={styles.sentence} aria-live="polite">
          {t(`story.${STEPS[at]?.name}.do`, names)}
        </Text>
        <div className={styles.buttons}>
          {STEPS[at]?.name === 'cohort' && (
            <Button
              as="a"
              size="small"
              appearance="subtle"
              icon={<ArrowDownloadRegular />}
              href={financePilot}
              download="finance-pilot.csv"
            >
              {t('story.file')}
            </Button>
          )}
          <Button size="small" onClick={() => go(at)}>
            {t('story.show')}
          </Button>
          {at + 1 < STEPS.length && (
            <Button size="small" appearance="primary" onClick={() => go(at + 1)}>
              {t('story.next')}
            </Button>
          )}
          <Button
            size="small"
            appearance="subtle"
            icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
            iconPosition="after"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {t('story.all')}
          </Button>
        </div>
      </div>
      {open && (
        <ol id={id} className={styles.list}>
          {STEPS.map((step, number) => (
            <li key={step.name}>
              <Button
                size="small"
                appearance="subtle"
                className={mergeClasses(styles.step, number === at && styles.present)}
                aria-current={number === at ? 'step' : undefined}
                onClick={() => go(number)}
              >
                <span className={styles.number}>{number + 1}</span> {t(`story.${step.name}.title`)}
              </Button>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
};
