import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewView } from '#api/contract/insights.ts';
import { useReview } from '../../api/insights.ts';
import { useDates } from '../../parts/dates.ts';
import { Card, Points, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { Decide } from './Decide.tsx';
import { Printed } from './Printed.tsx';
import { Report } from './Report.tsx';
import { useLooks } from './useLooks.ts';

const useStyles = makeStyles({
  wide: { overflowX: 'auto', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: { borderCollapse: 'collapse', width: '100%', minWidth: '480px' },
  cell: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    paddingInlineStart: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
  },
  value: { display: 'block', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  on: { display: 'block', color: tokens.colorNeutralForeground3 },
  preview: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowX: 'auto',
  },
});

interface ReviewProps {
  cohort: string;
  /** What was to change this time. */
  tweaks: readonly string[];
}

/** A pilot at its start, half-way and at its end; what is decided; a page to print. */
export function Review({ cohort, tweaks }: ReviewProps) {
  const { t } = useTranslation('console');
  const review = useReview(cohort);
  return (
    <Ready query={review}>
      {(view) => (
        <>
          {tweaks.length > 0 && (
            <Card title={t('review.carried')}>
              <Points points={tweaks} />
            </Card>
          )}
          <Looks view={view} />
          {view.review ? <Decided review={view.review} /> : <Decide cohort={cohort} etag={view.etag} />}
          {view.looks.length > 0 && <ToPrint view={view} />}
        </>
      )}
    </Ready>
  );
}

function Looks({ view }: { view: ReviewView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const { columns, rows } = useLooks(view.looks);
  if (view.looks.length === 0)
    return (
      <Card title={t('review.title')}>
        <p className={page.text}>{t('review.early')}</p>
      </Card>
    );
  return (
    <Card title={t('review.title')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard */}
      <section className={styles.wide} tabIndex={0} aria-label={t('review.table')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.cell}>
                {t('review.what')}
              </th>
              {columns.map(({ name, title, on }) => (
                <th key={name} scope="col" className={styles.cell}>
                  {title}
                  <span className={styles.on}>{on}</span>
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
                    {said.length === 0 ? '–' : null}
                    {said.map((one) => (
                      <span key={one} className={styles.value}>
                        {one}
                      </span>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <SeenBy who={t('review.figures')} />
    </Card>
  );
}

function Decided({ review }: { review: NonNullable<ReviewView['review']> }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const dates = useDates();
  return (
    <Card title={t(`review.decided.${review.decision}`)}>
      {review.tweaks.length > 0 && <Points points={review.tweaks} />}
      <p className={page.quiet}>
        {t('review.recordedBy', { name: review.by, day: dates.longDay(review.at) })}
      </p>
      {review.tweaks.length > 0 && <p className={page.quiet}>{t('review.carriedOn')}</p>}
    </Card>
  );
}

function ToPrint({ view }: { view: ReviewView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card title={t('report.title')}>
      <p className={page.text}>{t('report.about')}</p>
      <div className={page.actions}>
        <Button onClick={() => window.print()}>{t('report.print')}</Button>
        <Button appearance="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('report.close') : t('report.read')}
        </Button>
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
        <section className={styles.preview} tabIndex={0} aria-label={t('report.preview')}>
          <Report view={view} />
        </section>
      )}
      <Printed>
        <Report view={view} />
      </Printed>
    </Card>
  );
}
