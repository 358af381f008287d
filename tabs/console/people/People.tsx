import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '#api/contract/cohorts.ts';
import { useMembers } from '../../api/cohorts.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { Mail, MemberRow } from '../MemberRow.tsx';
import { Paged } from '../rounds/Paged.tsx';
import { Changed } from './Changed.tsx';
import { ImportForm } from './ImportForm.tsx';
import { Invite } from './Invite.tsx';
import { OnePerson } from './OnePerson.tsx';

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
          <Changed cohort={cohort} members={list} />
          {list.length > 0 && <OnePerson cohort={cohort} members={list} />}
          <ImportForm cohort={cohort} isFirst={list.length === 0} />
        </>
      )}
    </Ready>
  );
}

function Reached({ members }: { members: MemberView[] }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  return (
    <Card title={t('people.title', { count: members.length })}>
      {members.length === 0 && <p className={page.quiet}>{t('people.none')}</p>}
      <Paged label={t('parts.people')} items={members} nameOf={({ name }) => name}>
        {(member) => (
          <MemberRow key={member.person} name={member.name} about={<About member={member} />}>
            <State member={member} />
          </MemberRow>
        )}
      </Paged>
    </Card>
  );
}

const COLOURS = {
  imported: 'subtle',
  invited: 'brand',
  joined: 'success',
  passed: 'subtle',
  later: 'informative',
  left: 'subtle',
} as const;

/** Their part, and why the invitation has not arrived. */
function About({ member: { role, state, delivery, deliveryReason } }: { member: MemberView }) {
  const { t } = useTranslation('console');
  const isMissing = state === 'invited' && delivery !== 'sent' && deliveryReason !== '';
  return isMissing ? `${t(`role.${role}`)} · ${deliveryReason}` : t(`role.${role}`);
}

/** Where somebody stands; an invitation that has not arrived says so instead. */
function State({ member }: { member: MemberView }) {
  const { t } = useTranslation('console');
  const { state, delivery } = member;
  const isOnItsWay = state === 'invited' && delivery !== 'sent' && delivery !== 'none';
  return (
    <Badge appearance="tint" color={isOnItsWay ? 'informative' : COLOURS[state]} size="large">
      {isOnItsWay ? t(`invitation.${delivery}`) : t(`member.${state}`)}
    </Badge>
  );
}

function WithoutApp({ members }: { members: MemberView[] }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  if (members.length === 0) return null;
  return (
    <Card title={t('withoutApp.title', { count: members.length })}>
      <p className={page.text}>{t('withoutApp.text')}</p>
      <p className={page.text}>{t('withoutApp.admin')}</p>
      <Paged label={t('withoutApp.badge')} items={members} nameOf={({ name }) => name}>
        {({ person, name, mail, role }) => (
          <MemberRow key={person} name={name} about={mail ? <Mail address={mail} /> : t(`role.${role}`)}>
            <Badge appearance="outline" color="warning" size="large">
              {t('withoutApp.badge')}
            </Badge>
          </MemberRow>
        )}
      </Paged>
    </Card>
  );
}
