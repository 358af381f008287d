import { Button, Checkbox, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedbackBody } from '#api/contract/meetings.ts';
import { FEEDBACK_TEXT_MAX, GO_ON, WORTH, YES_PARTLY_NO } from '#domain/meetings/feedback.ts';
import { BackArrow } from './BackArrow.tsx';
import { Choice, optionsOf } from './Choice.tsx';
import { SeenBy } from './SeenBy.tsx';
import { useSentence } from './sentence.ts';
import { useLeaving, useUnsaved } from './Unsaved.tsx';

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

/** Twenty seconds after a meeting. Beside every field stands who can see it. */
export default function FeedbackForm({ names, backLabel, onBack, onSend }: FeedbackFormProps) {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  const sentenceOf = useSentence();
  const [body, setBody] = useState(EMPTY);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  useUnsaved(body !== EMPTY && !busy);
  const leave = useLeaving();
  const change = (part: Partial<FeedbackBody>) => setBody((now) => ({ ...now, ...part }));
  const options = <Value extends string>(values: readonly Value[]) =>
    values.map((value) => ({ value, label: t(`feedback.${value}`) }));
  const wordsSeenBy = body.shared ? t('feedback.seenBoth', { names }) : t('feedback.seenMe');

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (!body.worthTheHour) return setTrouble(t('feedback.needWorth'));
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
        <h1 className={styles.title}>{t('feedback.title')}</h1>
        <p className={styles.intro}>{t('feedback.intro')}</p>
      </div>
      <div>
        <Choice
          legend={t('feedback.worth')}
          options={optionsOf(WORTH)}
          value={body.worthTheHour}
          onChoose={(worthTheHour) => change({ worthTheHour })}
          ends={[t('feedback.worthLow'), t('feedback.worthHigh')]}
        />
        <SeenBy who={t('feedback.seenNever')} />
      </div>
      {(['learned', 'surprised'] as const).map((name) => (
        <div key={name}>
          <Field label={{ children: t(`feedback.${name}`), weight: 'semibold' }}>
            <Textarea
              value={body[name]}
              maxLength={FEEDBACK_TEXT_MAX}
              resize="vertical"
              onChange={(_, { value }) => change({ [name]: value })}
            />
          </Field>
          <SeenBy who={wordsSeenBy} />
        </div>
      ))}
      <Checkbox
        label={t('feedback.share', { names })}
        checked={body.shared}
        onChange={(_, { checked }) => change({ shared: checked === true })}
      />
      <div>
        <Choice
          legend={t('feedback.balanced')}
          options={options(YES_PARTLY_NO)}
          value={body.balanced}
          onChoose={(balanced) => change({ balanced })}
        />
        <SeenBy who={t('feedback.seenNever')} />
      </div>
      <div>
        <Choice
          legend={t('feedback.candid')}
          options={options(YES_PARTLY_NO)}
          value={body.candid}
          onChoose={(candid) => change({ candid })}
        />
        <SeenBy who={t('feedback.seenNever')} />
      </div>
      <div>
        <Choice
          legend={t('feedback.goOn')}
          options={options(GO_ON)}
          value={body.goOn}
          onChoose={(goOn) => change({ goOn })}
        />
        <SeenBy who={t('feedback.seenMe')} />
      </div>
      {trouble && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
      <Button appearance="primary" size="large" type="submit" disabledFocusable={busy}>
        {busy ? t('feedback.sending') : t('feedback.send')}
      </Button>
    </form>
  );
}
