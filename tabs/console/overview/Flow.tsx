import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FlowView } from '#api/contract/roster/people.ts';
import type { Standing } from '#domain/roster/standing.ts';
import { useDates } from '../../parts/dates.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Band } from './Band.tsx';

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@media (max-width: 719px)': {
      gridTemplateColumns: 'repeat(auto-fit, minmax(88px, 1fr))',
      gap: tokens.spacingHorizontalM,
    },
  },
  step: {
    display: 'grid',
    gridTemplateRows: 'auto auto auto 1fr',
    alignContent: 'start',
    minWidth: 0,
    '@media (max-width: 719px)': {
      borderTop: `2px solid ${tokens.colorBrandStroke2}`,
      paddingTop: tokens.spacingVerticalXS,
    },
  },
  band: { margin: `${tokens.spacingVerticalS} 0`, '@media (max-width: 719px)': { display: 'none' } },
  figure: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  waits: {
    display: 'block',
    minWidth: 0,
    maxWidth: '100%',
    padding: 0,
    border: 'none',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    justifyContent: 'flex-start',
    color: tokens.colorBrandForegroundLink,
  },
});

export interface FlowProps {
  view: FlowView;
  /** Shows the people who stand there. */
  onPeople(standing: Standing): void;
  onInsights(): void;
}

interface Step {
  name: 'invited' | 'joined' | 'introduced' | 'paired' | 'signed' | 'met';
  said: string;
  /** Of what the figure speaks, where it is not people of all roles. */
  of?: string;
  /** 0–1 of all who were invited; left out where words stand instead of a number. */
  part?: number | undefined;
  waits?: { text: string; go(): void } | undefined;
}

/** One band that narrows from invited to met, and under each step who or what waits there. */
export function Flow(props: FlowProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  const { on } = props.view;
  const steps = stepsOf(t, props);
  return (
    <Card title={t('flow.title')}>
      <ol className={styles.steps} aria-label={t('flow.title')}>
        {steps.map(({ name, said, of, part, waits }, n) => (
          <li key={name} className={styles.step}>
            <span className={page.label}>{t(`flow.step.${name}`)}</span>
            <span className={styles.figure}>{said}</span>
            <span className={styles.band}>
              <Band from={part} to={steps[n + 1]?.part} shade={SHADES[n] ?? 1} />
            </span>
            <span>
              {of && <span className={page.quiet}>{of}</span>}
              {waits && (
                <Button className={styles.waits} appearance="transparent" onClick={waits.go}>
                  {waits.text}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      {props.view.invited === 0 && <p className={page.text}>{t('flow.empty')}</p>}
      <p className={page.quiet}>{on ? t('flow.promise', { day: dates.date(on) }) : t('flow.promiseEarly')}</p>
    </Card>
  );
}

const SHADES = [0.28, 0.4, 0.52, 0.65, 0.8, 1];

function stepsOf(t: TFunction<'console'>, { view, onPeople, onInsights }: FlowProps): Step[] {
  const most = Math.max(1, view.invited);
  const waiting = (word: 'unanswered' | 'alone' | 'introduced', count: number, standing: Standing) =>
    count > 0 ? { text: t(`flow.waits.${word}`, { count }), go: () => onPeople(standing) } : undefined;
  const counted = (name: 'invited' | 'joined' | 'introduced' | 'paired', waits: Step['waits']): Step => ({
    ...{ name, said: String(view[name]), waits },
    part: view.invited === 0 ? undefined : view[name] / most,
  });
  /** Who has not taken a step stands under the one before. */
  const gapOf = (name: 'signed' | 'met'): Step['waits'] => {
    const gap = view[name]?.gap;
    if (!gap || (gap.reads === 'some' && gap.count === 0)) return undefined;
    return { text: t(`flow.gap.${name}.${gap.reads}`, { count: gap.count }), go: onInsights };
  };
  const taken = (name: 'signed' | 'met', waits?: Step['waits']): Step => {
    const shown = view[name];
    if (!shown) return { name, said: '–', of: t('flow.tooFew') };
    const share = shown.reads === 'some' ? shown.count / Math.max(1, shown.of) : undefined;
    return {
      name,
      said: shown.reads === 'some' ? String(shown.count) : t(`flow.reads.${shown.reads}`),
      of: t('flow.ofExecutives', { count: shown.of }),
      part: share === undefined ? undefined : (share * view.paired) / most,
      ...(waits && { waits }),
    };
  };
  return [
    counted('invited', waiting('unanswered', view.unanswered, 'invited')),
    counted('joined', waiting('alone', view.alone.count, 'joined')),
    counted('introduced', waiting('introduced', view.introduced - view.paired, 'introduced')),
    counted('paired', gapOf('signed')),
    taken('signed', gapOf('met')),
    taken('met'),
  ];
}
