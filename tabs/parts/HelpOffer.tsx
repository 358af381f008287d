import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpView } from '#api/contract/meetings.ts';
import { openChatWith } from '../teams.ts';
import { Trouble, usePageStyles } from './Page.tsx';
import { useAction } from './useAction.ts';
import { useTitle } from './useTitle.ts';

interface HelpOfferProps {
  help: HelpView;
  names: string;
  onDone(): void;
  /** Within another screen, which has the heading. */
  isWithin?: boolean;
  /** The ways to a break and to the end, where they are at hand; else it is said where they are. */
  parting?: PartingWays | undefined;
}

/** Buttons with the words of the offer. */
export type PartingWays = (say: (key: string) => string) => ReactNode;

/** Offered to whoever wrote it, and to nobody else: somebody outside the line, and what they can do. */
export function HelpOffer({ help, names, onDone, parting, isWithin = false }: HelpOfferProps) {
  const { t } = useTranslation('panel');
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  const { reason, contact } = help;
  const person = contact?.name ?? '';
  const say = (key: string, values = {}): string => t(`feedback:offer.${key}`, values);
  useTitle(isWithin ? '' : say(`title_${reason}`));
  const Heading = isWithin ? 'h3' : 'h1';
  return (
    <div className={page.group}>
      <Heading className={isWithin ? page.heading : page.title}>{say(`title_${reason}`)}</Heading>
      <p className={page.text}>{say('lead', { names })}</p>
      <p className={page.text}>{say(contact ? 'contact' : 'nobody', { person })}</p>
      <div className={page.actions}>
        {contact?.mail && (
          <Button disabledFocusable={busy} onClick={() => void run(() => openChatWith([contact.mail]))}>
            {say('write', { person })}
          </Button>
        )}
        {parting?.(say)}
        <Button appearance="subtle" onClick={onDone}>
          {say('carryOn')}
        </Button>
      </div>
      {!parting && <p className={page.quiet}>{say('inSpace')}</p>}
      <Trouble text={trouble} />
    </div>
  );
}
