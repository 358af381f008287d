import { useTranslation } from 'react-i18next';
import { useOthers } from '../../parts/others.ts';
import { Card, Page, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { ToConcern } from '../../parts/ToConcern.tsx';
import type { PairProps } from '../pairProps.ts';
import { PairMenu } from '../parting/PairMenu.tsx';
import { Resting } from '../parting/Resting.tsx';
import { ToPrimer } from '../ToPrimer.tsx';
import { AgreementPart } from './AgreementPart.tsx';
import { groupOf } from './document.ts';
import { Moment } from './Moment.tsx';

interface AgreementProps extends PairProps {
  onWriting(is: boolean): void;
  /** Leads into the space, once all have signed. */
  onOpen(): void;
}

/** All there is before everybody has signed: the agreement, and ways out; and the moment when they have. */
export function Agreement(props: AgreementProps) {
  const { view, names, onBack, onConcern, onPrimer, onWriting, onOpen } = props;
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const page = usePageStyles();
  const isWaiting = !view.agreement && !view.canDraft;
  const isOpen = view.hasSpace && view.agreement?.waitingFor.length === 0;
  return (
    <Page
      title={t('pair.title', others)}
      lead={isOpen ? undefined : t('agreement.first', groupOf(view))}
      back={{ label: t('nav.back'), go: onBack }}
      menu={isOpen ? undefined : <PairMenu view={view} names={names} />}
    >
      <Resting view={view} names={names} />
      {isOpen && <Moment view={view} onOpen={onOpen} />}
      {isWaiting ? (
        <Card title={t('agreement.title')}>
          <p className={page.text}>{t('agreement.waitDraft', { names })}</p>
        </Card>
      ) : (
        <AgreementPart view={view} names={names} onWriting={onWriting} />
      )}
      {isWaiting && <ToPrimer onOpen={onPrimer} />}
      {/* A draft is private; its own foot says so. */}
      {(view.agreement || isWaiting) && <SeenBy who={t('pair.seen', others)} />}
      {!isOpen && <ToConcern onOpen={onConcern} />}
    </Page>
  );
}
