import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CohortView } from '#api/contract/cohorts.ts';
import type { Me } from '#api/contract/me.ts';
import type { Cast } from './cast.ts';
import { ENROLMENT, liveTheStory } from './driver.ts';
import { giveContact, importCsv } from './enrolling.ts';
import { look, lookAtPage } from './looking.ts';
import { picture, Seat, startWorld, type World } from './world.ts';

/** A champion moves people to another cohort, as she and one of them see it: pictures, and nothing axe complains of. */
let world: World;
let cast: Cast;
let noor: Seat;

const NARROW = [360, 280] as const;
const SIZE = { width: 1000, height: 760 };
const DIEGO = 'Name,Mail,Role\nDiego Muestra,diego.muestra@turntable.example,executive\n';

beforeAll(async () => {
  world = await startWorld();
  cast = await liveTheStory(world.local, { steps: ENROLMENT });
  const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { cohort } = await cast.noor.ask<CohortView>('POST /api/cohorts', {
    ...{ name: 'Second wave', kind: 'wave', startsOn: dayAfter(7), endsOn: dayAfter(200) },
  });
  await giveContact(cast, cohort);
  await importCsv(cast, cohort, DIEGO);
  noor = new Seat(await world.open('left=noor&view=turntable&theme=light', SIZE), 'Left', 'Noor Prøve');
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await picture(noor.page, 'failed-move-Noor');
  process.stdout.write(`${world.local.appLog().slice(-2000)}\n`);
});
afterAll(() => world?.stop());

const press = (name: string | RegExp) => noor.tab.getByRole('button', { name }).first().click();
const sees = (said: string | RegExp) => noor.tab.getByText(said).first().waitFor();

describe('moving people to another cohort', () => {
  it('begins with choosing them', async () => {
    await noor.tab.getByRole('tab', { name: 'Programme' }).click();
    await press('Open Finance pilot');
    await noor.tab.getByRole('tab', { name: 'People' }).click();
    for (const name of ['Clara Exampleton', 'Diego Muestra', 'Kenji Mihon'])
      await noor.tab.getByRole('checkbox', { name: `Choose ${name}` }).check();
    await sees('3 chosen');
    await look(noor, 'console-people-chosen', { widths: NARROW });
  });

  it('says who stays and why, before anybody is moved', async () => {
    await press('Move to…');
    await noor.tab.getByLabel('To which cohort?').selectOption('Second wave');
    await sees('Diego Muestra is on the list of that cohort already.');
    await sees('2 can be moved. 2 get an invitation.');
    await look(noor, 'console-people-move', { widths: NARROW });
  });

  it('takes them off the list, and asks them anew', async () => {
    await press('Move 2 people');
    await sees('2 moved to Second wave.');
    await noor.tab.getByRole('checkbox', { name: 'Choose Clara Exampleton' }).waitFor({ state: 'detached' });
    await look(noor, 'console-people-moved', { themes: ['light'] });
    await cast.settle();
    const { enrolments } = await cast.clara.ask<Me>('GET /api/me');
    expect(enrolments.map(({ cohortName, state }) => [cohortName, state])).toEqual([
      ['Second wave', 'invited'],
    ]);
    const chat = await world.open('left=clara&view=chat&theme=light', SIZE);
    await chat
      .getByText(/takes the place of Finance pilot/)
      .first()
      .waitFor();
    await lookAtPage(chat, 'chat-moved', ['light']);
    expect(world.complaints).toEqual([]);
  });
});
