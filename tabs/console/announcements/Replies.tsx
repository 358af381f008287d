import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView } from '#api/contract/announcements.ts';
import { useDates } from '../../parts/dates.ts';
import { usePageStyles } from '../../parts/Page.tsx';

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

/** What came back, oldest first. */
export function Replies({ replies }: Pick<AnnouncementView, 'replies'>) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  if (replies.length === 0) return null;
  return (
    <section aria-label={t('announcement.replies')}>
      <h3 className={page.heading}>{t('announcement.replies')}</h3>
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
    </section>
  );
}
