import type { Cards } from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import { agreementSignedCard } from './agreementSigned.ts';
import { agreementToSignCard } from './agreementToSign.ts';
import { decideCard, firstChatCard } from './firstChat.ts';
import { introductionCard } from './introduction.ts';
import { introductionEndedCard } from './introductionEnded.ts';
import { leftCircleCard } from './leftCircle.ts';
import { pairEndedCard } from './pairEnded.ts';
import { pairedCard } from './paired.ts';
import { oneLineCard, pausedCard, resumedCard } from './pauses.ts';
import { spaceClosedCard } from './spaceClosed.ts';

export const pairCards: Cards<PairFacts> = {
  introduction: introductionCard,
  paired: pairedCard,
  introductionEnded: introductionEndedCard,
  firstChat: firstChatCard,
  decide: decideCard,
  paused: pausedCard,
  resumed: resumedCard,
  leftCircle: leftCircleCard,
  oneLine: oneLineCard,
  pairEnded: pairEndedCard,
  agreementToSign: agreementToSignCard,
  agreementSigned: agreementSignedCard,
  spaceClosed: spaceClosedCard,
};
