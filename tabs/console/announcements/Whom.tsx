import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ReachView } from '#api/contract/announcements.ts';
import { AUDIENCE_STATUSES, AUDIENCES } from '#domain/announcements/announcement.ts';
import { useTeams } from '../../api/announcements.ts';
import { Choice } from '../../parts/Choice.tsx';
import { usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import type { Draft } from './draft.ts';

interface WhomProps {
  cohort: string;
  draft: Draft;
  /** Missing until it is counted. */
  reach: ReachView | undefined;
  onChange(part: Partial<Draft>): void;
}

/** Who gets it, how many that are, and how many not. */
export function Whom({ cohort, draft, reach, onChange }: WhomProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  return (
    <>
      <Choice
        legend={t('announce.audience')}
        options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
        value={draft.audience}
        onChoose={(audience) => onChange({ audience })}
      />
      <Choice
        legend={t('announce.status')}
        options={AUDIENCE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={draft.status}
        onChoose={(status) => onChange({ status })}
      />
      <Choice
        legend={t('announce.team')}
        options={[
          { value: 'every', label: t('announce.everyTeam') },
          { value: 'one', label: t('announce.oneTeam') },
        ]}
        value={draft.team === undefined ? 'every' : 'one'}
        onChoose={(which) => onChange({ team: which === 'one' ? '' : undefined })}
      />
      {draft.team !== undefined && <OneTeam cohort={cohort} team={draft.team} onChange={onChange} />}
      <div aria-live="polite" className={page.group}>
        {reach && <Reached reach={reach} />}
      </div>
    </>
  );
}

function OneTeam({
  cohort,
  team,
  onChange,
}: {
  cohort: string;
  team: string;
  onChange: WhomProps['onChange'];
}) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  return (
    <Ready query={useTeams(cohort)}>
      {({ teams }) =>
        teams.length === 0 ? (
          <p className={page.quiet}>{t('announce.noTeams')}</p>
        ) : (
          <Field label={{ children: t('announce.whichTeam'), weight: 'semibold' }}>
            <Select value={team} onChange={(_, { value }) => onChange({ team: value })}>
              <option value="">{t('announce.chooseTeam')}</option>
              {teams.map((one) => (
                <option key={one.team} value={one.team}>
                  {t('announce.teamOf', { team: one.team, count: one.people })}
                </option>
              ))}
            </Select>
          </Field>
        )
      }
    </Ready>
  );
}

function Reached({ reach: { recipients, notJoined, noApp, leftOut } }: { reach: ReachView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  return (
    <>
      <p className={page.text}>
        <strong className={page.strong}>{t('announce.reach', { count: recipients })}</strong>
      </p>
      {notJoined > 0 && <p className={page.quiet}>{t('announce.notJoined', { count: notJoined })}</p>}
      {noApp > 0 && <p className={page.quiet}>{t('announce.noApp', { count: noApp })}</p>}
      {leftOut > 0 && <p className={page.quiet}>{t('announce.leftOut', { count: leftOut })}</p>}
    </>
  );
}
