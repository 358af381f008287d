import type { CohortId, Day, Instant, PairId, PersonId } from '#domain/basics/ids.ts';
import { toMs } from '#domain/basics/ids.ts';
import { countsFrom, hasSigned, latestOf, standing } from '#domain/pairs/agreement.ts';
import { isClosed } from '#domain/pairs/consent.ts';
import { isFormer } from '#domain/pairs/ending.ts';
import { closesAt, isFirstChat, reasonsFor } from '#domain/pairs/introduction.ts';
import type { PairNotice } from '#domain/pairs/notices.ts';
import { activeSinceOf, isGoing } from '#domain/pairs/pair.ts';
import { isLongBreak, turnOf } from '#domain/pairs/pause.ts';
import type { Reason } from '#domain/pairs/reasons.ts';
import { firstNameOf } from '#domain/people/givenName.ts';
import type { Role } from '#domain/people/person.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { findRow } from '#usecases/story/rows.ts';
import { mayHaveNew } from './ending.ts';
import { mailsOf } from './mails.ts';
import { findOpenPair, firstNameIn, firstNamesOf, nameIn, type OpenPair, othersIn } from './pairs.ts';

/** Which of several introductions or pairs a notice speaks of: whole names, and the programme. */
export interface About {
  cohortName: string;
  partners: string[];
  /** What they are is called a project team. */
  isTeam?: true;
}

export type PairFacts =
  | (About & {
      kind: 'introduction';
      pair: PairId;
      role: Role;
      reasons: Reason[];
      answerBy: Instant;
      /** Whole name of the executive. */
      executive: string;
      /** First name of the executive who asked to be introduced, for the mentor; empty in a round. */
      askedBy: string;
    })
  | (About & {
      kind: 'paired';
      pair: PairId;
      role: Role;
      /** Why they were introduced: what a first message can begin with. */
      reasons: Reason[];
      myFirstName: string;
      firstNames: string[];
      mails: string[];
    })
  | (About & { kind: 'introductionEnded' })
  | (About & { kind: 'firstChat'; pair: PairId; answerBy: Instant })
  | (About & { kind: 'decide'; pair: PairId; answerBy: Instant })
  | (About & { kind: 'paused'; pair: PairId; by: string; until: Day; isLong: boolean })
  | (About & { kind: 'resumed'; pair: PairId })
  /** `name` is empty where whoever left was erased since. */
  | (About & { kind: 'leftCircle'; pair: PairId; name: string })
  | (About & {
      kind: 'pairEnded';
      pair: PairId;
      cohort: CohortId;
      role: Role;
      /** Whole name of a partner who is not at the company any more; empty otherwise. */
      gone: string;
      /** Somebody new can be found for this reader. */
      mayHaveNew: boolean;
    })
  | (About & { kind: 'oneLine'; pair: PairId })
  | (About & { kind: 'agreementToSign'; pair: PairId; version: number })
  | (About & { kind: 'agreementSigned'; pair: PairId; role: Role })
  | (About & { kind: 'spaceClosed'; pair: PairId });

/** Whole names: two partners of one reader may share the first. */
export const aboutOf = ({ pair, me }: OpenPair): About => ({
  cohortName: pair.cohortName,
  partners: othersIn(pair, me.person).map((person) => nameIn(pair, person)),
  ...(pair.isTeam && { isTeam: pair.isTeam }),
});

export const pairNotices: Composers<PairNotice, PairFacts> = {
  async introduction(ctx, to, { pair }) {
    const open = await findIntroduction(ctx, to, pair);
    if (open?.state !== 'introduced' || open.me.answer !== 'none') return undefined;
    if (ctx.clock.now() >= toMs(closesAt(open.pair))) return undefined;
    const { asked, members } = open.pair;
    const executive = members.find(({ role }) => role === 'executive')?.name ?? '';
    const reasons = reasonsFor(open.pair, open.me);
    return {
      ...{ kind: 'introduction', pair, role: open.me.role, reasons, executive },
      ...aboutOf(open),
      answerBy: closesAt(open.pair),
      askedBy: asked ? firstNameOf(nameIn(open.pair, asked)) : '',
    };
  },

  /** The same words for whoever said yes and whoever wants to meet first. */
  async firstChat(ctx, to, { pair }) {
    const open = await findChat(ctx, pair, to);
    if (!open) return undefined;
    return { kind: 'firstChat', pair, ...aboutOf(open), answerBy: closesAt(open.pair) };
  },

  /** Only for whoever has not decided. */
  async decide(ctx, to, { pair }) {
    const open = await findChat(ctx, pair, to);
    if (open?.me.answer !== 'meetFirst') return undefined;
    return { kind: 'decide', pair, ...aboutOf(open), answerBy: closesAt(open.pair) };
  },

  async paired(ctx, to, { pair }) {
    const open = await findOpenPair(ctx, to, pair);
    if (!open || !isGoing(open.pair)) return undefined;
    const { me, pair: row } = open;
    return {
      ...{ kind: 'paired', pair, role: me.role, reasons: reasonsFor(row, me), ...aboutOf(open) },
      ...{
        myFirstName: firstNameIn(row, to),
        firstNames: firstNamesOf(open),
        mails: await mailsOf(ctx, open),
      },
    };
  },

  /** The same words for everybody and every cause. */
  async introductionEnded(ctx, to, { pair }) {
    const open = await findIntroduction(ctx, to, pair);
    if (!open || activeSinceOf(open.pair) !== undefined) return undefined;
    return { kind: 'introductionEnded', ...aboutOf(open) };
  },

  /** Nothing where it has gone on, or its day was moved, before this reader could be told. */
  async paused(ctx, to, { pair, turn }) {
    const open = await findOpenPair(ctx, to, pair);
    if (open?.pair.state !== 'paused' || turnOf(open.pair) !== turn) return undefined;
    const { by, until } = open.pair.pause;
    const isLong = isLongBreak(until, ctx.clock.now());
    return { kind: 'paused', pair, by: nameIn(open.pair, by), until, isLong, ...aboutOf(open) };
  },

  async resumed(ctx, to, { pair, turn }) {
    const open = await findOpenPair(ctx, to, pair);
    if (open?.pair.state !== 'active' || turnOf(open.pair) !== turn) return undefined;
    return { kind: 'resumed', pair, ...aboutOf(open) };
  },

  /** Nothing once the circle itself has ended. */
  async leftCircle(ctx, to, { pair, person }) {
    const open = await findOpenPair(ctx, to, pair);
    if (!open || !isGoing(open.pair)) return undefined;
    return { kind: 'leftCircle', pair, name: nameIn(open.pair, person), ...aboutOf(open) };
  },

  /** The same words for everybody, whoever ended it. */
  async pairEnded(ctx, to, { pair }) {
    const open = await findOpenPair(ctx, to, pair);
    if (!open || !isFormer(open.pair)) return undefined;
    const { cohort, gone: left } = open.pair;
    const gone = left && left !== to ? nameIn(open.pair, left) : '';
    const mayAsk = await mayHaveNew(ctx, to, cohort);
    return {
      kind: 'pairEnded',
      pair,
      cohort,
      role: open.me.role,
      gone,
      mayHaveNew: mayAsk,
      ...aboutOf(open),
    };
  },

  /** As long as they stand in one line and have not ended it. */
  async oneLine(ctx, to, { pair }) {
    const open = await findOpenPair(ctx, to, pair);
    if (!open || !isGoing(open.pair) || open.pair.oneLineSince === undefined) return undefined;
    return { kind: 'oneLine', pair, ...aboutOf(open) };
  },

  /** Only for the latest version: an older one asks for nothing any more. */
  async agreementToSign(ctx, to, { pair, version }) {
    const open = await findOpenPair(ctx, to, pair);
    if (open?.state !== 'active' || latestOf(open.agreements)?.version !== version) return undefined;
    if (hasSigned(open.agreements, version, to)) return undefined;
    return { kind: 'agreementToSign', pair, version, ...aboutOf(open) };
  },

  async agreementSigned(ctx, to, { pair, version }) {
    const open = await findOpenPair(ctx, to, pair);
    if (!open || !isGoing(open.pair) || standing(open.pair, open.agreements)?.version !== version)
      return undefined;
    return { kind: 'agreementSigned', pair, role: open.me.role, ...aboutOf(open) };
  },

  /** Only while it is closed: not once all have signed anew. The same words whoever withdrew. */
  async spaceClosed(ctx, to, { pair, version }) {
    const open = await findOpenPair(ctx, to, pair);
    if (open?.state !== 'active' && open?.state !== 'paused') return undefined;
    if (!isClosed(open.pair, open.agreements) || countsFrom(open.agreements) !== version) return undefined;
    return { kind: 'spaceClosed', pair, ...aboutOf(open) };
  },
};

/** Nothing for whoever has left the programme: they hear no more of its introductions. */
async function findIntroduction(ctx: Context, to: PersonId, pair: PairId): Promise<OpenPair | undefined> {
  const open = await findOpenPair(ctx, to, pair);
  const enrolment = open && (await findRow(ctx, 'people', to, 'enrolment', open.pair.cohort));
  return enrolment?.value.state === 'left' ? undefined : open;
}

/** An introduction while there is time for a first chat and for deciding. */
async function findChat(ctx: Context, pair: PairId, to: PersonId): Promise<OpenPair | undefined> {
  const open = await findIntroduction(ctx, to, pair);
  if (open?.state !== 'introduced' || !isFirstChat(open.pair)) return undefined;
  return ctx.clock.now() < toMs(closesAt(open.pair)) ? open : undefined;
}
