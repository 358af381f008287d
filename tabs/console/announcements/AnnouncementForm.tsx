import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnouncementBody, AnnouncementPreview } from '#api/contract/announcements.ts';
import {
  ANNOUNCEMENT_TEXT_MAX,
  ANNOUNCEMENT_TITLE_MAX,
  AUDIENCES,
} from '#domain/announcements/announcement.ts';
import { useAnnounce, usePreview } from '../../api/announcements.ts';
import { useBacking, useWriteInName } from '../../api/sponsors.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  hint: { marginTop: tokens.spacingVerticalXS },
  preview: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

const FROM = ['me', 'sponsor'] as const;
type From = (typeof FROM)[number];
const EMPTY: AnnouncementBody = { title: '', text: '', audience: 'everyone' };

interface AnnouncementFormProps {
  cohort: string;
  cohortName: string;
  /** The sponsor writes, in their own name. */
  isSponsor?: boolean;
}

/**
 * An announcement: written, looked at as people will see it, then sent. What a champion writes in the sponsor's name is
 * sent to nobody but the sponsor, who says yes or no to it.
 */
export function AnnouncementForm({ cohort, cohortName, isSponsor = false }: AnnouncementFormProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const [body, setBody] = useState(EMPTY);
  const [preview, setPreview] = useState<AnnouncementPreview>();
  useUnsaved(body.title !== '' || body.text !== '');
  const look = usePreview(cohort);
  const [from, setFrom] = useState<From>('me');
  const [isAsked, setIsAsked] = useState(false);
  const sponsor = useBacking(cohort).data?.sponsor?.name ?? '';
  const asks = !isSponsor && from === 'sponsor' && sponsor !== '';
  const mine = useAnnounce(cohort);
  const inName = useWriteInName(cohort, isSponsor);
  const announce = isSponsor || asks ? inName : mine;
  const { run, busy, trouble, setTrouble } = useAction();
  const change = (part: Partial<AnnouncementBody>) => {
    setBody((known) => ({ ...known, ...part }));
    setPreview(undefined);
    setIsAsked(false);
  };
  const thanks = {
    ...{ title: t('announce.thanksTitle'), text: t('announce.thanksText', { cohort: cohortName }) },
    audience: 'firstMovers' as const,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!body.title.trim() || !body.text.trim()) return setTrouble(t('announce.need'));
    void run(async () => setPreview(await look.mutateAsync(body)));
  };
  const send = () =>
    run(async () => {
      await announce.mutateAsync(body);
      setBody(EMPTY);
      setPreview(undefined);
      setIsAsked(asks);
    });

  return (
    <Card title={t('announce.title')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {!isSponsor && sponsor !== '' && (
          <Sender
            sponsor={sponsor}
            from={from}
            onChoose={(chosen) => {
              setFrom(chosen);
              setPreview(undefined);
            }}
          />
        )}
        <Field label={{ children: t('announce.heading'), weight: 'semibold' }}>
          <Input
            value={body.title}
            maxLength={ANNOUNCEMENT_TITLE_MAX}
            onChange={(_, { value }) => change({ title: value })}
          />
        </Field>
        <Field
          label={{ children: t('announce.text'), weight: 'semibold' }}
          hint={t(isSponsor ? 'announce.textHintSponsor' : 'announce.textHint')}
        >
          <Textarea
            value={body.text}
            maxLength={ANNOUNCEMENT_TEXT_MAX}
            rows={5}
            resize="vertical"
            onChange={(_, { value }) => change({ text: value })}
          />
        </Field>
        <div>
          <Choice
            legend={t('announce.audience')}
            options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
            value={body.audience}
            onChoose={(audience) => change({ audience })}
          />
          <p className={`${page.quiet} ${styles.hint}`}>{t(`announce.audienceHint.${body.audience}`)}</p>
        </div>
        {preview && <Preview preview={asks ? { ...preview, from: sponsor } : preview} cohort={cohortName} />}
        <Trouble text={trouble} />
        <div className={page.actions}>
          {preview && preview.recipients > 0 && (
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void send()}>
              {asks
                ? t('announce.ask', { name: sponsor })
                : t('announce.send', { count: preview.recipients })}
            </Button>
          )}
          <Button appearance={preview ? 'secondary' : 'primary'} type="submit" disabledFocusable={busy}>
            {preview ? t('announce.again') : t('announce.preview')}
          </Button>
          {body.title === '' && body.text === '' && (
            <Button appearance="subtle" onClick={() => change(thanks)}>
              {t('announce.thanks')}
            </Button>
          )}
        </div>
        <p role="status" className={`${page.quiet} ${page.said}`}>
          {isAsked && t('announce.asked', { name: sponsor })}
        </p>
      </form>
    </Card>
  );
}

/** In whose name it is: the champion's own, or the sponsor's, who is asked. */
function Sender({ sponsor, from, onChoose }: { sponsor: string; from: From; onChoose(from: From): void }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <div>
      <Choice
        legend={t('announce.sender')}
        options={FROM.map((value) => ({ value, label: t(`announce.by.${value}`, { name: sponsor }) }))}
        value={from}
        onChoose={onChoose}
      />
      {from === 'sponsor' && (
        <p className={`${page.quiet} ${styles.hint}`}>{t('announce.asksHint', { name: sponsor })}</p>
      )}
    </div>
  );
}

/** As it will stand in the chat, how many of its readers have not joined yet, and how many it will not reach. */
function Preview({ preview, cohort }: { preview: AnnouncementPreview; cohort: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <section aria-label={t('announce.previewLabel')} className={page.group}>
      <div className={styles.preview}>
        <h3 className={page.heading}>{preview.title}</h3>
        <p className={page.quiet}>{t('announce.from', { name: preview.from, cohort })}</p>
        <p className={page.text}>{preview.text}</p>
      </div>
      {preview.notJoined > 0 && (
        <p className={page.quiet}>{t('announce.notJoined', { count: preview.notJoined })}</p>
      )}
      {preview.leftOut > 0 && (
        <p className={page.quiet}>{t('announce.leftOut', { count: preview.leftOut })}</p>
      )}
    </section>
  );
}
