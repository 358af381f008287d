import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    minHeight: '32px',
    lineHeight: '32px',
    width: 'fit-content',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  wide: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', textAlign: 'start' },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    paddingInlineStart: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
  },
});

/** A table of words: its heads, and its rows, whose first cell names them. */
export interface Table {
  caption: string;
  heads: string[];
  rows: string[][];
}

/** What a chart shows, as a table that anybody can open and screen readers read. */
export function AsTable({ caption, heads, rows }: Table) {
  const { t } = useTranslation('console');
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary} aria-label={t('insights.asTable', { what: caption })}>
        {t('insights.table')}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard */}
      <section className={styles.wide} tabIndex={0} aria-label={caption}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={styles.cell}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = '', ...cells]) => (
              <tr key={name}>
                <th scope="row" className={styles.cell}>
                  {name}
                </th>
                {cells.map((cell, n) => (
                  <td key={heads[n + 1]} className={styles.cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
