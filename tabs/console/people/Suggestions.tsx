import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SuggestionView } from '#api/contract/enrolments.ts';
import { useDealWithSuggestion, useSuggestions } from '../../api/suggestions.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useSentence } from '../../parts/sentence.ts';
import { useAction } from '../../parts/useAction.ts';
import { MemberRow } from '../MemberRow.tsx';

/** Colleagues whom those who take part would like to see invited; nothing stands here while there are none. */
export function Suggestions({ cohort }: { cohort: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const sentenceOf = useSentence();
  const query = useSuggestions(cohort);
  const dealWith = useDealWithSuggestion(cohort);
  const { run, busy, trouble } = useAction();
  const [done, setDone] = useState('');
  const suggestions = query.data?.suggestions ?? [];
  const deal = (one: SuggestionView, how: 'invite' | 'pass') => () => {
    setDone('');
    void run(async () => {
      await dealWith.mutateAsync({ suggestion: one.suggestion, how });
      setDone(t(`suggestions.done.${how}`, { name: one.name }));
    });
  };
  if (suggestions.length === 0 && !done && !query.isError) return null;
  return (
    <Card title={t('suggestions.title')}>
      {suggestions.length > 0 && <p className={page.text}>{t('suggestions.text')}</p>}
      <ul className={page.group} style={{ margin: 0, padding: 0 }}>
        {suggestions.map((one) => (
          <MemberRow key={one.suggestion} name={one.name} about={<About suggestion={one} />}>
            <div className={page.actions}>
              <Button
                aria-label={t('suggestions.inviteFor', { name: one.name })}
                disabledFocusable={busy}
                onClick={deal(one, 'invite')}
              >
                {t('suggestions.invite')}
              </Button>
              <Button
                appearance="subtle"
                aria-label={t('suggestions.passFor', { name: one.name })}
                disabledFocusable={busy}
                onClick={deal(one, 'pass')}
              >
                {t('suggestions.pass')}
              </Button>
            </div>
          </MemberRow>
        ))}
      </ul>
      <p role="status" className={page.said}>
        {done}
      </p>
      <Trouble text={trouble || (query.isError ? sentenceOf(query.error) : '')} />
    </Card>
  );
}

/** In which role, and who would like it. */
function About({ suggestion: { role, by } }: { suggestion: SuggestionView }) {
  const { t } = useTranslation('console');
  const who = by ? t('suggestions.by', { name: by }) : t('suggestions.byColleague');
  return `${t(`role.${role}`)} · ${who}`;
}
