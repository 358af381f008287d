import { Button, Field, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearningBody, LearningView } from '#api/contract/exchanges.ts';
import { LEARNING_KINDS, LEARNING_TEXT_MAX } from '#domain/exchanges/learning.ts';
import { isConflict } from '../../api/problem.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Conflict } from '../../parts/Conflict.tsx';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';

/** As it stands in the form, where everything is said. */
type Wording = Omit<LearningBody, 'shared'> & { shared: boolean };

const AUDIENCES = ['onlyMe', 'both'] as const;

interface LearningFormProps {
  /** What is changed; none when it is new. */
  learning?: LearningView;
  names: string;
  onSave(body: Wording, etag: string): Promise<unknown>;
  onDone(shared: boolean): void;
  onCancel(): void;
}

/** Something learned, being written: for its writer alone unless they say otherwise. What is typed stays on screen. */
export function LearningForm({ learning, names, onSave, onDone, onCancel }: LearningFormProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const [before] = useState<Wording>({
    kind: learning?.kind ?? 'learned',
    text: learning?.text ?? '',
    shared: learning?.shared ?? false,
  });
  const [body, setBody] = useState(before);
  const [etag, setEtag] = useState(learning?.etag ?? '');
  const [isBehind, setIsBehind] = useState(false);
  const { run, busy, trouble, setTrouble } = useAction();
  const set = (change: Partial<Wording>) => setBody((now) => ({ ...now, ...change }));
  useUnsaved(body.text !== before.text || body.kind !== before.kind || body.shared !== before.shared);

  async function save(over: string) {
    if (!body.text.trim()) return setTrouble(t('along.needText'));
    const saved = await run(() =>
      onSave({ ...body, text: body.text.trim() }, over).catch((problem) => {
        setIsBehind(isConflict(problem));
        throw problem;
      }),
    );
    if (saved) onDone(body.shared);
  }
  const saveMine = () => {
    setIsBehind(false);
    setEtag(learning?.etag ?? '');
    void save(learning?.etag ?? '');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(etag);
  };
  const saveLabel = t(learning ? 'along.saveChange' : 'along.save');
  return (
    <form className={page.group} onSubmit={submit} noValidate>
      <Choice<LearningBody['kind']>
        legend={t('along.kind')}
        options={LEARNING_KINDS.map((value) => ({ value, label: t(`along.kinds.${value}`) }))}
        value={body.kind}
        onChoose={(kind) => set({ kind })}
      />
      <Field label={{ children: t(`along.text.${body.kind}`), weight: 'semibold' }}>
        <Textarea
          value={body.text}
          maxLength={LEARNING_TEXT_MAX}
          rows={2}
          resize="vertical"
          onChange={(_, { value }) => set({ text: value })}
        />
      </Field>
      <Choice<(typeof AUDIENCES)[number]>
        legend={t('along.audience')}
        options={AUDIENCES.map((value) => ({ value, label: t(`along.${value}`, { names }) }))}
        value={body.shared ? 'both' : 'onlyMe'}
        onChoose={(value) => set({ shared: value === 'both' })}
      />
      {isBehind ? <Conflict onMine={saveMine} onTheirs={onCancel} /> : <Trouble text={trouble} />}
      <div className={page.actions}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {busy ? t('along.saving') : saveLabel}
        </Button>
        <Button appearance="subtle" disabledFocusable={busy} onClick={onCancel}>
          {t('along.cancel')}
        </Button>
      </div>
    </form>
  );
}
