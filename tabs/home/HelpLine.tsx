import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/me.ts';
import { Trouble, usePageStyles } from '../parts/Page.tsx';
import type { Place } from '../parts/place.ts';
import { useAction } from '../parts/useAction.ts';
import { isForThem } from '../primer/leaves.ts';
import { openOurChat } from './openOurChat.ts';
import { isListed, tiledProgrammes } from './Tiles.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
  },
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
  way: { minWidth: 0, paddingInline: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
});

/** Whom to turn to: the bot, whoever runs the programme, and somebody outside; and what to read before meeting. */
export function HelpLine({ me, go }: { me: Me; go(place: Place): void }) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  const tiled = tiledProgrammes(me);
  const others = me.enrolments.filter((one) => isListed(one) && !tiled.includes(one));
  const takesPart = me.enrolments.length > 0;
  if (!takesPart && !me.isContact) return null;
  return (
    <div className={styles.line}>
      {takesPart && (
        <div className={styles.ways}>
          <span className={page.quiet}>{t('home.botHint')}</span>
          <Button
            className={styles.way}
            appearance="transparent"
            disabledFocusable={busy}
            onClick={() => void run(openOurChat)}
          >
            {t('home.bot')}
          </Button>
        </div>
      )}
      <div className={styles.ways}>
        {isForThem(me) && (
          <Button className={styles.way} appearance="transparent" onClick={() => go({ at: 'primer' })}>
            {t('primer.open')}
          </Button>
        )}
        {others.map(({ cohort, cohortName }) => (
          <Button
            key={cohort}
            className={styles.way}
            appearance="transparent"
            onClick={() => go({ at: 'invitation', cohort })}
          >
            {t('home.about', { cohort: cohortName })}
          </Button>
        ))}
        <Button className={styles.way} appearance="transparent" onClick={() => go({ at: 'concern' })}>
          {t(takesPart ? 'concern.title' : 'concern.givenTitle')}
        </Button>
      </div>
      <Trouble text={trouble} />
    </div>
  );
}
