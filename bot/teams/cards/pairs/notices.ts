import type { Cards } from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import { agreementSignedCard } from './agreementSigned.ts';
import { agreementToSignCard } from './agreementToSign.ts';
import { decideCard, firstChatCard } from './firstChat.ts';
import { introductionCard } from './introduction.ts';
import { introductionEndedCard } from './introductionEnded.ts';
import { pairedCard } from './paired.ts';

export const pairCards: Cards<PairFacts> = {
  introduction: introductionCard,
  paired: pairedCard,
  introductionEnded: introductionEndedCard,
  firstChat: firstChatCard,
  decide: decideCard,
  agreementToSign: agreementToSignCard,
  agreementSigned: agreementSignedCard,
};
