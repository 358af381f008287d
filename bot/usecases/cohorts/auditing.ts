import { asId, type Instant, type PersonId } from '#domain/basics/ids.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { openAsChampion } from './cohorts.ts';

/** One thing that was done in a cohort, by whom, and whom or how many it was about. */
export interface Deed {
  at: Instant;
  by: string;
  did: string;
  names: string[];
  /** How many people it was about; missing where it was somebody by name. */
  count?: number;
}

/** What was done in a cohort, latest first: whole, so that whoever asks pages it. */
export async function listDeeds(
  ctx: Context,
  at: InCohort,
  window: { from: number; size: number },
): Promise<{ deeds: Deed[]; found: number }> {
  const rows = (await openAsChampion(ctx, at, ['audit'])).list('audit').reverse();
  const shown = rows.slice(window.from, window.from + window.size).map(({ value }) => value);
  const peopleIn = (about: string): PersonId[] =>
    about
      .split(/[_ ]/)
      .filter((part) => part.startsWith('person-'))
      .map((part) => asId<PersonId>(part));
  const name = await namesOf(
    ctx,
    shown.flatMap(({ by, about }) => [by, ...peopleIn(about)]),
  );
  const deeds = shown.map(({ at: when, by, did, about }) => {
    const count = /^\d+$/.test(about) ? { count: Number(about) } : {};
    return { at: when, by: name(by), did, names: peopleIn(about).map(name), ...count };
  });
  return { deeds, found: rows.length };
}
