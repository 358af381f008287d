import {
  Button,
  Divider,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import { GlobeRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { useView } from '../state/ViewProvider.tsx';
import { t } from '../words.ts';
import { BarLabel } from './BarLabel.tsx';
import { Conditions } from './Conditions.tsx';
import { Faults } from './Faults.tsx';
import { LogDialog } from './LogDialog.tsx';

const useStyles = makeStyles({
  surface: { display: 'grid', gap: tokens.spacingVerticalM, width: '320px' },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The world around the product: luck with Teams, the server itself, and what was sent. */
export const WorldMenu = () => {
  const styles = useStyles();
  const { world, tell, attempt } = useLocalTeams();
  const { view, change } = useView();
  const [open, setOpen] = useState(false);
  const [isLogOpen, setLogOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const app = world.status?.app ?? 'stopped';

  const turn = async (): Promise<void> => {
    setBusy(true);
    const status = await attempt(() => local.app({ do: app === 'running' ? 'kill' : 'start' }));
    if (status) tell({ kind: 'app', status });
    setBusy(false);
  };

  return (
    <>
      <Popover
        open={open}
        onOpenChange={(_, data) => setOpen(data.open)}
        trapFocus
        positioning={{ position: 'below', align: 'end' }}
      >
        <PopoverTrigger disableButtonEnhancement>
          <Button size="small" appearance="subtle" icon={<GlobeRegular />} aria-label={t('world.menu')}>
            <BarLabel>{t('world.menu')}</BarLabel>
          </Button>
        </PopoverTrigger>
        <PopoverSurface className={styles.surface} aria-label={t('world.menu')}>
          <div className={styles.row}>
            <Text>{t(`world.app.${app}`)}</Text>
            <Button size="small" disabledFocusable={busy || app === 'starting'} onClick={() => void turn()}>
              {t(app === 'stopped' ? 'world.start' : 'world.kill')}
            </Button>
          </div>
          <Text size={200} className={styles.quiet}>
            {t('world.explainKill')}
          </Text>
          <Divider />
          <Switch
            label={t('world.losesEnd')}
            checked={world.losesEnd}
            onChange={(_, { checked }) => tell({ kind: 'losesEnd', losesEnd: checked })}
          />
          <Switch
            label={t('world.slow')}
            checked={view.slow}
            onChange={(_, { checked }) => change({ slow: checked })}
          />
          <Conditions />
          <Divider />
          <Faults />
          <Divider />
          {world.people && (
            <Text size={200} className={styles.quiet}>
              {t('world.catalogue', {
                catalogue: world.people.teamsAppId,
                manifest: world.people.manifestAppId,
              })}
            </Text>
          )}
          <Button
            size="small"
            onClick={() => {
              setOpen(false);
              setLogOpen(true);
            }}
          >
            {t('log.open')}
          </Button>
        </PopoverSurface>
      </Popover>
      {isLogOpen && <LogDialog close={() => setLogOpen(false)} />}
    </>
  );
};
