import { Button, Checkbox, Field, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedbackLine as Line } from '#api/contract/meetings.ts';
import { FEEDBACK_FIELDS, FEEDBACK_TEXT_MAX } from '#domain/meetings/feedback.ts';
import { askFeedback, type FeedbackAsked } from '#words/feedback.ts';
import { Choice, type Option } from './Choice.tsx';
import { useOthers } from './others.ts';
import { Trouble, usePageStyles } from './Page.tsx';
import { SeenBy } from './SeenBy.tsx';
import { useUnsaved } from './Unsaved.tsx';
import { useAction } from './useAction.ts';

const EMPTY: Line = { learned: '', surprised: '', balanced: '', candid: '', goOn: '', shared: false };

interface FeedbackLineProps {
  names: string;
  onSend(line: Line): Promise<unknown>;
  onEnough(): void;
}

/** What can be added to a face, as little as one likes. Beside every field stands who can see it. */
export function FeedbackLine({ names, onSend, onEnough }: FeedbackLineProps) {
  const { t } = useTranslation('panel');
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  const [line, setLine] = useState(EMPTY);
  useUnsaved(line !== EMPTY && !busy);
  const say = (key: string, values = {}): string => t(key, values);
  const asked = askFeedback(FEEDBACK_FIELDS, say, { ...useOthers(names), isShared: line.shared });

  return (
    <form
      className={page.group}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void run(() => onSend(line));
      }}
    >
      {asked.map((field) => {
        const { name } = field;
        if (name === 'worthTheHour') return null;
        return (
          <div key={name}>
            <Asked
              field={field}
              value={line[name]}
              onChange={(value) => setLine((now) => ({ ...now, [name]: value }))}
            />
            {field.seen && <SeenBy who={field.seen} />}
          </div>
        );
      })}
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {busy ? t('feedback.sending') : say('feedback:send')}
        </Button>
        <Button appearance="subtle" onClick={onEnough}>
          {say('feedback:enough')}
        </Button>
      </div>
    </form>
  );
}

interface AskedProps {
  field: FeedbackAsked;
  value: string | boolean;
  onChange(value: string | boolean): void;
}

function Asked({ field: { kind, label, options }, value, onChange }: AskedProps) {
  switch (kind) {
    case 'scale':
      return null;
    case 'choice':
      return (
        <Choice<string>
          legend={label}
          options={options as Option<string>[]}
          value={String(value)}
          onChoose={onChange}
        />
      );
    case 'text':
      return (
        <Field label={{ children: label, weight: 'semibold' }}>
          <Textarea
            value={String(value)}
            maxLength={FEEDBACK_TEXT_MAX}
            resize="vertical"
            onChange={(_, data) => onChange(data.value)}
          />
        </Field>
      );
    case 'switch':
      return (
        <Checkbox
          label={label}
          checked={value === true}
          onChange={(_, { checked }) => onChange(checked === true)}
        />
      );
    default:
      return kind satisfies never;
  }
}
