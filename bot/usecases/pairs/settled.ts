import { asId, type CohortId, type PairId } from '#domain/basics/ids.ts';
import { hasSigned, latestOf } from '#domain/pairs/agreement.ts';
import { newMatchOf } from '#domain/pairs/ending.ts';
import type { NewMatchWish, PairMember, PairState } from '#domain/pairs/pair.ts';
import type { Role } from '#domain/people/person.ts';
import { allOf, type Settling } from '#usecases/story/settling.ts';
import { type About, aboutOf } from './notices.ts';
import { findOpenPair } from './pairs.ts';

type Stands = 'yes' | 'meetFirst' | 'paired' | 'ended' | 'thanks';

export interface IntroductionSettled extends About {
  kind: 'introduction';
  pair: PairId;
  stands: Stands;
}

export interface AgreementSettled extends About {
  kind: 'agreement';
  pair: PairId;
  version: number;
  state: 'signed' | 'newer' | 'ended';
}

export interface NewMatchSettled extends About {
  kind: 'newMatch';
  pair: PairId;
  cohort: CohortId;
  role: Role;
  wish: NewMatchWish;
}

/** Answered by this reader, or settled for both: by their own answer and what they may know, never by the other's. */
export const settledIntroduction: Settling<IntroductionSettled> = async (ctx, person, { id }) => {
  const pair = asId<PairId>(id);
  const open = await findOpenPair(ctx, person, pair);
  const stands = open && standsFor(open.state, open.me);
  if (!stands) return [];
  const jobs = [`introduction_${pair}`];
  // Whoever would like to meet first is still to decide on the later card, and to plan a chat until all have.
  if (stands !== 'meetFirst') jobs.push(`decide_${pair}`);
  if (stands !== 'meetFirst' && stands !== 'yes') jobs.push(`firstChat_${pair}`);
  return allOf(jobs, { kind: 'introduction', pair, stands, ...aboutOf(open) });
};

function standsFor(state: PairState, { answer }: PairMember): Stands | undefined {
  if (answer === 'notThisTime' || answer === 'withdrawn') return 'thanks';
  if (state === 'ended') return 'ended';
  if (state !== 'introduced') return 'paired';
  return answer === 'none' ? undefined : answer;
}

/** Signed by this reader, overtaken by a newer version, or no longer needed. */
export const settledAgreement: Settling<AgreementSettled> = async (ctx, person, { id, part }) => {
  const pair = asId<PairId>(id);
  const version = Number(part);
  const open = await findOpenPair(ctx, person, pair);
  const latest = open && latestOf(open.agreements)?.version;
  if (!open || latest === undefined) return [];
  const isNewer = latest > version;
  const isSigned = hasSigned(open.agreements, version, person);
  if (!isNewer && !isSigned && open.state !== 'ended') return [];
  const state = isNewer ? 'newer' : isSigned ? 'signed' : 'ended';
  return allOf([`agreement_${pair}_${version}`], {
    ...{ kind: 'agreement', pair, version, state },
    ...aboutOf(open),
  });
};

/** Said by this reader after the end of their pair, on the card or in the tab. */
export const settledNewMatch: Settling<NewMatchSettled> = async (ctx, person, { id }) => {
  const pair = asId<PairId>(id);
  const open = await findOpenPair(ctx, person, pair);
  const wish = open && newMatchOf(open.pair, person);
  if (!open || !wish) return [];
  const { pair: about, me } = open;
  return allOf([`pairEnded_${pair}`], {
    ...{ kind: 'newMatch', pair, cohort: about.cohort, role: me.role, wish },
    ...aboutOf(open),
  });
};
