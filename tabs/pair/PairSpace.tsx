import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFreshSpace } from '../api/pairs.ts';
import { useOthers } from '../parts/others.ts';
import { Page } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { Tabs, tabId } from '../parts/Tabs.tsx';
import { ToConcern } from '../parts/ToConcern.tsx';
import { AgreementPart } from './agreement/AgreementPart.tsx';
import { Along } from './exchanges/Along.tsx';
import { Goals } from './goals/Goals.tsx';
import { Meetings } from './meetings/Meetings.tsx';
import { Remembered } from './meetings/Remembered.tsx';
import { WeMet } from './meetings/WeMet.tsx';
import { NextInSpace } from './NextInSpace.tsx';
import type { PairProps } from './pairProps.ts';
import { PairMenu } from './parting/PairMenu.tsx';
import { Resting } from './parting/Resting.tsx';
import { SpaceActions, SpaceFaces, SpaceFacts } from './SpaceHeader.tsx';
import { ToPrimer } from './ToPrimer.tsx';

const PARTS = {
  goals: Goals,
  meetings: Meetings,
  along: Along,
  kept: Remembered,
  agreement: AgreementPart,
} as const;
type Part = keyof typeof PARTS;
const ORDER: readonly Part[] = ['goals', 'meetings', 'along', 'kept', 'agreement'];

const useStyles = makeStyles({
  parts: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** Whether they have still to meet for the first time. */
const isBeforeFirst = ({ meeting }: PairProps['view']): boolean =>
  !meeting?.last && meeting?.stage !== 'now' && meeting?.stage !== 'after';

/** The space of two people who signed: goals, meetings, kept questions and the agreement itself. */
export function PairSpace({
  view,
  names,
  part: first,
  onBack,
  onConcern,
  onPrimer,
  onClosing,
}: PairProps & { onClosing(): void }) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const styles = useStyles();
  const [part, setPart] = useState<Part>(
    view.next === 'signAgreement' ? 'agreement' : first === 'meetings' ? first : 'goals',
  );
  const [isTelling, setIsTelling] = useState(false);
  useFreshSpace(view.pair, view.spaceVersion);
  const Shown = PARTS[part];
  return (
    <Page
      title={t('pair.title', others)}
      back={{ label: t('nav.back'), go: onBack }}
      picture={<SpaceFaces view={view} />}
      facts={<SpaceFacts view={view} />}
      actions={<SpaceActions view={view} names={names} onMet={() => setIsTelling(true)} />}
      menu={<PairMenu view={view} names={names} />}
      isWide
    >
      <Resting view={view} names={names} />
      {isTelling ? (
        <WeMet view={view} names={names} onDone={() => setIsTelling(false)} />
      ) : (
        <NextInSpace view={view} names={names} onPart={setPart} onClosing={onClosing} />
      )}
      {isBeforeFirst(view) && <ToPrimer onOpen={onPrimer} />}
      <div className={styles.parts}>
        <Tabs
          label={t('pair.parts')}
          tabs={ORDER.map((name) => ({ name, label: t(`pair.${name}`) }))}
          chosen={part}
          onChoose={(name) => setPart(name)}
          controls="part"
        />
      </div>
      <div id="part" role="tabpanel" aria-labelledby={tabId('part', part)}>
        <Shown view={view} names={names} />
      </div>
      {/* At a meeting it stands beside each word who sees it. */}
      {part !== 'meetings' && part !== 'along' && <SeenBy who={t('pair.seen', others)} />}
      <ToConcern onOpen={onConcern} />
    </Page>
  );
}
