import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { allPeople } from '../../api/roster.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import { saveCsv } from '../insights/csv.ts';

const STEPS = ['invited', 'joined', 'introduced', 'paired'] as const;
/** `2026-11-23T…` is a day to a spreadsheet. */
const dayOf = (moment: string | undefined): string => moment?.slice(0, 10) ?? '';

/** Everybody of the cohort as a file, read page after page. */
export function SavePeople({ cohort, name }: { cohort: string; name: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  const save = async () => {
    const people = await allPeople(cohort);
    const kept = [...new Set(people.flatMap(({ attributes }) => attributes.map(({ name: one }) => one)))];
    saveCsv(t('roster.file', { name }), [
      [
        ...[t('roster.name'), t('roster.mail'), t('roster.role'), t('roster.state')],
        ...STEPS.map((step) => t(`roster.date.${step}`)),
        ...[t('roster.department'), t('roster.location'), t('roster.manager')],
        ...kept,
      ],
      ...people.map((one) => [
        ...[one.name, one.mail, t(`role.${one.role}`), t(`roster.standing.${one.standing}`)],
        ...STEPS.map((step) => dayOf(one.dates[step])),
        ...[one.department, one.location, one.manager],
        ...kept.map((column) => one.attributes.find((said) => said.name === column)?.value ?? ''),
      ]),
    ]);
  };
  return (
    <>
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={() => void run(save)}>
          {busy ? t('roster.saving') : t('roster.save')}
        </Button>
      </div>
      <Trouble text={trouble} />
    </>
  );
}
