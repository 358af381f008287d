import { ChampionBody, Champions, Deeds, DeedsAsked } from '#api/contract/cohorts.ts';
import { AT_ONCE } from '#api/http/page.ts';
import { cohortAt } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { type Deed, listDeeds } from '#usecases/cohorts/auditing.ts';
import {
  type ChampionSeen,
  listChampions,
  nameChampion,
  removeChampion,
} from '#usecases/cohorts/champions.ts';
import type { Words } from '#words/words.ts';

const presentChampions = (champions: readonly ChampionSeen[]): Champions => ({
  champions: champions.map(({ person, name, mail, since, isMe }) => ({ person, name, mail, since, isMe })),
});

/** A sentence of what was done: `cohort:deed.<did>`; one that this version does not know says no more than that. */
function presentDeed(words: Words, { at, by, did, names, count = 0 }: Deed): Deeds['deeds'][number] {
  const [one = '', two = ''] = names.map((name) => name || words('common:erased'));
  const said = words(`cohort:deed.${did}`, { one, two, count });
  return { at, by, what: said === `deed.${did}` ? words('cohort:deed.other') : said };
}

export const championRoutes = [
  route('champions', {
    answer: Champions,
    run: async ({ ctx, actor, params }) =>
      presentChampions(await listChampions(ctx, cohortAt({ params, actor }))),
  }),
  route('nameChampion', {
    body: ChampionBody,
    answer: Champions,
    run: async ({ ctx, actor, params, body }) =>
      presentChampions(await nameChampion(ctx, cohortAt({ params, actor }), body)),
  }),
  route('removeChampion', {
    run: ({ ctx, actor, params }) =>
      removeChampion(ctx, cohortAt({ params, actor }), asId<PersonId>(params.champion ?? '')),
  }),
  route('deeds', {
    query: DeedsAsked,
    answer: Deeds,
    run: async ({ ctx, actor, params, query, words }) => {
      const from = Number(query.from);
      const { deeds, found } = await listDeeds(ctx, cohortAt({ params, actor }), { from, size: AT_ONCE });
      const more = from + AT_ONCE < found ? { more: from + AT_ONCE } : {};
      return { deeds: deeds.map((deed) => presentDeed(words, deed)), found, ...more };
    },
  }),
];
