import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalBody, GoalView } from '#api/contract/goals.ts';
import { CONFIDENCES, GOAL_STATES, GOAL_TEXT_MAX } from '#domain/pairs/goals.ts';
import { isConflict } from '../../api/problem.ts';
import { Choice, optionsOf } from '../../parts/Choice.tsx';
import { Conflict } from '../../parts/Conflict.tsx';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

interface GoalFormProps {
  /** The goal that is changed; none when it is a new one. */
  goal?: GoalView;
  onSave(body: GoalBody, etag: string): Promise<unknown>;
  onDone(): void;
}

/** A goal being written. What is typed stays when somebody was quicker. */
export function GoalForm({ goal, onSave, onDone }: GoalFormProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const [text, setText] = useState(goal?.text ?? '');
  const [confidence, setConfidence] = useState(goal?.confidence ?? 0);
  const [state, setState] = useState(goal?.state ?? 'open');
  const [etag, setEtag] = useState(goal?.etag ?? '');
  const [isBehind, setIsBehind] = useState(false);
  const [before] = useState({ text, confidence, state });
  useUnsaved(text !== before.text || confidence !== before.confidence || state !== before.state);
  const { run, busy, trouble, setTrouble } = useAction();

  async function save(over: string) {
    if (!text.trim()) return setTrouble(t('goals.needText'));
    if (!confidence) return setTrouble(t('goals.needConfidence'));
    const saved = await run(async () => {
      await onSave({ text: text.trim(), confidence, state }, over).catch((problem) => {
        setIsBehind(isConflict(problem));
        throw problem;
      });
    });
    if (saved) onDone();
  }
  const saveMine = () => {
    setIsBehind(false);
    setEtag(goal?.etag ?? '');
    void save(goal?.etag ?? '');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(etag);
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={{ children: t('goals.text'), weight: 'semibold' }}>
        <Textarea
          value={text}
          maxLength={GOAL_TEXT_MAX}
          rows={2}
          resize="vertical"
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <Choice
        legend={t('goals.confidence')}
        options={optionsOf(CONFIDENCES)}
        value={confidence}
        onChoose={(value) => setConfidence(value)}
        ends={[t('goals.low'), t('goals.high')]}
      />
      {goal && (
        <Choice
          legend={t('goals.state')}
          options={GOAL_STATES.map((value) => ({ value, label: t(`goals.states.${value}`) }))}
          value={state}
          onChoose={(value) => setState(value)}
        />
      )}
      {isBehind ? <Conflict onMine={saveMine} onTheirs={onDone} /> : <Trouble text={trouble} />}
      <div className={page.actions}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {busy ? t('goals.saving') : t('goals.save')}
        </Button>
        <Button disabledFocusable={busy} onClick={onDone}>
          {t('goals.cancel')}
        </Button>
      </div>
    </form>
  );
}
