import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { maxWidth: '100%', overflowWrap: 'anywhere' },
});

interface MaybeTopicsProps<One> {
  topics: readonly One[];
  onAccept(topic: One): void;
}

/** Topics that somebody may have meant: each is theirs only when they press it. */
export function MaybeTopics<One extends { id: string; label: string }>(props: MaybeTopicsProps<One>) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  if (props.topics.length === 0) return null;
  return (
    <div className={styles.column}>
      <Text role="status">{t('profile.didYouMean')}</Text>
      <div className={styles.row}>
        {props.topics.map((topic) => (
          <Button
            key={topic.id}
            className={styles.button}
            size="small"
            aria-label={t('profile.mean', { topic: topic.label })}
            onClick={() => props.onAccept(topic)}
          >
            {topic.label}
          </Button>
        ))}
      </div>
    </div>
  );
}
