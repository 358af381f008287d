import type { AgreementView, GoalView, MeetingView, PairView } from '#api/contract/contract.ts';
import type { GoalId, PersonId } from '#domain/basics/ids.ts';
import { sharedWords } from '#domain/meetings/feedback.ts';
import { byStart } from '#domain/meetings/meetings.ts';
import { findPrompt } from '#domain/meetings/promptLibrary.ts';
import {
  type Agreements,
  canDraft,
  hasSigned,
  latestOf,
  signaturesOf,
  unsignedBy,
} from '#domain/pairs/agreement.ts';
import { closesAt, isFirstChat } from '#domain/pairs/introduction.ts';
import { hasGiven } from '#usecases/meetings/feedback.ts';
import type { PairSeen } from '#usecases/pairs/pairSpace.ts';
import { firstNameIn, hasSpace } from '#usecases/pairs/pairs.ts';
import { sayReason } from '#usecases/pairs/reasons.ts';
import type { Words } from '#words/words.ts';

/** A pair for one of its members, field by field. */
export function presentPair(seen: PairSeen, words: Words): PairView {
  const { open, card, draft } = seen;
  const { pair, me, agreements } = open;
  const isGoing = open.state === 'active' || open.state === 'paused';
  const latest = isGoing ? latestOf(agreements) : undefined;
  return {
    pair: card.pair,
    cohortName: card.cohortName,
    role: card.role,
    state: card.state,
    partners: card.partners,
    partnerMails: seen.partnerMails,
    next: card.next,
    reasons: pair.reasons.map((reason) => sayReason(words, reason, me.role)),
    myAnswer: me.answer,
    answerBy: open.state === 'introduced' ? closesAt(pair) : null,
    hearBy: open.state === 'introduced' ? me.answerBy : null,
    isFirstChat: open.state === 'introduced' && isFirstChat(pair),
    asked: !pair.asked ? 'nobody' : pair.asked === me.person ? 'me' : 'partner',
    myFirstName: firstNameIn(pair, me.person),
    agreement: latest ? presentAgreement(seen, agreements, latest.version) : null,
    draft: draft ?? null,
    canDraft: isGoing && canDraft(me, agreements),
    canSign: latest !== undefined && !hasSigned(agreements, latest.version, me.person),
    again: me.again ?? false,
    space: hasSpace(open)
      ? { goals: presentGoals(seen), meetings: presentMeetings(seen), kept: presentKept(seen, words) }
      : null,
  };
}

function presentAgreement({ open }: PairSeen, all: Agreements, version: number): AgreementView | null {
  const agreement = all.versions.find((one) => one.version === version);
  if (!agreement) return null;
  const { text } = agreement;
  const nameOf = (person: PersonId) => firstNameIn(open.pair, person);
  return {
    version,
    text: {
      confidentiality: text.confidentiality,
      respectForTime: text.respectForTime,
      whatItIs: text.whatItIs,
      whatItIsNot: text.whatItIsNot,
      executiveWantsToLearn: text.executiveWantsToLearn,
      howEachHelps: text.howEachHelps,
      whereAndHow: text.whereAndHow,
      rhythm: text.rhythm,
      endsOn: text.endsOn,
    },
    by: nameOf(agreement.by),
    mine: agreement.by === open.me.person,
    at: agreement.at,
    signatures: inOrder(signaturesOf(all, version)).map(({ person, at }) => ({
      firstName: nameOf(person),
      isMe: person === open.me.person,
      at,
    })),
    waitingFor: unsignedBy(open.pair, all, version).map(nameOf),
  };
}

const inOrder = <T extends { at: string }>(signed: T[]): T[] =>
  [...signed].sort((a, b) => (a.at < b.at ? -1 : 1));

/** Prompts put aside for later, in the reader's language; one that the library no longer has is left out. */
const presentKept = ({ open }: PairSeen, words: Words) =>
  open.rows
    .list('prompt')
    .filter(({ value }) => value.state === 'kept' && findPrompt(value.prompt))
    .map(({ value }) => ({ prompt: value.prompt, text: words(`prompts:${value.prompt}`) }));

/** Goals in the order they were set, each with every step it took. */
function presentGoals({ open }: PairSeen): GoalView[] {
  const steps = open.rows.list('goalstep').map(({ value }) => value);
  const firstAt = (goal: GoalId) => steps.find((step) => step.goal === goal)?.at ?? '';
  return open.rows
    .list('goal')
    .map(({ value }) => value)
    .sort((a, b) => (firstAt(a.goal) < firstAt(b.goal) ? -1 : 1))
    .map((goal) => ({
      goal: goal.goal,
      etag: String(goal.seq),
      isMine: goal.owner === open.me.person,
      ownerFirstName: firstNameIn(open.pair, goal.owner),
      text: goal.text,
      confidence: goal.confidence,
      state: goal.state,
      at: goal.at,
      history: steps
        .filter((step) => step.goal === goal.goal)
        .map(({ text, confidence, state, at }) => ({ text, confidence, state, at })),
    }));
}

/** Latest first, with the partner's words only where the partner shares them. */
function presentMeetings({ open }: PairSeen): MeetingView[] {
  const feedback = open.rows.list('feedback').map(({ value }) => value);
  return byStart(open.rows.list('meeting').map(({ value }) => value))
    .reverse()
    .map((meeting) => {
      const partner = sharedWords(feedback, open.me.person, meeting.occurrence);
      return {
        occurrence: meeting.occurrence,
        startedAt: meeting.startedAt,
        plannedEnd: meeting.plannedEnd,
        state: meeting.state,
        iGaveFeedback: hasGiven(open.rows, meeting.occurrence, open.me.person),
        partnerLearned: partner.learned,
        partnerSurprised: partner.surprised,
      };
    });
}
