import { Button, Checkbox, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementBody } from '#api/contract/agreement.ts';
import { AGREEMENT_TEXTS, RHYTHMS } from '#domain/pairs/agreement.ts';
import { useDraftAgreement } from '../../api/agreement.ts';
import { isConflict } from '../../api/problem.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Conflict } from '../../parts/Conflict.tsx';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import type { PairProps } from '../pairProps.ts';
import { labelOf, TEXT_FIELDS } from './agreementFields.ts';

/** A label may hold a long name. */
const useStyles = makeStyles({ form: { overflowWrap: 'anywhere' } });

interface AgreementFormProps extends Pick<PairProps, 'view' | 'names'> {
  start: AgreementBody;
  onDone(): void;
}

/** Writing the ground rules. A change after somebody signed is a new version that everybody signs again. */
export function AgreementForm({ view, start, onDone }: AgreementFormProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const [body, setBody] = useState(start);
  const [before] = useState(start);
  useUnsaved(JSON.stringify(body) !== JSON.stringify(before));
  const [after, setAfter] = useState(view.agreement?.version ?? 0);
  const [isBehind, setIsBehind] = useState(false);
  const draft = useDraftAgreement(view.pair);
  const { run, busy, trouble, setTrouble } = useAction();
  const change = (part: Partial<AgreementBody>) => setBody((now) => ({ ...now, ...part }));

  async function save(following: number) {
    if (!body.confidentiality) return setTrouble(t('agreement.confidentialityNeeded'));
    if (!body.endsOn) return setTrouble(t('agreement.endsOnNeeded'));
    const saved = await run(async () => {
      await draft.mutateAsync({ body, after: following }).catch((problem) => {
        setIsBehind(isConflict(problem));
        throw problem;
      });
    });
    if (saved) onDone();
  }
  const saveMine = () => {
    const newest = view.agreement?.version ?? 0;
    setIsBehind(false);
    setAfter(newest);
    void save(newest);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(after);
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Card title={t('agreement.title')}>
        <p className={page.quiet}>{t(view.agreement ? 'agreement.newVersion' : 'agreement.prefilled')}</p>
        <Field hint={t('agreement.confidentialityHint')}>
          <Checkbox
            label={t('agreement.confidentiality')}
            checked={body.confidentiality}
            onChange={(_, { checked }) => change({ confidentiality: checked === true })}
          />
        </Field>
        {TEXT_FIELDS.map((name) => (
          <Field key={name} label={{ children: labelOf(name, view, t), weight: 'semibold' }}>
            <Textarea
              value={body[name]}
              maxLength={AGREEMENT_TEXTS[name]}
              rows={3}
              resize="vertical"
              onChange={(_, { value }) => change({ [name]: value })}
            />
          </Field>
        ))}
        <Choice
          legend={t('agreement.rhythm')}
          options={RHYTHMS.map((value) => ({ value, label: t(`agreement.rhythms.${value}`) }))}
          value={body.rhythm}
          onChoose={(rhythm) => change({ rhythm })}
        />
        <Field label={{ children: t('agreement.endsOn'), weight: 'semibold' }}>
          <Input type="date" value={body.endsOn} onChange={(_, { value }) => change({ endsOn: value })} />
        </Field>
        {isBehind ? <Conflict onMine={saveMine} onTheirs={onDone} /> : <Trouble text={trouble} />}
        <div className={page.actions}>
          <Button appearance="primary" size="large" type="submit" disabledFocusable={busy}>
            {busy ? t('agreement.sending') : t('agreement.sendDraft')}
          </Button>
          {view.agreement && (
            <Button size="large" disabledFocusable={busy} onClick={onDone}>
              {t('agreement.cancel')}
            </Button>
          )}
        </div>
      </Card>
    </form>
  );
}
