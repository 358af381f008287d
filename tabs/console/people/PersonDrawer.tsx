import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '#api/contract/roster/people.ts';
import { useSayBack } from '../../api/life.ts';
import { useDates } from '../../parts/dates.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { useAction } from '../../parts/useAction.ts';
import { Mail } from '../MemberRow.tsx';

const useStyles = makeStyles({
  drawer: { maxWidth: '100vw' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: `${tokens.spacingVerticalM} 0`,
  },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

const STEPS = ['invited', 'joined', 'introduced', 'paired'] as const;

interface PersonDrawerProps {
  cohort: string;
  one: PersonView | undefined;
  onClose(): void;
}

/** The dates of one person, and nothing of what they said. */
export function PersonDrawer({ cohort, one, onClose }: PersonDrawerProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  const facts = one
    ? [
        { name: t('roster.mail'), value: <Mail address={one.mail} />, isThere: one.mail !== '' },
        { name: t('roster.role'), value: t(`role.${one.role}`), isThere: true },
        { name: t('roster.department'), value: one.department, isThere: one.department !== '' },
        { name: t('roster.location'), value: one.location, isThere: one.location !== '' },
        ...STEPS.map((step) => ({
          name: t(`roster.date.${step}`),
          value: dates.longDay(one.dates[step] ?? '1970-01-01'),
          isThere: one.dates[step] !== undefined,
        })),
        {
          name: t('roster.leave'),
          value: dates.longDay(one.awayUntil ?? '1970-01-01'),
          isThere: one.awayUntil !== undefined,
        },
      ].filter(({ isThere }) => isThere)
    : [];
  return (
    <OverlayDrawer
      className={styles.drawer}
      position="end"
      open={one !== undefined}
      onOpenChange={(_, { open }) => open || onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" onClick={onClose}>
              {t('roster.close')}
            </Button>
          }
        >
          {one?.name}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <dl className={styles.facts}>
          {facts.map(({ name, value }) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
          {one?.attributes.map(({ name, value }) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
        </dl>
        {one?.awayUntil && <Back cohort={cohort} person={one.person} onDone={onClose} />}
        <p className={page.quiet}>{t('roster.drawer')}</p>
        <SeenBy who={t('roster.seenBy')} />
      </DrawerBody>
    </OverlayDrawer>
  );
}

function Back({ cohort, person, onDone }: { cohort: string; person: string; onDone(): void }) {
  const { t } = useTranslation('console');
  const back = useSayBack(cohort);
  const { run, busy, trouble } = useAction();
  return (
    <>
      <Button
        disabledFocusable={busy}
        onClick={() =>
          void run(async () => {
            await back.mutateAsync(person);
            onDone();
          })
        }
      >
        {t('roster.back')}
      </Button>
      <Trouble text={trouble} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <>
      <dt className={page.quiet}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}
