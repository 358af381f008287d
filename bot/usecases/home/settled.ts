import { asId, type CohortId, type PairId, type PersonId } from '#domain/basics/ids.ts';
import { invitationJob } from '#domain/cohorts/notices.ts';
import type { PairMember, PairState } from '#domain/pairs/pair.ts';
import { aboutOf } from '#usecases/pairs/notices.ts';
import { findOpenPair } from '#usecases/pairs/pairs.ts';
import type { CardAbout } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { findDelivery } from '#usecases/story/deliveries.ts';
import { Partition } from '#usecases/story/partition.ts';

/** What a card asks no longer, as its reader may know it. */
export type SettledFacts =
  | {
      kind: 'invitation';
      cohort: CohortId;
      cohortName: string;
      state: 'joined' | 'passed' | 'later' | 'left';
    }
  | { kind: 'introduction'; pair: PairId; cohortName: string; partners: string[]; stands: Stands };

type Stands = 'yes' | 'meetFirst' | 'paired' | 'ended' | 'thanks';

export interface Settled {
  /** The jobs that brought its cards. */
  jobs: string[];
  facts: SettledFacts;
}

/** What became of a card, from its reader's own rows and view; undefined while it still asks. */
export function composeSettled(ctx: Context, { about, id, person }: CardAbout): Promise<Settled | undefined> {
  const reader = asId<PersonId>(person);
  return about === 'invitation'
    ? settledInvitation(ctx, reader, asId<CohortId>(id))
    : settledIntroduction(ctx, reader, asId<PairId>(id));
}

async function settledInvitation(
  ctx: Context,
  person: PersonId,
  cohort: CohortId,
): Promise<Settled | undefined> {
  const enrolment = (await Partition.open(ctx, 'people', person)).find('enrolment', cohort)?.value;
  if (!enrolment || enrolment.state === 'invited') return undefined;
  const jobs: string[] = [];
  for (let time = 1; await findDelivery(ctx, invitationJob(cohort, time), person); time++)
    jobs.push(invitationJob(cohort, time));
  const { cohortName, state } = enrolment;
  return { jobs, facts: { kind: 'invitation', cohort, cohortName, state } };
}

async function settledIntroduction(
  ctx: Context,
  person: PersonId,
  pair: PairId,
): Promise<Settled | undefined> {
  const open = await findOpenPair(ctx, person, pair);
  const stands = open && standsFor(open.state, open.me);
  if (!stands) return undefined;
  // Whoever would like to meet first is still to decide on the later card.
  const jobs = [`introduction_${pair}`, ...(stands === 'meetFirst' ? [] : [`decide_${pair}`])];
  return { jobs, facts: { kind: 'introduction', pair, stands, ...aboutOf(open) } };
}

/** From the reader's own answer and what they may know of the pair now, which no answer of the other changes. */
function standsFor(state: PairState, { answer }: PairMember): Stands | undefined {
  if (answer === 'notThisTime' || answer === 'withdrawn') return 'thanks';
  if (state === 'ended') return 'ended';
  if (state !== 'introduced') return 'paired';
  return answer === 'none' ? undefined : answer;
}
