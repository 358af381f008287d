/** Clara and Aisha at every stage, as Clara sees it. */
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { usePair } from '#tabs/api/pairs.ts';
import type { PairProps } from '#tabs/pair/pairProps.ts';
import { Ready } from '#tabs/parts/Ready.tsx';
import type { AgreementBody, AgreementView, GoalView, MeetingView, PairView } from '../answers.ts';
import { aPairCard, aStanding } from '../given.ts';

export const PAIR = 'clara-aisha';
/** Three names that leave no room. */
export const LONG = 'Wolfeschlegelsteinhausenbergerdorff';

/** Both said yes, and nothing is written yet. */
export const aPair = (said: Partial<PairView> = {}): PairView => ({
  ...aPairCard({ next: 'wait' }),
  reasons: ['Aisha knows short videos very well.'],
  myAnswer: 'yes',
  answerBy: null,
  hearBy: null,
  isFirstChat: false,
  asked: 'nobody',
  myFirstName: 'Clara',
  executives: ['Clara'],
  partnerMails: [],
  agreement: null,
  draft: null,
  canDraft: false,
  canSign: false,
  leaves: false,
  again: false,
  turn: 0,
  pause: null,
  former: null,
  hasSpace: false,
  isClosed: false,
  canWithdraw: false,
  meeting: null,
  spaceVersion: '',
  ...said,
});

/** Clara hasn't answered. */
export const introduced = (said: Partial<PairView> = {}): PairView =>
  aPair({
    state: 'introduced',
    next: 'answer',
    myAnswer: 'none',
    answerBy: '2026-11-12T08:00:00.000Z',
    hearBy: '2026-11-12T08:00:00.000Z',
    ...said,
  });

export const rules: AgreementBody = {
  respectForTime: 'We end on time.',
  whatItIs: 'An honest conversation.',
  whatItIsNot: '',
  executiveWantsToLearn: 'Short videos.',
  howEachHelps: 'By asking twice.',
  whereAndHow: 'Over coffee.',
  rhythm: 'monthly',
  endsOn: '2027-05-31',
};

export const HASH = 'a'.repeat(64);

/** Aisha wrote the first version and signed it. */
export const anAgreement = (said: Partial<AgreementView> = {}): AgreementView => ({
  version: 1,
  text: rules,
  hash: HASH,
  before: null,
  by: 'Aisha',
  mine: false,
  at: '2026-11-03T09:00:00.000Z',
  signatures: [{ firstName: 'Aisha', isMe: false, role: 'mentor', at: '2026-11-03T10:00:00.000Z' }],
  waitingFor: ['Clara'],
  ...said,
});

/** The ground rules wait for Clara. */
export const toSign = (said: Partial<PairView> = {}): PairView =>
  aPair({ next: 'signAgreement', agreement: anAgreement(), canDraft: true, canSign: true, ...said });

/** Both signed. */
export const withSpace = (said: Partial<PairView> = {}): PairView =>
  aPair({
    next: 'meet',
    partnerMails: ['aisha@example.com'],
    agreement: anAgreement({
      signatures: [
        { firstName: 'Aisha', isMe: false, role: 'mentor', at: '2026-11-03T10:00:00.000Z' },
        { firstName: 'Clara', isMe: true, role: 'executive', at: '2026-11-04T10:00:00.000Z' },
      ],
      waitingFor: [],
    }),
    canDraft: true,
    hasSpace: true,
    canWithdraw: true,
    meeting: aStanding(),
    spaceVersion: 's1',
    ...said,
  });

export const aGoal = (said: Partial<GoalView> = {}): GoalView => ({
  goal: 'film',
  etag: 'g1',
  isMine: true,
  ownerFirstName: 'Clara',
  text: 'Film with a phone',
  confidence: 2,
  state: 'open',
  at: '2026-11-05T09:00:00.000Z',
  history: [{ text: 'Film with a phone', confidence: 2, state: 'open', at: '2026-11-05T09:00:00.000Z' }],
  ...said,
});

export const aMeeting = (said: Partial<MeetingView> = {}): MeetingView => ({
  occurrence: 'first',
  startedAt: '2026-11-05T09:00:00.000Z',
  plannedEnd: '2026-11-05T10:00:00.000Z',
  state: 'ended',
  iGaveFeedback: false,
  ...{ told: null, canTakeBack: false, myFace: null, changeUntil: null },
  myLearned: '',
  mySurprised: '',
  iShared: false,
  partnerLearned: '',
  partnerSurprised: '',
  ...said,
});

export const back = vi.fn();
export const search = vi.fn();
export const concern = vi.fn();
export const primer = vi.fn();

/** What every screen of the pair is given. */
export const given = (view: PairView): PairProps => ({
  view,
  names: view.partners.map(({ firstName }) => firstName).join(' and '),
  onBack: back,
  onSearch: search,
  onConcern: concern,
  onPrimer: primer,
});

/** A part of the pair's screen that follows the server. */
export function Following({ children }: { children(props: PairProps): ReactNode }) {
  return <Ready query={usePair(PAIR)}>{(view) => children(given(view))}</Ready>;
}
