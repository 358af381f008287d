import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEraseMe } from '../api/me.ts';
import { Card, usePageStyles } from '../parts/Page.tsx';
import { Sure } from '../parts/Sure.tsx';
import { useSentence } from '../parts/sentence.ts';

/** Everything about the reader goes, once they said so twice. */
export function EraseCard() {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const sentenceOf = useSentence();
  const erase = useEraseMe();
  const [isAsked, setIsAsked] = useState(false);
  if (isAsked)
    return (
      <Sure
        title={t('privacy.sureTitle')}
        text={t('privacy.sureText')}
        yes={t('privacy.sureYes')}
        no={t('privacy.sureNo')}
        busy={erase.isPending}
        trouble={erase.isError ? sentenceOf(erase.error) : ''}
        onYes={() => erase.mutate()}
        onNo={() => setIsAsked(false)}
      />
    );
  return (
    <Card title={t('privacy.eraseTitle')}>
      <p className={page.text}>{t('privacy.eraseText')}</p>
      <div className={page.actions}>
        <Button onClick={() => setIsAsked(true)}>{t('privacy.erase')}</Button>
      </div>
    </Card>
  );
}
