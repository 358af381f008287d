import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFreshSpace } from '../api/pairs.ts';
import { Page } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { Tabs, tabId } from '../parts/Tabs.tsx';
import { AgreementPart } from './agreement/AgreementPart.tsx';
import { Goals } from './goals/Goals.tsx';
import { Kept } from './meetings/Kept.tsx';
import { Meetings } from './meetings/Meetings.tsx';
import { PlanMeeting } from './meetings/PlanMeeting.tsx';
import type { PairProps } from './pairProps.ts';

const PARTS = { goals: Goals, meetings: Meetings, kept: Kept, agreement: AgreementPart } as const;
type Part = keyof typeof PARTS;
const ORDER: readonly Part[] = ['goals', 'meetings', 'kept', 'agreement'];

const useStyles = makeStyles({
  parts: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** The space of two people who signed: goals, meetings, kept questions and the agreement itself. */
export function PairSpace({ view, names, part: first, onBack }: PairProps) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const [part, setPart] = useState<Part>(view.next === 'signAgreement' ? 'agreement' : (first ?? 'goals'));
  useFreshSpace(view.pair, view.spaceVersion);
  const Shown = PARTS[part];
  return (
    <Page title={t('pair.title', { names })} back={{ label: t('nav.back'), go: onBack }}>
      <PlanMeeting
        label={t('pair.meet')}
        subject={t('pair.meetSubject', { me: view.myFirstName, names })}
        content={t('pair.meetText')}
        minutes={60}
        attendees={view.partnerMails}
      />
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
      {part !== 'meetings' && <SeenBy who={t('pair.seen', { names })} />}
    </Page>
  );
}
