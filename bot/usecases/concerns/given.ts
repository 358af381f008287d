import { asId, type ConcernId, type Instant, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import {
  answeredConcern,
  type Concern,
  type ConcernAnswer,
  type ConcernState,
} from '#domain/concerns/concern.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';

/** A concern as the one person sees it to whom it was given. */
export interface GivenSeen {
  concern: ConcernId;
  state: ConcernState;
  at: Instant;
  /** Who raised it; empty once it is taken back. */
  name: string;
  /** What chats of Teams call them. */
  mail: string;
  /** Empty until it is opened. */
  text: string;
}

/** What was given to somebody, the newest first; whoever was replaced keeps theirs, and the next one sees none of it. */
export async function listGiven(ctx: Context, person: PersonId): Promise<GivenSeen[]> {
  const rows = await Partition.open(ctx, 'concerns', person);
  const given = rows.list('concern').sort((a, b) => (a.value.at < b.value.at ? 1 : -1));
  return inParallel(given, ({ id, value }) => seen(ctx, asId(id), value));
}

async function seen(ctx: Context, concern: ConcernId, known: Concern): Promise<GivenSeen> {
  const { state, at, author, cohort } = known;
  if (state === 'takenBack') return { concern, state, at, name: '', mail: '', text: '' };
  const { name, teamsName } = await contactOf(ctx, author, cohort);
  return { concern, state, at, name, mail: teamsName, text: state === 'raised' ? '' : known.text };
}

/** Its contact opens a concern, says that they have talked, or opens it again. To anybody else it does not exist. */
export async function answerConcern(
  ctx: Context,
  person: PersonId,
  concern: ConcernId,
  answer: ConcernAnswer,
): Promise<GivenSeen> {
  return retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'concerns', person);
    const known = rows.find('concern', concern)?.value;
    if (!known) throw new Refusal('missing', 'concern:missing');
    const next = answeredConcern(known, answer);
    if (next !== known) {
      rows.put('concern', concern, next);
      await rows.commit();
    }
    return seen(ctx, concern, next);
  });
}
