import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useNewsCard } from '../../api/announcements.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useSentence } from '../../parts/sentence.ts';
import { useSettled } from '../../parts/useSettled.ts';
import { contentOf, type Written } from './draft.ts';

const useStyles = makeStyles({
  chat: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  bot: { margin: 0, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  line: { margin: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  Large: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  Small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  Bolder: { fontWeight: tokens.fontWeightSemibold },
  italic: { fontStyle: 'italic' },
  link: { color: tokens.colorBrandForegroundLink, textDecorationLine: 'underline' },
  subtle: { color: tokens.colorNeutralForeground3 },
  picture: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minHeight: '96px',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground3,
    textAlign: 'center',
    overflowWrap: 'anywhere',
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  button: {
    padding: `5px ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  empty: {
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
});

/** What a card of news is built of. */
interface Part {
  type?: string;
  text?: string;
  altText?: string;
  title?: string;
  size?: 'Large' | 'Small';
  weight?: 'Bolder';
  isSubtle?: boolean;
  italic?: boolean;
  selectAction?: { url?: string };
  inlines?: Part[];
}

/** What is written, as its readers will see it: drawn from the very card that Teams is given. */
export function NewsCard({ cohort, written }: { cohort: string; written: Written }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const sentenceOf = useSentence();
  const content = contentOf(written);
  const query = useNewsCard(cohort, useSettled(content ? JSON.stringify(content) : ''));
  const card = content && (query.data?.card as { body?: Part[]; actions?: Part[] } | undefined);
  return (
    <section aria-label={t('announce.previewLabel')} className={page.group}>
      <h2 className={page.heading}>{t('announce.asTheySee')}</h2>
      {card ? (
        <div className={styles.chat}>
          <p className={styles.bot}>{t('announce.bot')}</p>
          <div className={styles.card}>
            {(card.body ?? []).map((part, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a card have no names
              <Shown key={n} part={part} />
            ))}
            <ul className={styles.buttons}>
              {(card.actions ?? []).map((part, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
                <li key={n} className={styles.button}>
                  {part.title}
                </li>
              ))}
            </ul>
          </div>
        </div>
      ) : (
        <p className={mergeClasses(page.quiet, styles.empty)}>{t('announce.nothingYet')}</p>
      )}
      {content && query.isError && <Trouble text={sentenceOf(query.error)} />}
    </section>
  );
}

/** A picture is fetched by Teams alone: here stands what is said of it. */
function Shown({ part }: { part: Part }) {
  const { t } = useTranslation('console');
  const styles = useStyles();
  if (part.type === 'Image')
    return <div className={styles.picture}>{t('announce.pictureOf', { alt: part.altText })}</div>;
  return (
    <p className={styles.line}>
      {(part.inlines ?? []).map((run, n) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
          key={n}
          className={mergeClasses(
            run.size && styles[run.size],
            run.weight && styles[run.weight],
            run.isSubtle && styles.subtle,
            run.italic && styles.italic,
            run.selectAction && styles.link,
          )}
        >
          {run.text}
        </span>
      ))}
    </p>
  );
}
