import type { PersonId } from '#domain/basics/ids.ts';
import { aFullPilot, installApp, join, type Pilot } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import type { TestContext } from '#tests/fakes/context.ts';
import { personOf } from '#usecases/people/people.ts';
import { settingsOf } from '#usecases/people/settings.ts';
import { chooseSponsor } from '#usecases/sponsors/sponsors.ts';

export const RUTH = {
  directoryId: 'aaaaaaaa-0000-4000-8000-000000000007',
  mail: 'ruth@turntable.example',
  name: 'Ruth Voorbeeld',
};

/** Ruth, who has looked in with the app role Sponsor. */
export async function aVisitOfRuth(ctx: TestContext, maySponsor = true): Promise<PersonId> {
  const ruth = await personOf(ctx, RUTH);
  await settingsOf(ctx, ruth, { locale: 'en', timeZone: 'Europe/Amsterdam', maySponsor });
  return ruth;
}

/** The pilot, three of whose people have joined, with Ruth as its sponsor; all have the app. */
export async function aBackedPilot(ctx: TestContext): Promise<Pilot & { ruth: Pilot; people: PersonId[] }> {
  const pilot = await aFullPilot(ctx);
  const people: PersonId[] = [];
  for (const name of ['clara.exampleton', 'aisha.specimen', 'meera.namoona']) {
    people.push(await join(ctx, pilot, name));
    ctx.clock.advance(60_000);
  }
  const ruth = await aVisitOfRuth(ctx);
  await chooseSponsor(ctx, pilot, { mail: RUTH.mail });
  for (const person of [...people, ruth, pilot.person]) await installApp(ctx, person);
  return { ...pilot, ruth: { cohort: pilot.cohort, person: ruth }, people };
}
