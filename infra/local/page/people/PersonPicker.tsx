import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import type { LocalPerson } from '#local/contract.ts';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { t } from '../words.ts';
import { PersonAvatar } from './PersonAvatar.tsx';

const useStyles = makeStyles({
  button: {
    justifyContent: 'flex-start',
    paddingLeft: tokens.spacingHorizontalXS,
    minWidth: 0,
    textAlign: 'start',
    gap: tokens.spacingHorizontalS,
    '& .fui-Button__icon': { width: '32px', height: '32px' },
  },
  who: { display: 'flex', flexDirection: 'column', lineHeight: tokens.lineHeightBase200, minWidth: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minHeight: '44px' },
  news: { color: tokens.colorBrandForeground1 },
});

/** "Mentor · Berlin", and what a directory has of them that is unlike the others. */
export const lineOf = (person: LocalPerson): string =>
  [t(`part.${person.part}`), person.city, directoryLineOf(person)].filter(Boolean).join(' · ');

function directoryLineOf({ mail, signInName }: LocalPerson): string {
  if (signInName.includes('#EXT#')) return t('directory.guest', { mail });
  if (mail === '') return t('directory.noMail');
  return mail === signInName ? '' : t('directory.otherName', { signInName });
}

interface Props {
  person: LocalPerson;
  choose: (key: string) => void;
}

/** Who sits in this column; opens the list of the demo people. */
export const PersonPicker = ({ person, choose }: Props) => {
  const styles = useStyles();
  const { world } = useLocalTeams();
  const people = world.people?.people ?? [];
  return (
    <Menu
      checkedValues={{ person: [person.key] }}
      onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems[0] ?? person.key)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.button}
          icon={<PersonAvatar person={person} size={32} />}
          title={t('person.choose')}
        >
          <span className={styles.who}>
            <Text weight="semibold" className={styles.name}>
              {person.name} <ChevronDownRegular aria-hidden fontSize={12} />
            </Text>
          </span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {people.map((one) => (
            <MenuItemRadio key={one.key} name="person" value={one.key}>
              <span className={styles.item}>
                <PersonAvatar person={one} size={28} />
                <span className={styles.who}>
                  <Text>{one.name}</Text>
                  <Text size={200} className={styles.quiet}>
                    {lineOf(one)}
                    {(world.unread[one.key] ?? 0) > 0 && (
                      <span className={styles.news}> · {t('person.news')}</span>
                    )}
                  </Text>
                </span>
              </span>
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
