import type { Instant, PersonId } from '#domain/basics/ids.ts';
import {
  changedFacts,
  factsIn,
  lentStill,
  NOTHING_SAID,
  type SaidFact,
  type SaidFacts,
  saidOver,
} from '#domain/people/said.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { type Named, namedRow, personNamed } from './naming.ts';

/** Who says something, in which cohort, when, and in which import: the same one again changes nothing. */
export interface Saying extends InCohort {
  at: Instant;
  source: string;
}

export interface WasSaid {
  person: PersonId;
  /** What stood there before and reads differently now; empty for somebody of whom nothing had been said. */
  changed: SaidFact[];
}

/** The person an import names, with a row of their own, made when unknown. */
export async function ensurePerson(ctx: Context, named: Named): Promise<PersonId> {
  const { person, ...found } = await personNamed(ctx, named);
  let { isNew } = found;
  await retrying(ctx, async () => {
    const rows = isNew ? Partition.blank(ctx, 'people', person) : await Partition.open(ctx, 'people', person);
    isNew = false;
    if (rows.find('person')) return;
    rows.put('person', '', namedRow(named));
    await rows.commit();
  });
  return person;
}

/** What is said of whom, and how they were named. */
interface About {
  person: PersonId;
  isNew: boolean;
  named: Named;
  facts: SaidFacts;
  /** Not by an address that a champion's word alone makes theirs. */
  isOwn: boolean;
}

/**
 * What a champion says of somebody: it counts in her cohort, over what was said there before, and changes nothing
 * of what the account says of itself. Two calls of storage at most, one for somebody new.
 */
export function sayOf(ctx: Context, saying: Saying, about: About): Promise<WasSaid> {
  let { isNew } = about;
  return retrying(ctx, async () => {
    const { person } = about;
    const rows = isNew ? Partition.blank(ctx, 'people', person) : await Partition.open(ctx, 'people', person);
    isNew = false;
    const joinedTo = rows.find('person')?.value.joinedTo;
    if (joinedTo) return sayOf(ctx, saying, { ...about, person: joinedTo, isNew });
    const changed = sayIn(rows, saying, about);
    await rows.commit();
    return { person, changed };
  });
}

function sayIn(
  rows: Partition<'people'>,
  { cohort, person: by, at, source }: Saying,
  about: About,
): SaidFact[] {
  const known = rows.find('person')?.value;
  const before = rows.find('said', cohort)?.value;
  const was = before ? factsIn(before) : NOTHING_SAID;
  // The same import once more, after a crash.
  if (before?.source === source) return before.before ? changedFacts(before.before, was) : [];
  const next = saidOver(was, about.facts);
  const changed = before ? changedFacts(was, next) : [];
  const lent = before?.lent && (about.isOwn ? lentStill(before.lent, about.facts, next) : before.lent);
  if (known && before && changed.length === 0) {
    if (JSON.stringify(lent) !== JSON.stringify(before.lent))
      rows.put('said', cohort, { ...before, ...(lent && { lent }) });
    return changed;
  }
  // Written again as it is: whoever joins this row with another one at the same moment is seen, and sees this.
  rows.put('person', '', known ?? namedRow(about.named));
  rows.put('said', cohort, {
    ...next,
    by,
    at,
    source,
    ...(before && { before: was }),
    ...(lent && { lent }),
  });
  return changed;
}

/** What was said before the last change counts again, once. */
export async function takeBackSaid(
  ctx: Context,
  { cohort, person, at }: Omit<Saying, 'source'>,
  about: PersonId,
): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', about);
    const { before, lent } = rows.find('said', cohort)?.value ?? {};
    if (!before) return;
    rows.put('said', cohort, { ...before, by: person, at, source: '', ...(lent && { lent }) });
    await rows.commit();
  });
}
