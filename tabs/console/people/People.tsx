import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CohortView } from '#api/contract/cohorts.ts';
import type { Standing } from '#domain/roster/standing.ts';
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
import { Roster } from './Roster.tsx';
import { Suggestions } from './Suggestions.tsx';

interface PeopleProps {
  view: Pick<CohortView, 'cohort' | 'name' | 'counts'>;
  /** Whom to look at first. */
  standing?: Standing | undefined;
}

/** Everybody of the cohort: who is in, who has been asked, whom the bot cannot reach yet. */
export function People({ view: { cohort, name, counts: known }, standing }: PeopleProps) {
  const members = useMembers(cohort, { which: 'changed', find: '' });
  const { data } = members;
  return (
    <>
      <Contacts cohort={cohort} />
      {data && data.counts.everybody > 0 && <Invite cohort={cohort} counts={data.counts} />}
      {known.members > 0 && (
        <Roster cohort={cohort} name={name} members={known.members} standing={standing} />
      )}
      <Ready query={members}>
        {({ counts }) => (
          <>
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

function WithoutApp({ cohort, count }: { cohort: string; count: number }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const paging = useMemberPages(cohort, 'withoutApp');
  return (
    <Card title={t('withoutApp.title', { count })}>
      <p className={page.text}>{t('withoutApp.text')}</p>
      <p className={page.text}>{t('withoutApp.admin')}</p>
      <Pages label={t('withoutApp.badge')} count={count} paging={paging} itemsOf={({ members }) => members}>
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
