import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeBody, Exchanges } from '#api/contract/exchanges.ts';
import { EXCHANGE_KINDS, EXCHANGE_TEXT_MAX } from '#domain/exchanges/exchange.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useOthers } from '../../parts/others.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';

type Kind = ExchangeBody['kind'];

interface HelpFormProps {
  partners: Exchanges['partners'];
  names: string;
  onSave(body: ExchangeBody): Promise<unknown>;
  onDone(): void;
}

/** Who helped, in what way, and if one likes a few words: three taps at most. */
export function HelpForm({ partners, names, onSave, onDone }: HelpFormProps) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const page = usePageStyles();
  const [who, setWho] = useState<string>();
  const [kind, setKind] = useState<Kind>();
  const [text, setText] = useState('');
  const { run, busy, trouble, setTrouble } = useAction();
  useUnsaved(text !== '');
  const sides = partners.flatMap(({ person, firstName }) => [
    { value: `by ${person}`, label: t('scales.form.iHelped', { name: firstName }), person, iHelped: true },
    { value: `to ${person}`, label: t('scales.form.helpedMe', { name: firstName }), person, iHelped: false },
  ]);

  async function save(event: FormEvent) {
    event.preventDefault();
    const side = sides.find(({ value }) => value === who);
    if (!side) return setTrouble(t('scales.form.needWho'));
    if (!kind) return setTrouble(t('scales.form.needKind'));
    if (kind === 'other' && !text.trim()) return setTrouble(t('scales.form.needText'));
    const body = { partner: side.person, iHelped: side.iHelped, kind, text: text.trim() };
    if (await run(() => onSave(body))) onDone();
  }
  return (
    <form className={page.group} onSubmit={(event) => void save(event)} noValidate>
      <Choice<string>
        legend={t('scales.form.who')}
        options={sides}
        value={who}
        onChoose={(value) => setWho(value)}
      />
      <Choice<Kind>
        legend={t('scales.form.kind')}
        options={EXCHANGE_KINDS.map((value) => ({ value, label: t(`scales.form.kinds.${value}`) }))}
        value={kind}
        onChoose={(value) => setKind(value)}
      />
      {kind && (
        <Field
          label={{ children: t(`scales.form.text.${kind}`), weight: 'semibold' }}
          {...(kind !== 'other' && { hint: t('scales.form.ifYouLike') })}
        >
          <Input value={text} maxLength={EXCHANGE_TEXT_MAX} onChange={(_, { value }) => setText(value)} />
        </Field>
      )}
      <SeenBy who={t('scales.form.seen', others)} />
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {busy ? t('scales.form.saving') : t('scales.form.save')}
        </Button>
        <Button appearance="subtle" disabledFocusable={busy} onClick={onDone}>
          {t('scales.form.cancel')}
        </Button>
      </div>
    </form>
  );
}
