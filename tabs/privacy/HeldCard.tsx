import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Held } from '#api/contract/me.ts';
import { useDates } from '../parts/dates.ts';
import { pageOf, save } from '../parts/keepsake.ts';
import { Card, usePageStyles } from '../parts/Page.tsx';
import { heldLines } from './heldLines.ts';

const useStyles = makeStyles({
  kind: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: {
    padding: `${tokens.spacingVerticalS} 0`,
    minHeight: '32px',
    boxSizing: 'border-box',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
  },
  entry: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    paddingInlineStart: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
});

/** Kinds as people call them; one that has no name yet is shown under its own. */
function useKinds(): (kind: string) => string {
  const { t } = useTranslation('tab');
  return (kind) => t(`privacy.kinds.${kind}`, { defaultValue: kind });
}

/** Everything that is held, kind by kind, to look into. */
export function HeldCard({ held }: { held: Held }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const kindOf = useKinds();
  const dates = useDates();
  const kept =
    held.kept.by === 'programme'
      ? t('privacy.kept.programme', { day: dates.date(held.kept.until) })
      : t(`privacy.kept.${held.kept.by}`);
  return (
    <Card title={t('privacy.heldTitle')}>
      {held.parts.length === 0 && <p className={page.text}>{t('privacy.nothing')}</p>}
      {held.parts.map(({ kind, entries }) => (
        <details key={kind} className={styles.kind}>
          <summary className={styles.head}>
            {kindOf(kind)} <span className={page.quiet}>{t('privacy.count', { count: entries.length })}</span>
          </summary>
          {entries.map((entry) => {
            const lines = heldLines(entry, held.names).join('\n');
            return (
              <p key={lines} className={styles.entry}>
                {lines}
              </p>
            );
          })}
        </details>
      ))}
      <p className={page.quiet}>{t('privacy.heldHint')}</p>
      <p className={page.quiet}>{kept}</p>
    </Card>
  );
}

/** The same as files: one to read, one for programs. */
export function TakeCard({ held }: { held: Held }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const kindOf = useKinds();
  const name = t('privacy.fileName');
  const takePage = () => {
    const sections = held.parts.map(({ kind, entries }) => ({
      title: kindOf(kind),
      lines: entries.map((entry) => heldLines(entry, held.names)),
    }));
    const lead = t('privacy.fileLead', { day: dates.longDay(held.madeAt) });
    save(pageOf({ title: t('privacy.title'), lead, sections }), `${name}.html`);
  };
  return (
    <Card title={t('privacy.takeTitle')}>
      <p className={page.text}>{t('privacy.takeText')}</p>
      <div className={page.actions}>
        <Button onClick={takePage}>{t('privacy.takePage')}</Button>
        <Button onClick={() => save(JSON.stringify(held, null, 2), `${name}.json`, 'application/json')}>
          {t('privacy.takeJson')}
        </Button>
      </div>
    </Card>
  );
}
