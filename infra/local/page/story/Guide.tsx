import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { LocalPerson } from '#local/contract.ts';
import financePilot from '../../finance-pilot.csv?url';
import { useView } from '../state/ViewProvider.tsx';
import { t } from '../words.ts';
import { namesOf, STEPS, viewOf } from './steps.ts';

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
  },
  sentence: { flexGrow: 1, minWidth: 0 },
  count: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', color: tokens.colorBrandForeground2 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalXS, flexShrink: 0 },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    display: 'grid',
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

/** What to do first, and then: one line, opening into the whole story. */
export const Guide = ({ people }: { people: LocalPerson[] }) => {
  const styles = useStyles();
  const id = useId();
  const { view, change } = useView();
  const [open, setOpen] = useState(false);
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
