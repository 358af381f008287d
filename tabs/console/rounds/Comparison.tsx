import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundComparison, RoundFigures } from '#api/contract/rounds.ts';
import { usePageStyles } from '../../parts/Page.tsx';
import { keyOfTwo } from './reviewing.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    lineHeight: tokens.lineHeightBase400,
    '& th, & td': {
      padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
      textAlign: 'end',
      verticalAlign: 'top',
      fontWeight: tokens.fontWeightRegular,
    },
    '& th:first-child, & td:first-child': { paddingInlineStart: 0, textAlign: 'start' },
    '& td:last-child': { fontWeight: tokens.fontWeightSemibold },
    '& thead': { color: tokens.colorNeutralForeground3 },
  },
});

interface ComparisonProps {
  comparison: RoundComparison;
  now: RoundFigures;
}

/** What is different from the run before: pairs, people, and four figures side by side. */
export function Comparison({ comparison, now }: ComparisonProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const { round, added, stayed, counts, gone, newlyMatched, newlyLeftOut, before } = comparison;
  const isSame = added === 0 && counts.gone === 0;
  const pairs = gone.map((two) => ({
    key: keyOfTwo(two),
    name: t('comparison.two', { mentor: two.mentor.name, executive: two.executive.name }),
  }));
  const people = (list: typeof newlyMatched) => list.map(({ person, name }) => ({ key: person, name }));
  return (
    <section className={styles.box} aria-label={t('comparison.title', { round })}>
      <h3 className={page.heading}>{t('comparison.title', { round })}</h3>
      <p className={page.text}>
        {isSame
          ? t('comparison.same')
          : [
              t('comparison.added', { count: added }),
              t('comparison.gone', { count: counts.gone }),
              t('comparison.stayed', { count: stayed }),
            ].join(' ')}
      </p>
      <Figures before={before} now={now} />
      <Names what={t('comparison.goneNames')} names={pairs} count={counts.gone} />
      <Names what={t('comparison.newlyMatched')} names={people(newlyMatched)} count={counts.newlyMatched} />
      <Names what={t('comparison.newlyLeftOut')} names={people(newlyLeftOut)} count={counts.newlyLeftOut} />
    </section>
  );
}

function Figures({ before, now }: { before: RoundFigures; now: RoundFigures }) {
  const { t } = useTranslation('console');
  const styles = useStyles();
  const rows = [
    {
      what: 'covered' as const,
      say: (of: RoundFigures) => t('comparison.of', { n: of.covered, of: of.total }),
    },
    ...(before.waited + now.waited > 0
      ? [
          {
            what: 'waiting' as const,
            say: (of: RoundFigures) => t('comparison.of', { n: of.waiting, of: of.waited }),
          },
        ]
      : []),
    {
      what: 'weakest' as const,
      say: (of: RoundFigures) => (of.weakest ? t(`promises:fit.${of.weakest}`) : t('comparison.nobody')),
    },
  ];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('comparison.before')}</th>
          <th scope="col">{t('comparison.now')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, say }) => (
          <tr key={what}>
            <th scope="row">{t(`comparison.figure.${what}`)}</th>
            <td>{say(before)}</td>
            <td>{say(now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface NamesProps {
  what: string;
  /** The first few of `count`. */
  names: { key: string; name: string }[];
  count: number;
}

function Names({ what, names, count }: NamesProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  if (count === 0) return null;
  const rest = count - names.length;
  return (
    <div>
      <h4 className={page.label}>{what}</h4>
      <ul className={page.list}>
        {names.map(({ key, name }) => (
          <li key={key}>{name}</li>
        ))}
        {rest > 0 && <li>{t('comparison.rest', { count: rest })}</li>}
      </ul>
    </div>
  );
}
