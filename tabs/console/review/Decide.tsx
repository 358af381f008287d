import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DECISIONS, type Decision, MOST_TWEAKS, TWEAK_MAX } from '#domain/insights/review.ts';
import { useRecordReview } from '../../api/insights.ts';
import { FRAMELESS, OVER_ALL } from '../../parts/fields.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';

const useStyles = makeStyles({
  set: FRAMELESS,
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  option: {
    position: 'relative',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    cursor: 'pointer',
    paddingInlineStart: '44px',
    '::before': {
      content: '""',
      position: 'absolute',
      top: '18px',
      insetInlineStart: tokens.spacingHorizontalL,
      width: '14px',
      height: '14px',
      boxSizing: 'border-box',
      borderRadius: tokens.borderRadiusCircular,
      border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    },
    ':has(input:checked)::before': { border: `4px solid ${tokens.colorCompoundBrandStroke}` },
    ':has(input:checked)': {
      outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
      backgroundColor: tokens.colorBrandBackground2,
    },
    ':has(input:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  input: OVER_ALL,
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  tweak: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1 },
});

/** What is decided about a pilot: as it is, with changes, or no more. Recorded once. */
export function Decide({ cohort, etag }: { cohort: string; etag: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const [decision, setDecision] = useState<Decision>();
  const [tweaks, setTweaks] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const [isSure, setIsSure] = useState(false);
  const record = useRecordReview(cohort);
  const { run, busy, trouble, setTrouble } = useAction();
  useUnsaved(tweaks.length > 0 || typed !== '');
  // What was typed and not added counts as well.
  const all = [...new Set([...tweaks, typed.trim()].filter((tweak) => tweak !== ''))];
  const add = () => {
    if (all.length > MOST_TWEAKS) return setTrouble(t('decide.tooMany', { max: MOST_TWEAKS }));
    setTweaks(all);
    setTyped('');
  };
  const ask = () => {
    if (!decision) return setTrouble(t('decide.needOne'));
    if (decision === 'adjust' && all.length === 0) return setTrouble(t('decide.needTweak'));
    if (all.length > MOST_TWEAKS) return setTrouble(t('decide.tooMany', { max: MOST_TWEAKS }));
    setTrouble('');
    setIsSure(true);
  };
  if (isSure && decision)
    return (
      <Sure
        title={t(`decide.sure.${decision}`)}
        text={t('decide.sureText')}
        yes={busy ? t('decide.recording') : t('decide.record')}
        no={t('cancel')}
        busy={busy}
        trouble={trouble}
        onYes={() =>
          void run(() =>
            record.mutateAsync({ body: { decision, tweaks: decision === 'adjust' ? all : [] }, etag }),
          )
        }
        onNo={() => setIsSure(false)}
      />
    );
  return (
    <Card title={t('decide.title')}>
      <fieldset className={styles.set}>
        <legend className={`${page.quiet} ${styles.legend}`}>{t('decide.legend')}</legend>
        <div className={styles.cards}>
          {DECISIONS.map((one) => (
            <label key={one} className={styles.option}>
              <input
                className={styles.input}
                type="radio"
                name="decision"
                checked={decision === one}
                onChange={() => setDecision(one)}
              />
              <span className={styles.name}>{t(`decide.${one}.name`)}</span>
              <span className={page.quiet}>{t(`decide.${one}.text`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {decision === 'adjust' && (
        <div className={page.group}>
          <h3 className={page.heading}>{t('decide.changes')}</h3>
          <ul className={styles.list}>
            {tweaks.map((tweak) => (
              <li key={tweak} className={styles.tweak}>
                {tweak}
                <Button
                  appearance="subtle"
                  aria-label={t('decide.removeThis', { tweak })}
                  onClick={() => setTweaks(tweaks.filter((one) => one !== tweak))}
                >
                  {t('decide.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <div className={styles.add}>
            <Field className={styles.field} label={t('decide.another')}>
              <Input value={typed} maxLength={TWEAK_MAX} onChange={(_, { value }) => setTyped(value)} />
            </Field>
            <Button onClick={add}>{t('decide.add')}</Button>
          </div>
        </div>
      )}
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button appearance="primary" onClick={ask}>
          {t('decide.record')}
        </Button>
      </div>
      <SeenBy who={t('decide.seenBy')} />
    </Card>
  );
}
