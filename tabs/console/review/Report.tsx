import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ReviewView } from '#api/contract/insights.ts';
import { useDates } from '../../parts/dates.ts';
import { Grooves } from '../../parts/Grooves.tsx';
import { cellsOf, type Look } from './looks.ts';
import { useLooks } from './useLooks.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    padding: '24px',
    minWidth: '520px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    lineHeight: '20px',
    '@media print': {
      padding: 0,
      minWidth: 0,
      gap: '12px',
      fontSize: tokens.fontSizeBase200,
      lineHeight: '16px',
    },
  },
  head: { display: 'flex', justifyContent: 'space-between', gap: '16px' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    overflowWrap: 'anywhere',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  text: { margin: 0 },
  big: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, 1fr)',
    gap: '16px',
    margin: 0,
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  one: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    padding: '4px 8px 4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
  },
  decision: {
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorBrandBackground2,
    breakInside: 'avoid',
  },
  list: { margin: '4px 0', paddingInlineStart: '20px' },
  foot: { paddingTop: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** One page about a pilot, made of published figures, for whoever decides on money and time. */
export function Report({ view }: { view: ReviewView }) {
  const { t } = useTranslation('console');
  const styles = useStyles();
  const dates = useDates();
  const { columns, rows } = useLooks(view.looks);
  const { review } = view;
  const last = view.looks.at(-1);
  return (
    <article className={styles.page} aria-label={t('report.title')}>
      <header className={styles.head}>
        <div>
          <p className={styles.quiet}>
            {t('report.kind', { day: last ? dates.date(last.on) : t('review.notYet') })}
          </p>
          <h2 className={styles.name}>{view.name}</h2>
          <p className={styles.text}>{t('report.days', { days: dates.days(view.startsOn, view.endsOn) })}</p>
        </div>
        <Grooves size={88} />
      </header>
      {last ? <Big last={last} looks={view.looks} /> : <p className={styles.text}>{t('review.early')}</p>}
      {last && (
        <section>
          <h3 className={styles.heading}>{t('report.fromStart')}</h3>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.cell}>
                  {t('review.what')}
                </th>
                {columns.map(({ name, title }) => (
                  <th key={name} scope="col" className={styles.cell}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ aspect, title, cells }) => (
                <tr key={aspect}>
                  <th scope="row" className={styles.cell}>
                    {title}
                  </th>
                  {cells.map((said, n) => (
                    <td key={columns[n]?.name} className={styles.cell}>
                      {said.length === 0 ? '–' : said.join('; ')}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {last && <BusinessCase last={last} looks={view.looks} />}
      <section className={styles.decision}>
        <h3 className={styles.heading}>
          {review ? t(`review.decided.${review.decision}`) : t('report.open')}
        </h3>
        {review && review.tweaks.length > 0 && (
          <ul className={styles.list}>
            {review.tweaks.map((tweak) => (
              <li key={tweak}>{tweak}</li>
            ))}
          </ul>
        )}
        {review && (
          <p className={styles.quiet}>
            {t('review.recordedBy', { name: review.by, day: dates.longDay(review.at) })}
          </p>
        )}
      </section>
      <p className={`${styles.quiet} ${styles.foot}`}>
        {t('report.foot', { names: view.champions.join(', '), count: view.champions.length })}
        {view.sponsor && ` ${t('report.backed', { name: view.sponsor })}`}
      </p>
    </article>
  );
}

/** The newest look that says something of an opinion. */
const newestOf = (looks: readonly Look[], of: Look['cells'][number]['of']) =>
  [...looks].reverse().find((look) => cellsOf(look, of).length > 0);

function Big({ last, looks }: { last: Look; looks: readonly Look[] }) {
  const { t } = useTranslation('console');
  const styles = useStyles();
  const say = useLooks(looks);
  const opinion = (of: 'worthTheHour' | 'candid' | 'now') => {
    const cells = cellsOf(newestOf(looks, of), of);
    const [first] = cells;
    if (!first) return '–';
    // Of two, the one that is said with more care.
    const least = cells.reduce((low, cell) => (cell.value < low.value ? cell : low), first);
    return cells.length > 1 && !least.edge
      ? t('report.atLeast', { value: say.value(least) })
      : say.value(least);
  };
  const figures = [
    { name: t('report.met'), said: say.step(last.steps.met) },
    { name: t('review.aspect.worthTheHour'), said: opinion('worthTheHour') },
    { name: t('review.aspect.candid'), said: opinion('candid') },
    { name: t('review.aspect.now'), said: opinion('now') },
  ];
  return (
    <dl className={styles.big}>
      {figures.map(({ name, said }) => (
        <div key={name} className={styles.one}>
          <dt className={styles.quiet}>{name}</dt>
          <dd className={styles.figure}>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Retention, insight and succession, each by the figure that speaks of it. */
function BusinessCase({ last, looks }: { last: Look; looks: readonly Look[] }) {
  const { t } = useTranslation('console');
  const styles = useStyles();
  const say = useLooks(looks);
  const worth = cellsOf(newestOf(looks, 'worthTheHour'), 'worthTheHour').find(
    ({ role }) => role !== 'executive',
  );
  const met = last.funnel.mentor.paired;
  return (
    <section>
      <h3 className={styles.heading}>{t('report.case')}</h3>
      <ul className={styles.list}>
        <li>
          {worth
            ? t(`report.retention.${worth.role}`, { value: say.value(worth) })
            : t('report.retention.none')}
        </li>
        <li>{t(`report.insight.${last.steps.ripple.reads}`, { count: last.steps.ripple.count })}</li>
        <li>{t('report.succession', { count: met })}</li>
      </ul>
    </section>
  );
}
