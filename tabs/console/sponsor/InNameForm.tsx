import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InNameBody } from '#api/contract/sponsors/sponsors.ts';
import {
  ANNOUNCEMENT_TEXT_MAX,
  ANNOUNCEMENT_TITLE_MAX,
  AUDIENCES,
} from '#domain/announcements/announcement.ts';
import { useBacking, useWriteInName } from '../../api/sponsors.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import { EMPTY as NOTHING } from '../announcements/draft.ts';
import { NewsCard } from '../announcements/NewsCard.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  hint: { marginTop: tokens.spacingVerticalXS },
});

const EMPTY: InNameBody = { title: '', text: '', audience: 'everyone' };

interface InNameFormProps {
  cohort: string;
  cohortName: string;
  /** The sponsor writes, in their own name. */
  isSponsor?: boolean;
}

/**
 * Words in the sponsor's name: a champion's are sent to nobody but the sponsor, who says yes or no to them; the
 * sponsor's own wait no longer than any other. Nothing is shown while nobody backs the cohort.
 */
export function InNameForm({ cohort, cohortName, isSponsor = false }: InNameFormProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const [body, setBody] = useState(EMPTY);
  const [isSaid, setIsSaid] = useState(false);
  const sponsor = useBacking(cohort).data?.sponsor?.name ?? '';
  const write = useWriteInName(cohort, isSponsor);
  const { run, busy, trouble, setTrouble } = useAction();
  const isEmpty = body.title === '' && body.text === '';
  useUnsaved(!isEmpty);
  const change = (part: Partial<InNameBody>) => {
    setBody((known) => ({ ...known, ...part }));
    setIsSaid(false);
  };
  const thanks = {
    ...{ title: t('announce.thanksTitle'), text: t('announce.thanksText', { cohort: cohortName }) },
    audience: 'firstMovers' as const,
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!body.title.trim() || !body.text.trim()) return setTrouble(t('announce.need'));
    if (!(await run(() => write.mutateAsync(body)))) return;
    setBody(EMPTY);
    setIsSaid(true);
  };
  if (sponsor === '') return null;
  return (
    <Card title={t(isSponsor ? 'announce.title' : 'announce.inName', { name: sponsor })}>
      {!isSponsor && <p className={page.quiet}>{t('announce.asksHint', { name: sponsor })}</p>}
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
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
        {isSponsor && <NewsCard cohort={cohort} written={{ ...NOTHING, ...body }} />}
        <Trouble text={trouble} />
        <div className={page.actions}>
          <Button appearance={isSponsor ? 'primary' : 'secondary'} type="submit" disabledFocusable={busy}>
            {isSponsor ? t('announce.sendNow') : t('announce.ask', { name: sponsor })}
          </Button>
          {isEmpty && (
            <Button appearance="subtle" onClick={() => change(thanks)}>
              {t('announce.thanks')}
            </Button>
          )}
        </div>
        <p role="status" className={`${page.quiet} ${page.said}`}>
          {isSaid && t(isSponsor ? 'announce.saidSponsor' : 'announce.asked', { name: sponsor })}
        </p>
      </form>
    </Card>
  );
}
