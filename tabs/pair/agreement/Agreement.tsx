import { useTranslation } from 'react-i18next';
import { Card, Page, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import type { PairProps } from '../pairProps.ts';
import { AgreementPart } from './AgreementPart.tsx';

/** All there is before both have signed: the agreement. */
export function Agreement({ view, names, onBack, onWriting }: PairProps & { onWriting(is: boolean): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const isWaiting = !view.agreement && !view.canDraft;
  return (
    <Page
      title={t('pair.title', { names })}
      lead={t('agreement.first')}
      back={{ label: t('nav.back'), go: onBack }}
    >
      {isWaiting ? (
        <Card title={t('agreement.title')}>
          <p className={page.text}>{t('agreement.waitDraft', { names })}</p>
        </Card>
      ) : (
        <AgreementPart view={view} names={names} onWriting={onWriting} />
      )}
      <SeenBy who={t('pair.seen', { names })} />
    </Page>
  );
}
