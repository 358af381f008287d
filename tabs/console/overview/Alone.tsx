import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { FlowView } from '#api/contract/roster/people.ts';
import { useDates } from '../../parts/dates.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { MemberRow } from '../MemberRow.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  more: { marginTop: tokens.spacingVerticalXS },
});

interface AloneProps {
  alone: FlowView['alone'];
  onRound(): void;
  onAll(): void;
}

/** Who takes part and has nobody to meet, longest first, and the one thing to do about it. */
export function Alone({ alone: { count, first }, onRound, onAll }: AloneProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  if (count === 0) return null;
  return (
    <Card title={t('alone.title')}>
      <SeenBy who={t('alone.seenBy')} />
      <ul className={styles.list} aria-label={t('alone.title')}>
        {first.map(({ person, name, role, since }) => (
          <MemberRow
            key={person}
            name={name}
            about={t('alone.since', { role: t(`role.${role}`), day: dates.longDay(since) })}
          >
            {null}
          </MemberRow>
        ))}
      </ul>
      <div className={page.actions}>
        <Button onClick={onRound}>{t('alone.round')}</Button>
        {count > first.length && (
          <Button appearance="subtle" onClick={onAll}>
            {t('alone.more', { count: count - first.length })}
          </Button>
        )}
      </div>
    </Card>
  );
}
