import type { AgreementView } from '#api/contract/agreement.ts';
import { MeetAgain, PairAnswer, PairAnswered, PairView } from '#api/contract/pairs.ts';
import { etagOf } from '#api/http/etag.ts';
import { pairOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import {
  type Agreement,
  canDraft,
  hasSigned,
  latestOf,
  signaturesOf,
  unsignedBy,
} from '#domain/pairs/agreement.ts';
import { closesAt, isFirstChat } from '#domain/pairs/introduction.ts';
import { viewOfKept, viewOfMeetings } from '#usecases/meetings/space.ts';
import { viewOfGoals } from '#usecases/pairs/goals.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { askToMeetAgain } from '#usecases/pairs/meetAgain.ts';
import { getPair, type PairSeen } from '#usecases/pairs/pairSpace.ts';
import { firstNameIn, hasSpace, type OpenPair } from '#usecases/pairs/pairs.ts';
import { sayReason } from '#usecases/pairs/reasons.ts';
import type { Words } from '#words/words.ts';

/** A pair for one of its members, field by field. */
export function presentPair({ open, card, draft, partnerMails, nowMs }: PairSeen, words: Words): PairView {
  const { pair, me, agreements } = open;
  const isGoing = open.state === 'active' || open.state === 'paused';
  const latest = isGoing ? latestOf(agreements) : undefined;
  return {
    pair: card.pair,
    cohortName: card.cohortName,
    role: card.role,
    state: card.state,
    partners: card.partners,
    partnerMails,
    next: card.next,
    reasons: pair.reasons.map((reason) => sayReason(words, reason, me.role)),
    myAnswer: me.answer,
    answerBy: open.state === 'introduced' ? closesAt(pair) : null,
    hearBy: open.state === 'introduced' ? me.answerBy : null,
    isFirstChat: open.state === 'introduced' && isFirstChat(pair),
    asked: !pair.asked ? 'nobody' : pair.asked === me.person ? 'me' : 'partner',
    myFirstName: firstNameIn(pair, me.person),
    agreement: latest ? presentAgreement(open, latest) : null,
    draft: draft ?? null,
    canDraft: isGoing && canDraft(me, agreements),
    canSign: latest !== undefined && !hasSigned(agreements, latest.version, me.person),
    again: me.again ?? false,
    hasSpace: hasSpace(open),
    spaceVersion: hasSpace(open) ? versionOfSpace(open, nowMs) : '',
  };
}

/** From what this reader would find there alone: what the partner keeps to themselves never shows in it. */
const versionOfSpace = (open: OpenPair, nowMs: number): string =>
  etagOf([viewOfGoals(open), viewOfMeetings(open, nowMs), viewOfKept(open)]);

function presentAgreement({ pair, me, agreements }: OpenPair, { version, text, by, at }: Agreement) {
  const nameOf = (person: PersonId) => firstNameIn(pair, person);
  const signed = signaturesOf(agreements, version).sort((a, b) => (a.at < b.at ? -1 : 1));
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
    by: nameOf(by),
    mine: by === me.person,
    at,
    signatures: signed.map((one) => ({
      firstName: nameOf(one.person),
      isMe: one.person === me.person,
      at: one.at,
    })),
    waitingFor: unsignedBy(pair, agreements, version).map(nameOf),
  } satisfies AgreementView;
}

export const pairRoutes = [
  route('pair', {
    answer: PairView,
    hasEtag: true,
    run: async ({ ctx, actor, params, words }) =>
      presentPair(await getPair(ctx, actor.person, pairOf(params), words), words),
  }),
  route('answerPair', {
    body: PairAnswer,
    answer: PairAnswered,
    run: async ({ ctx, actor, params, body }) => {
      const { state } = await answerIntroduction(ctx, actor.person, pairOf(params), body.answer);
      return { state };
    },
  }),
  route('meetAgain', {
    body: MeetAgain,
    run: ({ ctx, actor, params, body }) => askToMeetAgain(ctx, actor.person, pairOf(params), body.again),
  }),
];
