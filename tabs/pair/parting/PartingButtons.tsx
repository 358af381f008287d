import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { SpaceProps } from '../pairProps.ts';
import { EndDialog } from './EndDialog.tsx';
import { PauseDialog } from './PauseDialog.tsx';

/** A break and the end, offered to whoever may need them. Nothing happens before they choose. */
export function PartingButtons({ view, names, say }: SpaceProps & { say(key: string): string }) {
  const [asked, setAsked] = useState<'' | 'pause' | 'end'>('');
  const close = () => setAsked('');
  return (
    <>
      <Button onClick={() => setAsked('pause')}>{say('pause')}</Button>
      <Button onClick={() => setAsked('end')}>{say('end')}</Button>
      <PauseDialog open={asked === 'pause'} view={view} names={names} onClose={close} />
      <EndDialog open={asked === 'end'} view={view} names={names} onClose={close} />
    </>
  );
}
