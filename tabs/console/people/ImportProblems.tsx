import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { usePageStyles } from '../../parts/Page.tsx';

const useStyles = makeStyles({
  problems: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    maxHeight: '320px',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
  },
});

export interface Refused {
  name: string;
  problems: { where: string; what: string }[];
  /** How many more there are than are listed. */
  more: number;
}

/** What is wrong with a file, by line; of very many the first. */
export function ImportProblems({ name, problems, more }: Refused) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <div role="alert">
      <p className={`${page.text} ${page.strong}`}>
        {t('import.refused', { name, count: problems.length + more })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <ul className={styles.problems} tabIndex={0}>
        {problems.map(({ where, what }) => (
          <li key={`${where} ${what}`}>
            <strong>{where}</strong>: {what}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={page.text}>{t('import.more', { count: more })}</p>}
    </div>
  );
}
