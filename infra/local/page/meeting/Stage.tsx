import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LocalPerson } from '#local/contract.ts';
import { PersonAvatar } from '../people/PersonAvatar.tsx';
import { t } from '../words.ts';

const useStyles = makeStyles({
  stage: {
    listStyle: 'none',
    margin: 0,
    padding: tokens.spacingHorizontalM,
    display: 'grid',
    gap: tokens.spacingHorizontalS,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    gridAutoRows: 'minmax(72px, 220px)',
    alignContent: 'center',
    minHeight: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  tile: {
    display: 'grid',
    alignContent: 'center',
    justifyItems: 'center',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
  },
  name: {
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

/** The people in a meeting, as quiet tiles. Nobody's camera is played. */
export const Stage = ({ present }: { present: LocalPerson[] }) => {
  const styles = useStyles();
  return (
    <ul className={styles.stage} aria-label={t('meeting.stage')}>
      {present.map((person) => (
        <li key={person.key} className={styles.tile}>
          <PersonAvatar person={person} size={56} />
          <Text size={200} className={styles.name}>
            {person.name}
          </Text>
        </li>
      ))}
    </ul>
  );
};
