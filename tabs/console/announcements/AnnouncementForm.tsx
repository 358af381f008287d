import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnouncementBody } from '#api/contract/announcements.ts';
import { MANY_PEOPLE } from '#domain/announcements/announcement.ts';
import { useAnnounce, useAudience, useChange, useTry } from '../../api/announcements.ts';
import { momentIn } from '../../parts/dates.ts';
import { useReader } from '../../parts/Frame.tsx';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import { CardFields } from './CardFields.tsx';
import { audienceIn, contentOf, type Draft, isEmpty } from './draft.ts';
import { NewsCard } from './NewsCard.tsx';
import { When } from './When.tsx';
import { Whom } from './Whom.tsx';

const useStyles = makeStyles({
  two: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalL },
  form: {
    flexGrow: 3,
    flexBasis: '340px',
    minWidth: 0,
    maxWidth: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  /** Stays in sight while the form beside it is longer. */
  card: {
    position: 'sticky',
    top: tokens.spacingVerticalL,
    flexGrow: 2,
    flexBasis: '240px',
    minWidth: 0,
    maxWidth: '100%',
  },
  number: { maxWidth: '160px' },
});

/** Which announcement that still waits is being changed. */
export interface Editing {
  announcement: string;
  etag: string;
}

interface AnnouncementFormProps {
  cohort: string;
  draft: Draft;
  editing: Editing | undefined;
  onChange(part: Partial<Draft>): void;
  /** It waits to be sent, or was left as it was. */
  onDone(): void;
}

/** An announcement: written beside the card that people will see, tried on oneself, then sent off. */
export function AnnouncementForm({ cohort, draft, editing, onChange, onDone }: AnnouncementFormProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const { timeZone } = useReader();
  const [typed, setTyped] = useState('');
  const [isTried, setIsTried] = useState(false);
  useUnsaved(!isEmpty(draft));
  const hasTeam = draft.team !== '';
  const reach = useAudience(cohort, audienceIn(draft), hasTeam).data;
  const [announce, change, tryIt] = [useAnnounce(cohort), useChange(cohort), useTry(cohort)];
  const { run, busy, trouble, setTrouble } = useAction();
  const content = contentOf(draft);
  const isMany = (reach?.recipients ?? 0) > MANY_PEOPLE;
  const write = (part: Partial<Draft>) => {
    setIsTried(false);
    onChange(part);
  };

  const attempt = () => {
    setIsTried(false);
    if (!content) return setTrouble(t('announce.need'));
    void run(async () => {
      await tryIt.mutateAsync(content);
      setIsTried(true);
    });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!content) return setTrouble(t('announce.need'));
    if (!hasTeam) return setTrouble(t('announce.needTeam'));
    if (draft.day === '' && reach?.recipients === 0) return setTrouble(t('announce.reachesNobody'));
    const body: AnnouncementBody = {
      ...content,
      ...audienceIn(draft),
      ...(draft.day !== '' && { sendAt: momentIn(timeZone, draft.day, draft.time) }),
      ...(isMany && typed.trim() !== '' && { count: Number(typed.replace(/[^\d]/g, '')) }),
    };
    const isDone = await run(() =>
      editing ? change.mutateAsync({ ...editing, body }) : announce.mutateAsync(body),
    );
    if (!isDone) return;
    setTyped('');
    onDone();
  };
  const word = editing ? 'save' : draft.day === '' ? 'send' : 'schedule';
  return (
    <div className={styles.two}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <Card title={t(editing ? 'announce.titleChange' : 'announce.title')}>
          <Whom cohort={cohort} draft={draft} reach={hasTeam ? reach : undefined} onChange={write} />
          <CardFields written={draft} onChange={write} />
        </Card>
        <Card>
          <When draft={draft} onChange={write} />
        </Card>
        {isMany && (
          <Field
            label={{ children: t('announce.type', { count: reach?.recipients ?? 0 }), weight: 'semibold' }}
            hint={t('announce.typeHint')}
          >
            <Input
              className={styles.number}
              inputMode="numeric"
              value={typed}
              onChange={(_, { value }) => setTyped(value)}
            />
          </Field>
        )}
        <Trouble text={trouble} />
        <div className={page.actions}>
          <Button appearance="primary" type="submit" disabledFocusable={busy}>
            {reach && hasTeam ? t(`announce.${word}`, { count: reach.recipients }) : t(`announce.${word}Now`)}
          </Button>
          <Button disabledFocusable={busy} onClick={attempt}>
            {t('announce.try')}
          </Button>
          {editing && (
            <Button appearance="subtle" disabledFocusable={busy} onClick={onDone}>
              {t('announce.leave')}
            </Button>
          )}
        </div>
        <p role="status" className={page.said}>
          {isTried && t('announce.tried')}
        </p>
      </form>
      <div className={styles.card}>
        <NewsCard cohort={cohort} written={draft} />
      </div>
    </div>
  );
}
