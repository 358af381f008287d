import { Badge, Button, makeStyles, Tab, TabList, Text, Tooltip, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { LocalPerson } from '#local/contract.ts';
import { LocalTime } from './people/LocalTime.tsx';
import { lineOf, PersonPicker } from './people/PersonPicker.tsx';
import { useLocalTeams } from './state/LocalTeams.tsx';
import { useView } from './state/ViewProvider.tsx';
import { type Side, TABS, type TabName } from './state/view.ts';
import { runningMeetingOf } from './state/world.ts';
import { t } from './words.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { color: tokens.colorNeutralForeground3, flexGrow: 1, flexBasis: '140px' },
  tabs: { flexBasis: '100%', display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
});

interface Props {
  side: Side;
  person: LocalPerson;
  tab: TabName;
  /** Start of the ids that bind tabs and panel. */
  id: string;
  reload: () => void;
}

/** Who sits in a column, and the three tabs of their Teams. */
export const ColumnHead = ({ side, person, tab, id, reload }: Props) => {
  const styles = useStyles();
  const { world } = useLocalTeams();
  const { seat } = useView();
  const isNews: Record<TabName, boolean> = {
    chat: (world.unread[person.key] ?? 0) > 0 && tab !== 'chat',
    turntable: false,
    meeting: runningMeetingOf(world, person.key) !== undefined && tab !== 'meeting',
  };
  return (
    <div className={styles.head}>
      <PersonPicker person={person} choose={(key) => seat(side, { person: key })} />
      <Text size={200} className={styles.line}>
        {lineOf(person)} <LocalTime timeZone={person.timeZone} />
      </Text>
      <div className={styles.tabs}>
        <TabList
          size="small"
          selectedValue={tab}
          onTabSelect={(_, { value }) => seat(side, { tab: TABS.find((one) => one === value) ?? 'chat' })}
        >
          {TABS.map((one) => (
            <Tab
              key={one}
              value={one}
              id={`${id}-${one}`}
              aria-controls={tab === one ? `${id}-body` : undefined}
            >
              {t(`tab.${one}`)}
              {isNews[one] && (
                <>
                  {' '}
                  <Badge size="extra-small" color="brand" role="img" aria-label={t(`tab.news.${one}`)} />
                </>
              )}
            </Tab>
          ))}
        </TabList>
        {tab === 'turntable' && (
          <Tooltip content={t('frame.reload')} relationship="label">
            <Button size="small" appearance="subtle" icon={<ArrowClockwiseRegular />} onClick={reload} />
          </Tooltip>
        )}
      </div>
    </div>
  );
};
