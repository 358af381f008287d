import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import { asId } from '#domain/basics/ids.ts';
import type { Enrolment } from '#domain/cohorts/cohort.ts';
import { firstNameOf, type Person, type Settings } from '#domain/people/person.ts';
import { listPairCards } from '#usecases/pairs/cards.ts';
import { cohortOf } from '#usecases/pairs/pairs.ts';
import type { Actor } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import type { Words } from '#words/words.ts';

/** Everything the first screen of the tab needs, from one partition and the cohorts' names. */
export async function getMe(ctx: Context, actor: Actor, words: Words) {
  const rows = await Partition.open(ctx, 'people', actor.person, [
    'person',
    'settings',
    'enrolment',
    'champion',
  ]);
  const person = rows.find('person')?.value as Person;
  const settings = rows.find('settings')?.value as Settings;
  const enrolments = await Promise.all(
    rows.list('enrolment').map(({ id, value }) => named(ctx, asId<CohortId>(id), value)),
  );
  return {
    person: actor.person,
    name: person.name,
    firstName: firstNameOf(person.name),
    isChampion: rows.list('champion').length > 0,
    isSponsor: actor.roles.includes('Sponsor'),
    canCreateCohorts: actor.roles.includes('Champion'),
    enrolments,
    pairs: await listPairCards(ctx, actor.person, words, ctx.clock.now()),
    locale: settings.locale,
    timeZone: settings.timeZone,
    newsMuted: settings.newsMuted,
  };
}

async function named(ctx: Context, cohort: CohortId, enrolment: Enrolment) {
  const cohortName = (await cohortOf(ctx, cohort))?.name ?? '';
  return { cohort, cohortName, role: enrolment.role, state: enrolment.state };
}

/** Mutes or unmutes announcements; what concerns the own pair always arrives. */
export async function saveSettings(
  ctx: Context,
  person: PersonId,
  change: Pick<Settings, 'newsMuted'>,
): Promise<Settings> {
  return retrying(async () => {
    const rows = await Partition.open(ctx, 'people', person, ['settings']);
    const known = rows.find('settings')?.value ?? { locale: 'en', timeZone: 'UTC', newsMuted: false };
    const next = { ...known, newsMuted: change.newsMuted };
    if (next.newsMuted !== known.newsMuted || !rows.find('settings')) {
      rows.put('settings', '', next);
      await rows.commit();
    }
    return next;
  });
}
