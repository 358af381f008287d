import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '#api/contract/cohorts.ts';
import { useMemberPages, useTakeBackSaid } from '../../api/cohorts.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';
import { MemberRow } from '../MemberRow.tsx';
import { Pages } from '../Pages.tsx';

/** What the last import said anew of people who were here before; each can be taken back. */
export function Changed({ cohort, count }: { cohort: string; count: number }) {
  const { t, i18n } = useTranslation('console');
  const page = usePageStyles();
  const takeBack = useTakeBackSaid(cohort);
  const { run, busy, trouble } = useAction();
  const paging = useMemberPages(cohort, 'changed');
  const [meant, setMeant] = useState<MemberView>();
  const [done, setDone] = useState('');
  if (count === 0 && !meant) return done ? <p role="status">{done}</p> : null;
  async function take({ person, name }: MemberView) {
    const { tookBack } = await takeBack.mutateAsync(person);
    setDone(t(`changed.took.${tookBack}`, { name }));
    setMeant(undefined);
  }
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const factsOf = (member: MemberView) => list.format(member.changed.map((fact) => t(`changed.${fact}`)));
  if (meant)
    return (
      <Sure
        title={t('changed.sureTitle')}
        text={t('changed.sure', { name: meant.name, facts: factsOf(meant) })}
        yes={t('changed.yes')}
        no={t('changed.no')}
        busy={busy}
        trouble={trouble}
        onYes={() => void run(() => take(meant))}
        onNo={() => setMeant(undefined)}
      />
    );
  return (
    <Card title={t('changed.title')}>
      <p className={page.text}>{t('changed.text')}</p>
      <Pages label={t('changed.title')} count={count} paging={paging} itemsOf={({ members }) => members}>
        {(member) => (
          <MemberRow
            key={member.person}
            name={member.name}
            about={t('changed.what', { facts: factsOf(member) })}
          >
            <Button aria-label={t('changed.takeFor', { name: member.name })} onClick={() => setMeant(member)}>
              {t('changed.take')}
            </Button>
          </MemberRow>
        )}
      </Pages>
      <p role="status" className={page.said}>
        {done}
      </p>
    </Card>
  );
}
