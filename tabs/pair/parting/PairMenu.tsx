import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOthers } from '../../parts/others.ts';
import { inTeam } from '../../parts/several.ts';
import type { SpaceProps } from '../pairProps.ts';
import { Dots } from './Dots.tsx';
import { EndDialog } from './EndDialog.tsx';
import { PauseDialog } from './PauseDialog.tsx';

const useStyles = makeStyles({
  hint: {
    display: 'block',
    maxWidth: '260px',
    whiteSpace: 'normal',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The ways out of a pair, one menu away and never loud: a break, and the end. */
export function PairMenu({ view, names }: SpaceProps) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const styles = useStyles();
  const [asked, setAsked] = useState<'' | 'pause' | 'end'>('');
  const close = () => setAsked('');
  const count = view.partners.length;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            icon={<Dots />}
            menuIcon={null}
            aria-label={t('parting.menu', others)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => setAsked('pause')}>
              {t(view.state === 'paused' ? 'parting.move' : 'parting.pause')}
              <span className={styles.hint}>{t('parting.pauseHint', { names, count })}</span>
            </MenuItem>
            <MenuItem onClick={() => setAsked('end')}>
              {view.leaves ? t('parting.leave', inTeam(view)) : t('parting.end')}
              <span className={styles.hint}>
                {view.leaves ? t('parting.leaveHint') : t('parting.endHint', { count })}
              </span>
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <PauseDialog open={asked === 'pause'} view={view} names={names} onClose={close} />
      <EndDialog open={asked === 'end'} view={view} names={names} onClose={close} />
    </>
  );
}
