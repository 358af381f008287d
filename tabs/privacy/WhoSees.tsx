import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { READERS, type Sight, WHO_SEES } from '#domain/privacy/whoSees.ts';
import { Card } from '../parts/Page.tsx';

const useStyles = makeStyles({
  /** Wider than a side panel: it scrolls by itself, and can be reached by keyboard. */
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'center',
    minWidth: '56px',
    verticalAlign: 'middle',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
  },
  thing: {
    textAlign: 'start',
    paddingInlineStart: 0,
    minWidth: '110px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
  },
  mark: {
    display: 'block',
    margin: `0 auto ${tokens.spacingVerticalXXS}`,
    stroke: 'currentColor',
    fill: 'none',
  },
  seen: { color: tokens.colorBrandForeground1 },
});

/** Who sees what of somebody: a sign, and the words under it. */
export function WhoSees({ partner }: { partner: string }) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const head = (text: string) => (
    <th key={text} scope="col" className={styles.cell}>
      {text}
    </th>
  );
  return (
    <Card title={t('privacy.who.title')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className={styles.scroll} aria-label={t('privacy.who.title')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={`${styles.cell} ${styles.thing}`}>
                {t('privacy.who.thing')}
              </th>
              {head(t('privacy.who.you'))}
              {READERS.map((reader) =>
                head(reader === 'partner' && partner ? partner : t(`privacy.who.${reader}`)),
              )}
            </tr>
          </thead>
          <tbody>
            {WHO_SEES.map((row) => (
              <tr key={row.thing}>
                <th scope="row" className={`${styles.cell} ${styles.thing}`}>
                  {t(`privacy.who.things.${row.thing}`)}
                </th>
                <SightCell sight="sees" />
                {READERS.map((reader) => (
                  <SightCell key={reader} sight={row[reader]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

function SightCell({ sight }: { sight: Sight }) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  return (
    <td className={styles.cell}>
      <svg
        className={sight === 'never' ? styles.mark : `${styles.mark} ${styles.seen}`}
        width="16"
        height="16"
        viewBox="0 0 16 16"
        strokeWidth="2"
        aria-hidden="true"
      >
        {sight === 'sees' && <circle cx="8" cy="8" r="5" fill="currentColor" />}
        {sight === 'shared' && <circle cx="8" cy="8" r="5" />}
        {sight === 'figures' && <path d="M3 13V9M8 13V4M13 13V7" />}
        {sight === 'never' && <path d="M5 8h6" />}
      </svg>
      {t(`privacy.who.${sight}`)}
    </td>
  );
}
