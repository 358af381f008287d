import type { Tables } from '#domain/matching/circles/seats.ts';

/** Who sits where a programme was solved: by executive, places at the tables. */
export const chosenIn = ({ tables }: Tables, found: ReadonlyMap<string, number>): number[][] =>
  tables.map(({ seats }, e) => [...seats.keys()].filter((n) => (found.get(`x${e}_${n}`) ?? 0) > 0.5));
