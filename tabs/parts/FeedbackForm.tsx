import { Button, Checkbox, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import i18next from 'i18next';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedbackBody } from '#api/contract/meetings.ts';
import { FEEDBACK_FIELDS, FEEDBACK_TEXT_MAX } from '#domain/meetings/feedback.ts';
import feedbackWords from '#words/en/feedback.json';
import { askFeedback, type FeedbackAsked } from '#words/feedback.ts';
import { BackArrow } from './BackArrow.tsx';
import { Choice, type Option } from './Choice.tsx';
import { SeenBy } from './SeenBy.tsx';
import { useSentence } from './sentence.ts';
import { useLeaving, useUnsaved } from './Unsaved.tsx';

i18next.addResourceBundle('en', 'feedback', feedbackWords);

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  intro: { margin: 0, marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  back: { padding: 0, minWidth: 0, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
  trouble: { margin: 0, color: tokens.colorPaletteRedForeground1 },
});

const EMPTY: FeedbackBody = {
  worthTheHour: 0,
  learned: '',
  surprised: '',
  balanced: '',
  candid: '',
  goOn: '',
  shared: false,
};

interface FeedbackFormProps {
  names: string;
  backLabel: string;
  onBack(): void;
  onSend(body: FeedbackBody): Promise<void>;
}

/** Twenty seconds after a meeting, asked as the bot's card asks. Beside every field stands who can see it. */
export default function FeedbackForm({ names, backLabel, onBack, onSend }: FeedbackFormProps) {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  const sentenceOf = useSentence();
  const [body, setBody] = useState(EMPTY);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  useUnsaved(body !== EMPTY && !busy);
  const leave = useLeaving();
  const say = (key: string, values = {}): string => t(key, values);
  const asked = askFeedback(FEEDBACK_FIELDS, say, { names, isShared: body.shared });

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (!body.worthTheHour) return setTrouble(say('feedback:needed'));
    setBusy(true);
    setTrouble('');
    await onSend(body).catch((problem) => {
      setTrouble(sentenceOf(problem));
      setBusy(false);
    });
  }

  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <div>
        <Button
          className={styles.back}
          appearance="transparent"
          icon={<BackArrow />}
          onClick={() => leave(onBack)}
        >
          {backLabel}
        </Button>
        <h1 className={styles.title}>{say('feedback:title')}</h1>
        <p className={styles.intro}>{t('feedback.intro')}</p>
      </div>
      {asked.map((field) => (
        <div key={field.name}>
          <Asked
            field={field}
            value={body[field.name]}
            onChange={(value) => setBody((now) => ({ ...now, [field.name]: value }))}
          />
          {field.seen && <SeenBy who={field.seen} />}
        </div>
      ))}
      {trouble && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
      <Button appearance="primary" size="large" type="submit" disabledFocusable={busy}>
        {busy ? t('feedback.sending') : say('feedback:send')}
      </Button>
    </form>
  );
}

type Value = string | number | boolean;

interface AskedProps {
  field: FeedbackAsked;
  value: Value;
  onChange(value: Value): void;
}

function Asked({ field: { kind, label, options }, value, onChange }: AskedProps) {
  switch (kind) {
    case 'scale':
    case 'choice':
      return (
        <Choice<string | number>
          legend={label}
          options={options as Option<string | number>[]}
          value={typeof value === 'boolean' ? undefined : value}
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
