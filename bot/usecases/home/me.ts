import { asId, type CohortId } from '#domain/basics/ids.ts';
import { firstNameOf } from '#domain/people/givenName.ts';
import { listPairCards } from '#usecases/pairs/cards.ts';
import { NO_SETTINGS } from '#usecases/people/settings.ts';
import type { Actor } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';

/** Everything the first screen of the tab needs, from the person's own partition and those of their pairs. */
export async function getMe(ctx: Context, actor: Pick<Actor, 'person' | 'roles'>) {
  const rows = await Partition.open(ctx, 'people', actor.person);
  const name = rows.find('person')?.value.name ?? '';
  const settings = rows.find('settings')?.value ?? NO_SETTINGS;
  const enrolments = rows.list('enrolment').map(({ id, value: { cohortName, role, state } }) => ({
    ...{ cohort: asId<CohortId>(id), cohortName, role, state },
  }));
  return {
    person: actor.person,
    name,
    firstName: firstNameOf(name),
    isChampion: rows.list('champion').length > 0,
    isSponsor: actor.roles.includes('Sponsor'),
    canCreateCohorts: actor.roles.includes('Champion'),
    enrolments,
    pairs: await listPairCards(ctx, actor.person),
    locale: settings.locale,
    timeZone: settings.timeZone,
    newsMuted: settings.newsMuted,
  };
}
