import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView } from '#api/contract/announcements.ts';
import { useReplies } from '../../api/announcements.ts';
import { useDates } from '../../parts/dates.ts';
import { usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { padding: `${tokens.spacingVerticalS} 0` },
  reply: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
});

interface RepliesProps {
  cohort: string;
  view: Pick<AnnouncementView, 'announcement' | 'replies' | 'repliesBefore'>;
}

/** What came back, oldest first: the newest, and all of it when that is asked for. */
export function Replies({ cohort, view }: RepliesProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [isAll, setIsAll] = useState(false);
  const all = useReplies(cohort, view.announcement, isAll);
  const { replies, repliesBefore } = view;
  if (replies.length === 0) return null;
  return (
    <section aria-label={t('announcement.replies')}>
      <h3 className={page.heading}>{t('announcement.replies')}</h3>
      {repliesBefore > 0 && !isAll && (
        <Button onClick={() => setIsAll(true)}>
          {t('announcement.repliesBefore', { count: repliesBefore })}
        </Button>
      )}
      {isAll ? (
        <Ready query={all}>{(read) => <List replies={read.replies} />}</Ready>
      ) : (
        <List replies={replies} />
      )}
    </section>
  );
}

function List({ replies }: Pick<AnnouncementView, 'replies'>) {
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  return (
    <ul className={styles.list}>
      {replies.map(({ name, text, at }) => (
        <li key={`${at} ${name}`} className={styles.row}>
          <blockquote className={styles.reply}>
            <p className={page.text}>{text}</p>
            <p className={page.quiet}>
              {name} · {dates.moment(at)}
            </p>
          </blockquote>
        </li>
      ))}
    </ul>
  );
}
