import type { PersonId } from '#domain/basics/ids.ts';
import type { CardAbout } from './cardDue.ts';
import type { Context } from './context.ts';

/** A card that asks no longer: the job that brought it, and what it shows now. */
export interface SettledCard<Facts> {
  job: string;
  facts: Facts;
}

/** Which cards about something are settled for one reader, as they may know it now; none while all of them ask. */
export type Settling<Facts> = (
  ctx: Context,
  reader: PersonId,
  about: Pick<CardAbout, 'id' | 'part'>,
) => Promise<SettledCard<Facts>[]>;

/** The same facts on the cards of several jobs. */
export const allOf = <Facts>(jobs: readonly string[], facts: Facts): SettledCard<Facts>[] =>
  jobs.map((job) => ({ job, facts }));
