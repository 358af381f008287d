import type { CohortView } from '#api/contract/cohorts.ts';
import type { Contacts } from '#api/contract/contacts.ts';
import type { ImportView, LastImport } from '#api/contract/roster/imports.ts';
import type { RoundView } from '#api/contract/rounds.ts';
import type { Person } from '#tests/e2e/people.ts';
import type { Dweller, SoakWorld } from './world.ts';

/** A pilot in which two meet, and one of circles. */
const PROGRAMMES = {
  pairs: { name: 'Soaked pilot', circle: null },
  circles: { name: 'Soaked circles', circle: { least: 2, most: 3 } },
} as const;
const DAY_MS = 86_400_000;
const LOOKS = 60;

/** A cohort with a contact who accepted and everybody of it invited; answers its id. */
export async function prepare(world: SoakWorld, meets: Dweller['meets']): Promise<string> {
  const noor = world.person('noor');
  const hana = world.person('hana');
  let cohort = '';
  await world.persist('a cohort', async () => {
    cohort = await cohortBy(world, noor, PROGRAMMES[meets]);
  });
  await until(world, 'a contact', () => contactIn(noor, hana, cohort));
  await until(world, 'everybody imported', () =>
    importedBy(
      world.crowd.filter((one) => one.meets === meets),
      noor,
      cohort,
    ),
  );
  await world.persist('everybody invited', () => noor.ask(`POST /api/cohorts/${cohort}/invitations`, {}));
  return cohort;
}

/** A round, where there is none in review, and its publication. */
export async function match(world: SoakWorld, cohort: string): Promise<void> {
  const noor = world.person('noor');
  const path = `/api/cohorts/${cohort}/rounds`;
  await world.persist('a round', () => noor.ask(`POST ${path}`, {}));
  await world.persist('its publication', async () => {
    const { rounds } = await noor.ask<{ rounds: RoundView[] }>(`GET ${path}`);
    const open = rounds.find(({ state }) => state === 'reviewed' || state === 'publishing');
    if (open) await noor.ask(`POST ${path}/${open.round}/publication`);
  });
}

export async function announce(world: SoakWorld, cohort: string, n: number): Promise<void> {
  const noor = world.person('noor');
  const news = { title: `News ${n}`, text: 'We meet in the garden.', audience: 'everyone' };
  await world.persist('an announcement', () => noor.ask(`POST /api/cohorts/${cohort}/announcements`, news));
}

async function cohortBy(
  { local }: SoakWorld,
  noor: Person,
  programme: (typeof PROGRAMMES)[Dweller['meets']],
): Promise<string> {
  const { cohorts } = await noor.ask<{ cohorts: CohortView[] }>('GET /api/cohorts');
  const known = cohorts.find(({ name }) => name === programme.name);
  if (known) return known.cohort;
  const day = (days: number) => new Date(local.teams.clock.now() + days * DAY_MS).toISOString().slice(0, 10);
  const asked = { ...programme, kind: 'pilot', startsOn: day(0), endsOn: day(180) };
  return (await noor.ask<CohortView>('POST /api/cohorts', asked)).cohort;
}

async function until(world: SoakWorld, what: string, look: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < LOOKS; looks++) {
    let isThere = false;
    await world.persist(what, async () => {
      isThere = await look();
    });
    if (isThere) return;
    await world.advance(1_000);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`Waited in vain for ${what}: ${world.tally.faults.join('; ')}`);
}

async function contactIn(noor: Person, hana: Person, cohort: string): Promise<boolean> {
  const path = `/api/cohorts/${cohort}/contacts`;
  const { contacts } = await noor.ask<Contacts>(`GET ${path}`);
  const contact = contacts.find(({ seat }) => seat === 'contact');
  if (contact?.state === 'accepted') return true;
  if (!contact) await noor.ask(`PUT ${path}/contact`, { mail: 'hana.vzorova@turntable.example' });
  const button = await hana.findButton('contact.answer', { cohort, answer: 'accept' });
  if (button) await hana.press(button);
  else if (contact?.delivery === 'unknown') await noor.ask(`PUT ${path}/contact`, { person: contact.person });
  return false;
}

async function importedBy(crowd: readonly Dweller[], noor: Person, cohort: string): Promise<boolean> {
  const path = `/api/cohorts/${cohort}/import`;
  const { last } = await noor.ask<LastImport>(`GET ${path}`);
  if (last?.state === 'applied') return true;
  if (last?.state === 'checked') await noor.ask(`POST ${path}/${last.import}/confirmation`);
  if (last) return false;
  const lines = crowd.map(({ name, mail, role }) => `${name},${mail},${role}`);
  const csv = ['Name,Mail,Role', ...lines, ''].join('\n');
  await noor.ask<ImportView>(`POST ${path}?name=crowd.csv`, new TextEncoder().encode(csv));
  return false;
}
