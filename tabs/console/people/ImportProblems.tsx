import { Button, makeStyles, tokens } from '@fluentui/react-components';
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

interface RefusedProps extends Refused {
  /** Leaves these lines out, where there are others. */
  onGoOn?: (() => void) | undefined;
}

/** What is wrong with a file, and a way on without it. */
export function ImportProblems({ onGoOn, ...refused }: RefusedProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const count = refused.problems.length + refused.more;
  return (
    <>
      <div role="alert">
        <p className={`${page.text} ${page.strong}`}>{t('import.refused', { name: refused.name, count })}</p>
        <ProblemList {...refused} />
      </div>
      {onGoOn && (
        <div className={page.actions}>
          <Button onClick={onGoOn}>{t('import.goOn')}</Button>
        </div>
      )}
    </>
  );
}

/** What is wrong, by line; of very many the first. */
export function ProblemList({ problems, more }: Pick<Refused, 'problems' | 'more'>) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <ul className={styles.problems} tabIndex={0}>
        {problems.map(({ where, what }) => (
          <li key={`${where} ${what}`}>
            <strong>{where}</strong>: {what}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={page.text}>{t('import.more', { count: more })}</p>}
    </>
  );
}
