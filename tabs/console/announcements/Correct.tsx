import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView } from '#api/contract/announcements.ts';
import { useCorrect } from '../../api/announcements.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import { CardFields } from './CardFields.tsx';
import { contentOf, type Written, writtenIn } from './draft.ts';
import { NewsCard } from './NewsCard.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

interface CorrectProps {
  cohort: string;
  view: AnnouncementView;
  onDone(): void;
}

/** Other words, picture and buttons in the place of what everybody has. */
export function Correct({ cohort, view, onDone }: CorrectProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const [written, setWritten] = useState<Written>(() => writtenIn(view));
  /** Of what was seen when this was opened, whatever is read meanwhile: whoever was quicker is not overwritten. */
  const [{ etag }] = useState(view);
  useUnsaved(JSON.stringify(written) !== JSON.stringify(writtenIn(view)));
  const correct = useCorrect(cohort);
  const { run, busy, trouble, setTrouble } = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = contentOf(written);
    if (!body) return setTrouble(t('announce.need'));
    const { announcement } = view;
    if (await run(() => correct.mutateAsync({ announcement, etag, body }))) onDone();
  };
  return (
    <form
      className={styles.form}
      aria-label={t('announcement.correct')}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <CardFields written={written} onChange={(part) => setWritten((known) => ({ ...known, ...part }))} />
      <NewsCard cohort={cohort} written={written} />
      <p className={page.quiet}>{t('announcement.correctHint')}</p>
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {t('announcement.correctYes', { count: view.counts.sent })}
        </Button>
        <Button disabledFocusable={busy} onClick={onDone}>
          {t('announcement.correctNo')}
        </Button>
      </div>
    </form>
  );
}
