import { Avatar, Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '#api/contract.ts';
import { useInvite, useMembers } from '../api/cohorts.ts';
import { Card, Trouble, usePageStyles } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';
import { useAction } from '../parts/useAction.ts';
import { ImportForm } from './ImportForm.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  who: { flexGrow: 1, flexBasis: '140px', minWidth: 0 },
  state: { display: 'flex', flexDirection: 'column', alignItems: 'flex-end', gap: tokens.spacingVerticalXXS },
});

/** Everybody of the cohort: who is in, who has been asked, whom the bot cannot reach yet. */
export function People({ cohort }: { cohort: string }) {
  const members = useMembers(cohort);
  return (
    <Ready query={members}>
      {({ members: list }) => (
        <>
          {list.length > 0 && <Invite cohort={cohort} members={list} />}
          {list.length > 0 && <Reached members={list.filter(({ hasApp }) => hasApp)} />}
          <WithoutApp members={list.filter(({ hasApp }) => !hasApp)} />
          <ImportForm cohort={cohort} isFirst={list.length === 0} />
        </>
      )}
    </Ready>
  );
}

const LOST = ['failed', 'unknown'];

function Invite({ cohort, members }: { cohort: string; members: MemberView[] }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const invite = useInvite(cohort);
  const { run, busy, trouble } = useAction();
  const fresh = members.filter(({ state }) => state === 'imported');
  const lost = members.filter(
    ({ state, hasApp, delivery }) => state === 'invited' && hasApp && LOST.includes(delivery),
  );
  if (fresh.length === 0 && lost.length === 0) return null;
  return (
    <Card title={t('invite.title')}>
      {fresh.length > 0 && <p className={page.text}>{t('invite.text')}</p>}
      {lost.length > 0 && <p className={page.text}>{t('invite.lost', { count: lost.length })}</p>}
      <Trouble text={trouble} />
      <div className={page.actions}>
        {fresh.length > 0 && (
          <Button
            appearance="primary"
            disabledFocusable={busy}
            onClick={() => void run(() => invite.mutateAsync([]))}
          >
            {t('invite.all', { count: fresh.length })}
          </Button>
        )}
        {lost.length > 0 && (
          <Button
            disabledFocusable={busy}
            onClick={() => void run(() => invite.mutateAsync(lost.map(({ person }) => person)))}
          >
            {t('invite.again', { count: lost.length })}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Reached({ members }: { members: MemberView[] }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <Card title={t('people.title', { count: members.length })}>
      {members.length === 0 && <p className={page.quiet}>{t('people.none')}</p>}
      <ul className={styles.list}>
        {members.map((member) => (
          <MemberRow key={member.person} member={member} />
        ))}
      </ul>
    </Card>
  );
}

const COLOURS = {
  imported: 'subtle',
  invited: 'informative',
  joined: 'success',
  passed: 'subtle',
  later: 'informative',
  left: 'subtle',
} as const;

function MemberRow({ member }: { member: MemberView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const isWaiting = member.state === 'invited' && member.delivery !== 'sent' && member.delivery !== 'none';
  return (
    <li className={styles.row}>
      <Avatar name={member.name} color="colorful" size={32} aria-hidden="true" />
      <div className={styles.who}>
        <p className={page.text}>{member.name}</p>
        <p className={page.quiet}>{t(`role.${member.role}`)}</p>
      </div>
      <div className={styles.state}>
        <Badge appearance="tint" color={COLOURS[member.state]} size="large">
          {t(`member.${member.state}`)}
        </Badge>
        {isWaiting && <span className={page.quiet}>{t(`delivery.${member.delivery}`)}</span>}
      </div>
    </li>
  );
}

function WithoutApp({ members }: { members: MemberView[] }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  if (members.length === 0) return null;
  return (
    <Card title={t('withoutApp.title', { count: members.length })}>
      <p className={page.text}>{t('withoutApp.text')}</p>
      <p className={page.text}>{t('withoutApp.admin')}</p>
      <ul className={styles.list}>
        {members.map((member) => (
          <li key={member.person} className={styles.row}>
            <Avatar name={member.name} color="colorful" size={32} aria-hidden="true" />
            <div className={styles.who}>
              <p className={page.text}>{member.name}</p>
              <p className={page.quiet}>{member.mail || t(`role.${member.role}`)}</p>
            </div>
            <Badge appearance="outline" color="warning" size="large">
              {t('withoutApp.badge')}
            </Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}
