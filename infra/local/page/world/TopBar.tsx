import { makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { LayoutColumnTwoRegular, SquareRegular } from '@fluentui/react-icons';
import { BotAvatar } from '../people/BotAvatar.tsx';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { useView } from '../state/ViewProvider.tsx';
import { t } from '../words.ts';
import { BarLabel } from './BarLabel.tsx';
import { Clock } from './Clock.tsx';
import { ViewMenu } from './ViewMenu.tsx';
import { WorldMenu } from './WorldMenu.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexGrow: 1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: {
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 1080px)': { display: 'none' },
  },
  group: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    '& button': { minWidth: 0 },
  },
});

/** Product name, clock, looks, one person or two, the world. */
export const TopBar = () => {
  const styles = useStyles();
  const { world } = useLocalTeams();
  const { view, change } = useView();
  const people = world.people?.people ?? [];
  const other = (part: string) =>
    people.find((person) => person.part === part && person.key !== view.left.person);
  const openRight = (): void => {
    const partner = other('mentor') ?? other('executive');
    if (partner && !view.right) change({ right: { ...view.left, person: partner.key, subPageId: '' } });
  };
  return (
    <header className={styles.bar}>
      <div className={styles.name}>
        <BotAvatar size={24} />
        <h1 className={styles.title}>{t('product')}</h1>
        <Text size={200} className={styles.quiet}>
          {t('subtitle')}
        </Text>
      </div>
      <Clock />
      <div className={styles.group} role="group" aria-label={t('columns.label')}>
        <ToggleButton
          size="small"
          appearance="subtle"
          icon={<SquareRegular />}
          aria-label={t('columns.one')}
          checked={!view.right}
          onClick={() => change({ right: undefined })}
        >
          <BarLabel>{t('columns.one')}</BarLabel>
        </ToggleButton>
        <ToggleButton
          size="small"
          appearance="subtle"
          icon={<LayoutColumnTwoRegular />}
          aria-label={t('columns.two')}
          checked={view.right !== undefined}
          onClick={openRight}
        >
          <BarLabel>{t('columns.two')}</BarLabel>
        </ToggleButton>
      </div>
      <div className={styles.group}>
        <ViewMenu />
        <WorldMenu />
      </div>
    </header>
  );
};
