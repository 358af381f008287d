import type { Route } from '#api/http/route.ts';
import { announcementRoutes } from '#api/routes/announcements.ts';
import { championRoutes } from '#api/routes/champions.ts';
import { cohortRoutes } from '#api/routes/cohorts.ts';
import { callingRoutes } from '#api/routes/gatherings/gatherings.ts';
import { insightRoutes } from '#api/routes/insights.ts';
import { lifeRoutes } from '#api/routes/life/life.ts';
import { rosterRoutes } from '#api/routes/roster/people.ts';
import { roundRoutes } from '#api/routes/rounds.ts';
import { sponsorRoutes } from '#api/routes/sponsors/sponsors.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import { aChampion } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import type { TestContext } from '#tests/fakes/context.ts';
import type { Actor } from '#usecases/story/actor.ts';
import { callRoute } from './calling.ts';

/** Everything a champion's console asks. */
export const CHAMPION_ROUTES: readonly Route[] = [
  ...cohortRoutes,
  ...rosterRoutes,
  ...championRoutes,
  ...roundRoutes,
  ...announcementRoutes,
  ...sponsorRoutes,
  ...callingRoutes,
  ...lifeRoutes,
  ...insightRoutes,
];

const COHORT = { name: 'Finance pilot', kind: 'pilot', startsOn: '2026-11-23', endsOn: '2027-03-31' };

/** Noor with a cohort of her own, and what she asks about it. */
export async function aChampionAsking(ctx: TestContext) {
  const noor = await aChampion(ctx);
  const call = (actor: Actor, name: string, given: Parameters<typeof callRoute>[2] = {}) =>
    callRoute(
      CHAMPION_ROUTES.find((one) => one.name === name),
      { ctx, actor },
      given,
    );
  const made = await call(noor, 'createCohort', { body: COHORT });
  const cohort = String(made.cohort);
  await aContactIn(ctx, cohort);
  return {
    noor,
    call,
    made,
    cohort,
    post: (name: string, body?: unknown, more: object = {}) =>
      call(noor, name, { body, params: { cohort, ...more }, query: { name: 'people.csv' } }),
    confirm: (id: string) => call(noor, 'confirmImport', { params: { cohort, import: id } }),
  };
}
