import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Members, MemberView } from '#api/contract/cohorts.ts';
import { useMemberPages, useMembers } from '../../api/cohorts.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { Mail, MemberRow } from '../MemberRow.tsx';
import { Pages } from '../Pages.tsx';
import { Changed } from './Changed.tsx';
import { Contacts } from './Contacts.tsx';
import { ImportForm } from './ImportForm.tsx';
import { Invite } from './Invite.tsx';
import { LifeHappens } from './LifeHappens.tsx';
import { OnePerson } from './OnePerson.tsx';
import { Suggestions } from './Suggestions.tsx';

/** Everybody of the cohort: who is in, who has been asked, whom the bot cannot reach yet. */
export function People({ cohort }: { cohort: string }) {
  const members = useMembers(cohort, { which: 'reached', find: '' });
  return (
    <>
      <Contacts cohort={cohort} />
      <Ready query={members}>
        {({ counts }) => (
          <>
            {counts.everybody > 0 && <Invite cohort={cohort} counts={counts} />}
            {counts.everybody > 0 && <Reached cohort={cohort} count={counts.reached} />}
            {counts.withoutApp > 0 && <WithoutApp cohort={cohort} count={counts.withoutApp} />}
            <Suggestions cohort={cohort} />
            <Changed cohort={cohort} count={counts.changed} />
            {counts.everybody > 0 && <OnePerson cohort={cohort} waiting={counts.withoutAccount} />}
            {counts.joined > 0 && <LifeHappens cohort={cohort} />}
            <ImportForm cohort={cohort} isFirst={counts.everybody === 0} />
          </>
        )}
      </Ready>
    </>
  );
}

/** A kind of members, and how many there are. */
interface ListProps {
  cohort: string;
  count: number;
}

const membersIn = ({ members }: Members): MemberView[] => members;

function Reached({ cohort, count }: ListProps) {
  const paging = useMemberPages(cohort, 'reached');
  const { t } = useTranslation('console');
  const page = usePageStyles();
  return (
    <Card title={t('people.title', { count })}>
      {count === 0 && <p className={page.quiet}>{t('people.none')}</p>}
      <Pages label={t('parts.people')} count={count} paging={paging} itemsOf={membersIn}>
        {(member) => (
          <MemberRow key={member.person} name={member.name} about={<About member={member} />}>
            <State member={member} />
          </MemberRow>
        )}
      </Pages>
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

function WithoutApp({ cohort, count }: ListProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const paging = useMemberPages(cohort, 'withoutApp');
  return (
    <Card title={t('withoutApp.title', { count })}>
      <p className={page.text}>{t('withoutApp.text')}</p>
      <p className={page.text}>{t('withoutApp.admin')}</p>
      <Pages label={t('withoutApp.badge')} count={count} paging={paging} itemsOf={membersIn}>
        {({ person, name, mail, role }) => (
          <MemberRow key={person} name={name} about={mail ? <Mail address={mail} /> : t(`role.${role}`)}>
            <Badge appearance="outline" color="warning" size="large">
              {t('withoutApp.badge')}
            </Badge>
          </MemberRow>
        )}
      </Pages>
    </Card>
  );
}
