import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePair } from '../api/pairs.ts';
import { useReader } from '../parts/Frame.tsx';
import { Notice } from '../parts/Notice.tsx';
import { namesIn } from '../parts/names.ts';
import { Ready } from '../parts/Ready.tsx';
import { Agreement } from './agreement/Agreement.tsx';
import { Ended } from './Ended.tsx';
import { Introduction } from './introduction/Introduction.tsx';
import { PairSpace } from './PairSpace.tsx';
import type { PairProps } from './pairProps.ts';

type PairScreenProps = Pick<PairProps, 'onBack' | 'onSearch' | 'part'> & { pair: string };

/** One pair, from introduction to end: its state decides which screen it is. */
export function PairScreen({ pair, ...rest }: PairScreenProps) {
  const query = usePair(pair);
  const { locale } = useReader();
  return (
    <Ready query={query}>
      {(view) => (
        <PairStage
          view={view}
          names={namesIn(
            locale,
            view.partners.map(({ firstName }) => firstName),
          )}
          {...rest}
        />
      )}
    </Ready>
  );
}

function PairStage(props: PairProps) {
  const { t } = useTranslation('tab');
  const { view, names, onBack } = props;
  /** Whoever writes is not interrupted when the space opens meanwhile. */
  const [isWriting, setIsWriting] = useState(false);
  switch (view.state) {
    case 'introduced':
      return <Introduction {...props} />;
    case 'active':
      return view.hasSpace && !isWriting ? (
        <PairSpace {...props} />
      ) : (
        <Agreement {...props} onWriting={setIsWriting} />
      );
    case 'paused':
      return (
        <Notice title={t('paused.title', { names })} text={t('paused.text')}>
          <Button onClick={onBack}>{t('nav.back')}</Button>
        </Notice>
      );
    case 'ended':
      return <Ended {...props} />;
  }
}
