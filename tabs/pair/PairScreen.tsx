import { useState } from 'react';
import { usePair } from '../api/pairs.ts';
import { useReader } from '../parts/Frame.tsx';
import { namesIn } from '../parts/names.ts';
import { OthersProvider } from '../parts/others.ts';
import { Ready } from '../parts/Ready.tsx';
import { Agreement } from './agreement/Agreement.tsx';
import { Closed } from './agreement/Closed.tsx';
import { Closing } from './closing/Closing.tsx';
import { Ended } from './Ended.tsx';
import { Introduction } from './introduction/Introduction.tsx';
import { PairSpace } from './PairSpace.tsx';
import type { PairProps } from './pairProps.ts';

type PairScreenProps = Pick<PairProps, 'onBack' | 'onSearch' | 'onConcern' | 'onPrimer' | 'part'> & {
  pair: string;
};

/** One pair, from introduction to end: its state decides which screen it is. */
export function PairScreen({ pair, ...rest }: PairScreenProps) {
  const query = usePair(pair);
  const { locale } = useReader();
  return (
    <Ready query={query}>
      {(view) => {
        const others = view.partners.map(({ firstName }) => firstName);
        return (
          <OthersProvider value={others}>
            <PairStage view={view} names={namesIn(locale, others)} {...rest} />
          </OthersProvider>
        );
      }}
    </Ready>
  );
}

function PairStage(props: PairProps) {
  const { view } = props;
  /** Whoever writes is not interrupted when the space opens meanwhile. */
  const [isWriting, setIsWriting] = useState(false);
  /** Whoever was here before it opened sees the moment when it does. */
  const [wasShut, setWasShut] = useState(!view.hasSpace);
  const [isClosing, setIsClosing] = useState(props.part === 'closing');
  if (!view.hasSpace && !wasShut) setWasShut(true);
  switch (view.state) {
    case 'introduced':
      return <Introduction {...props} />;
    case 'active':
    case 'paused':
      if (view.isClosed) return <Closed {...props} onWriting={setIsWriting} />;
      if (isWriting || !view.hasSpace || (wasShut && view.agreement?.waitingFor.length === 0))
        return <Agreement {...props} onWriting={setIsWriting} onOpen={() => setWasShut(false)} />;
      if (isClosing) return <Closing {...props} onBack={() => setIsClosing(false)} />;
      return <PairSpace {...props} onClosing={() => setIsClosing(true)} />;
    case 'ended':
      return <Ended {...props} />;
  }
}
