import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Card, Page, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import { openChatWith } from '../../teams.ts';
import { Mine } from '../Mine.tsx';
import type { PairProps } from '../pairProps.ts';
import { PairMenu } from '../parting/PairMenu.tsx';
import { AgreementPart } from './AgreementPart.tsx';
import { groupOf } from './document.ts';

/** The space after somebody took back their consent: nothing of it, the ways on, and what the reader wrote. */
export function Closed({ view, names, onBack, onWriting }: PairProps & { onWriting(is: boolean): void }) {
  const { t } = useTranslation('tab');
  return (
    <Page
      title={t('closed.title')}
      lead={t('closed.lead', groupOf(view))}
      back={{ label: t('nav.back'), go: onBack }}
      menu={<PairMenu view={view} names={names} />}
    >
      <WaysOn view={view} names={names} />
      <AgreementPart view={view} names={names} onWriting={onWriting} />
      <Mine pair={view.pair} />
    </Page>
  );
}

/** To talk, or to sign again. The end of the pair is in the menu above. */
function WaysOn({ view, names }: Pick<PairProps, 'view' | 'names'>) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  return (
    <Card title={t('closed.can')}>
      <p className={page.text}>{t('closed.talk', groupOf(view))}</p>
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={() => void run(() => openChatWith(view.partnerMails))}>
          {t('closed.chat', { names })}
        </Button>
      </div>
      <Trouble text={trouble} />
    </Card>
  );
}
