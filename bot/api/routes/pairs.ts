import type { AgreementBody, AgreementView } from '#api/contract/agreement.ts';
import {
  MeetAgain,
  NewMatchBody,
  PairAnswer,
  PairAnswered,
  PairPhotos,
  PairView,
  PauseBody,
  Standing,
} from '#api/contract/pairs.ts';
import { etagOf } from '#api/http/etag.ts';
import { pairOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import {
  type Agreement,
  type AgreementText,
  canDraft,
  hasSigned,
  latestOf,
  signaturesOf,
  unsignedBy,
} from '#domain/pairs/agreement.ts';
import { goesOnWithout } from '#domain/pairs/circle.ts';
import { canWithdraw, isClosed, knownBefore } from '#domain/pairs/consent.ts';
import { closesAt, isFirstChat, memberOf, reasonsFor } from '#domain/pairs/introduction.ts';
import { isGoing, type Pair, type PausedPair } from '#domain/pairs/pair.ts';
import { turnOf } from '#domain/pairs/pause.ts';
import { viewOfTimeline } from '#usecases/exchanges/timeline.ts';
import { viewOfJottings } from '#usecases/meetings/jottings.ts';
import { viewOfKept, viewOfMeetings } from '#usecases/meetings/space.ts';
import { standingOf } from '#usecases/meetings/standing.ts';
import { agreementHash } from '#usecases/pairs/agreementHash.ts';
import { askToMeetAgain, endPair, wishNewMatch } from '#usecases/pairs/ending.ts';
import { viewOfGoals } from '#usecases/pairs/goals.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { getPair, getPairPhotos, type PairSeen } from '#usecases/pairs/pairSpace.ts';
import { firstNameIn, hasSpace, type OpenPair } from '#usecases/pairs/pairs.ts';
import { pausePair, resumePair } from '#usecases/pairs/pause.ts';
import { readerOf, sayReasons } from '#usecases/pairs/reasons.ts';
import type { Words } from '#words/words.ts';

/** A pair for one of its members, field by field. */
export function presentPair(
  { open, card, draft, partnerMails, former, nowMs }: PairSeen,
  words: Words,
): PairView {
  const { pair, me, agreements } = open;
  const goesOn = isGoing(pair);
  const latest = goesOn ? latestOf(agreements) : undefined;
  return {
    pair: card.pair,
    cohortName: card.cohortName,
    role: card.role,
    state: card.state,
    partners: card.partners,
    partnerMails,
    next: card.next,
    isTeam: card.isTeam,
    pausedUntil: card.pausedUntil,
    reasons: sayReasons(words, reasonsFor(pair, me), readerOf(me.role, pair.members.length - 1)),
    myAnswer: me.answer,
    answerBy: open.state === 'introduced' ? closesAt(pair) : null,
    hearBy: open.state === 'introduced' ? me.answerBy : null,
    isFirstChat: open.state === 'introduced' && isFirstChat(pair),
    asked: !pair.asked ? 'nobody' : pair.asked === me.person ? 'me' : 'partner',
    myFirstName: firstNameIn(pair, me.person),
    executives: executivesIn(open),
    agreement: latest ? presentAgreement(open, latest) : null,
    draft: draft ?? null,
    canDraft: goesOn && canDraft(me, agreements),
    canSign: latest !== undefined && !hasSigned(agreements, latest.version, me.person),
    leaves: goesOnWithout(pair, me),
    again: me.again ?? false,
    turn: turnOf(pair),
    pause: pair.state === 'paused' ? presentPause(open, pair.pause) : null,
    former: former ?? null,
    ...presentConsent(open, goesOn),
    ...presentSpace(open, nowMs),
  };
}

const presentSpace = (open: OpenPair, nowMs: number) =>
  hasSpace(open)
    ? { hasSpace: true, meeting: standingOf(open, nowMs), spaceVersion: versionOfSpace(open, nowMs) }
    : { hasSpace: false, meeting: null, spaceVersion: '' };

/** From what this reader would find there alone: what the partner keeps to themselves never shows in it. */
const versionOfSpace = (open: OpenPair, nowMs: number): string =>
  etagOf([
    ...[viewOfGoals(open), viewOfMeetings(open, nowMs), viewOfKept(open)],
    viewOfJottings(open),
    viewOfTimeline(open, nowMs),
  ]);

const executivesIn = ({ pair }: OpenPair): string[] =>
  pair.members.filter(({ role }) => role === 'executive').map(({ person }) => firstNameIn(pair, person));

const presentConsent = ({ pair, me, agreements }: OpenPair, goesOn: boolean) => ({
  isClosed: goesOn && isClosed(pair, agreements),
  canWithdraw: goesOn && canWithdraw(me, agreements),
});

const presentText = (text: AgreementText): AgreementBody => ({
  respectForTime: text.respectForTime,
  whatItIs: text.whatItIs,
  whatItIsNot: text.whatItIsNot,
  executiveWantsToLearn: text.executiveWantsToLearn,
  howEachHelps: text.howEachHelps,
  whereAndHow: text.whereAndHow,
  rhythm: text.rhythm,
  endsOn: text.endsOn,
});

const presentPause = ({ pair, me }: OpenPair, { by, until }: PausedPair['pause']) => ({
  ...{ until, isMine: by === me.person, byFirstName: firstNameIn(pair, by) },
});

function presentAgreement({ pair, me, agreements }: OpenPair, { version, text, by, at }: Agreement) {
  const nameOf = (person: PersonId) => firstNameIn(pair, person);
  const known = knownBefore(me, agreements);
  const signed = signaturesOf(agreements, version).sort((a, b) => (a.at < b.at ? -1 : 1));
  return {
    version,
    text: presentText(text),
    hash: agreementHash(text),
    before: known
      ? { text: presentText(known.text), iSigned: hasSigned(agreements, known.version, me.person) }
      : null,
    by: nameOf(by),
    mine: by === me.person,
    at,
    signatures: signed.map((one) => ({
      firstName: nameOf(one.person),
      isMe: one.person === me.person,
      role: memberOf(pair, one.person)?.role ?? 'mentor',
      at: one.at,
    })),
    waitingFor: unsignedBy(pair, agreements, version).map(nameOf),
  } satisfies AgreementView;
}

const presentStanding = (pair: Pair): Standing => ({
  state: pair.state === 'paused' ? 'paused' : pair.state === 'ended' ? 'ended' : 'active',
  turn: turnOf(pair),
  pausedUntil: pair.state === 'paused' ? pair.pause.until : null,
});

export const pairRoutes = [
  route('pair', {
    answer: PairView,
    hasEtag: true,
    run: async ({ ctx, actor, params, words }) =>
      presentPair(await getPair(ctx, actor.person, pairOf(params), words), words),
  }),
  route('pairPhotos', {
    answer: PairPhotos,
    hasEtag: true,
    run: ({ ctx, actor, params }) => getPairPhotos(ctx, actor.person, pairOf(params)),
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
  /** If-Match carries the turn that was read: another break since is a 412, and nothing is changed. */
  route('pausePair', {
    body: PauseBody,
    answer: Standing,
    run: async ({ ctx, actor, params, body, etag }) => {
      const asked = { until: asId<never>(body.until), seen: etag };
      return presentStanding(await pausePair(ctx, actor.person, pairOf(params), asked));
    },
  }),
  route('resumePair', {
    answer: Standing,
    run: async ({ ctx, actor, params, etag }) =>
      presentStanding(await resumePair(ctx, actor.person, pairOf(params), { seen: etag })),
  }),
  /** Twice is once, whoever else ended it. */
  route('endPair', {
    answer: Standing,
    run: async ({ ctx, actor, params }) => presentStanding(await endPair(ctx, actor.person, pairOf(params))),
  }),
  route('newMatch', {
    body: NewMatchBody,
    run: ({ ctx, actor, params, body }) => wishNewMatch(ctx, actor.person, pairOf(params), body.wish),
  }),
];
