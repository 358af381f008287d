import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CohortView, MemberView } from '#api/contract/cohorts.ts';
import type { ClockAnswer } from '#local/contract.ts';
import { Cast } from './cast.ts';
import { giveContact } from './enrolling.ts';
import { csvOf, forty, handsOf, joins } from './forty.ts';
import { press, seatOf, sees, tab } from './hands.ts';
import { agree, each, meet, sayYes } from './lives.ts';
import { look, printed } from './looking.ts';
import { pictureOfFailure, type Seat, startWorld, type World } from './world.ts';
import { told } from './yearly.ts';

/** A pilot of forty people from Monday to the decision, as its champions live it. Each part goes on where the one before ended. */
let world: World;
let cast: Cast;
let noor: Seat;
let silvia: Seat;
let cohort: string;

const NAME = 'Spring pilot';
const PEOPLE = forty();
const DAY_MS = 86_400_000;
const PDF_PAGES = /\/Type\s*\/Page\b/g;

beforeAll(async () => {
  world = await startWorld();
  cast = new Cast(world.local);
  noor = await seatOf(world, 'noor', 'Noor Prøve');
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await pictureOfFailure((silvia ?? noor).page, 'pilot');
  process.stdout.write(`${world.local.appLog().slice(-3000)}\n`);
});
afterAll(() => world?.stop());

const members = async (): Promise<MemberView[]> =>
  (await cast.noor.ask<{ members: MemberView[] }>(`GET /api/cohorts/${cohort}/members`)).members;
const today = async (): Promise<string> => (await world.local.ask<ClockAnswer>('clock')).now.slice(0, 10);

/** Reads the console anew, and goes into the cohort. */
async function enterCohort(seat: Seat): Promise<void> {
  await seat.page.reload();
  await tab(seat, 'Programme');
  await press(seat, new RegExp(NAME));
}

/** Weeks pass, and all that falls due is told. */
async function letWeeksPass(weeks: number): Promise<void> {
  for (let week = 0; week < weeks; week++) {
    await cast.advance(7 * DAY_MS);
    await told(cast);
  }
}

describe('on Monday', () => {
  it('a champion makes a cohort, brings forty people in and invites them', async () => {
    const csv = { name: 'forty.csv', mimeType: 'text/csv', buffer: Buffer.from(csvOf(PEOPLE)) };
    await tab(noor, 'Programme');
    await press(noor, 'Create a cohort');
    await noor.tab.getByLabel('Name').first().fill(NAME);
    await press(noor, 'Create cohort');
    await noor.tab.getByLabel('CSV file').setInputFiles(csv);
    await press(noor, 'Import these people');
    await sees(noor, /Done: 40 new/);
    const { cohorts } = await cast.noor.ask<{ cohorts: CohortView[] }>('GET /api/cohorts');
    cohort = cohorts.find(({ name }) => name === NAME)?.cohort ?? '';
    await giveContact(cast, cohort);
    await press(noor, 'Invite 40 people');
    await cast.until('all are invited', async () =>
      (await members()).every(({ state }) => state === 'invited'),
    );
    await each(PEOPLE, (one) => joins(world.local, cohort, one));
    await cast.until('all have joined', async () =>
      (await members()).every(({ state }) => state === 'joined'),
    );
  });

  it('runs a round and publishes it; both of each two say yes and sign their ground rules', async () => {
    await tab(noor, 'Matching');
    await press(noor, 'Run a round');
    await sees(noor, /\d+ introductions\./);
    await press(noor, 'Publish this round');
    await press(noor, 'Yes, introduce them');
    await noor.tab.getByText('Published', { exact: true }).waitFor({ timeout: 90_000 });
    await sayYes(world.local, PEOPLE);
    await agree(world.local, PEOPLE);
    await told(cast);
    const paired = (await cast.noor.ask<CohortView>(`GET /api/cohorts/${cohort}`)).counts.paired;
    expect(paired).toBeGreaterThanOrEqual(15);
  });
});

describe('in the months after', () => {
  it('the pairs meet, and say how it was', async () => {
    await letWeeksPass(2);
    await meet(world.local, PEOPLE, await today());
    await letWeeksPass(4);
    await meet(world.local, PEOPLE, await today());
    await letWeeksPass(5);
  });

  it('the champion sees how it goes in figures, and nothing of any pair', async () => {
    await enterCohort(noor);
    await tab(noor, 'Insights');
    await sees(noor, 'Worth the hour');
    await look(noor, 'pilot-insights', { themes: ['light'], widths: [280] });
  });

  it('somebody leaves: their partner is told kindly, and is free again', async () => {
    const leaver = PEOPLE.find(({ role, name }) => role === 'mentor' && name !== 'Meera Namoona');
    if (!leaver) throw new Error('Nobody is there to leave.');
    await handsOf(world.local, leaver)(`POST /api/enrolments/${cohort}/answer`, { answer: 'pass' });
    await told(cast);
    const left = (await members()).find(({ mail }) => mail === leaver.mail);
    expect(left?.state).toBe('left');
  });
});

describe('at the end', () => {
  it('a second champion takes over', async () => {
    silvia = await seatOf(world, 'silvia', 'Tranger, Silvia (HR-DE)');
    await sees(silvia, /^Hello/);
    await tab(noor, 'About');
    await noor.tab.getByLabel('Mail address of a further champion').fill('s.tranger@turntable.example');
    await press(noor, 'Make them a champion');
    await noor.tab.getByText('Tranger, Silvia (HR-DE)', { exact: true }).waitFor();
    await press(noor, 'Step down');
    await press(noor, 'Yes, step down');
    await noor.tab.getByText(NAME).waitFor({ state: 'detached' });
    const refused = await cast.noor.call(`GET /api/cohorts/${cohort}`);
    expect(refused.status).toBe(404);
  });

  it('she decides with evidence, once, and prints one page of it', async () => {
    await enterCohort(silvia);
    await tab(silvia, 'Review');
    await silvia.tab.getByRole('radio', { name: /^Adjust/ }).check({ force: true });
    await silvia.tab.getByLabel('Another change').fill('Ask for a first date on the day of the introduction');
    await press(silvia, /^Add$/);
    await press(silvia, 'Record the decision');
    await silvia.tab.getByRole('button', { name: 'Record the decision' }).last().click();
    await sees(silvia, 'Decided: adjust, then go on');
    await look(silvia, 'pilot-decided', { widths: [280] });
    const pdf = await printed(world, silvia, 'pilot-report');
    expect(pdf.toString('latin1').match(PDF_PAGES)).toHaveLength(1);
  });

  it('complains about nothing on the way', () => expect(world.complaints).toEqual([]));
});
